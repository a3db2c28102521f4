// Fires on a Status object that the API server sent instead of an answer: which gate refused, and what that says about anonymous access.

import type { ApiAnswerFact } from '../kubernetes/api-answer.ts';
import { defineFinding } from './finding.ts';
import {
  askWithoutCredentials,
  joinWithDiscoveryFile,
  restoreClusterInfoBinding,
  sendCredentials,
} from './known-fixes.ts';

type Args = { readonly is: 'unauthorized' | 'anonymous-forbidden' | 'cluster-info-forbidden' };

function kindOf({ code, message, isAnonymous }: ApiAnswerFact): Args['is'] | undefined {
  if (code === 401) return 'unauthorized';
  if (code !== 403 || !isAnonymous) return undefined;
  return message.startsWith('configmaps "cluster-info" is forbidden')
    ? 'cluster-info-forbidden'
    : 'anonymous-forbidden';
}

export const ka234 = defineFinding<Args>({
  code: 'KA234',
  slug: 'api-server-refused',
  severity: 'warning',
  *check({ apiAnswers }) {
    for (const answer of apiAnswers) {
      const is = kindOf(answer);
      if (is) yield { at: { object: answer.object, path: ['message'] }, args: { is } };
    }
  },
  text: {
    en: {
      title: 'The API server refused a request',
      message: ({ is }) =>
        ({
          unauthorized:
            'This is a 401: the first gate refused. Either the request carried credentials that are not valid or have expired, or it carried none and the server lets nobody in without: anonymous requests are off, or (from 1.31) this path is not listed.',
          'anonymous-forbidden':
            'This is a 403 for `system:anonymous`: the request carried no credentials and got past the first gate, so anonymous requests are on, at least for this path. RBAC gives strangers no right to it. That is the default, and no reason to bind anything to `system:anonymous`.',
          'cluster-info-forbidden':
            'This is a 403 for `system:anonymous` on cluster-info: anonymous requests are on, but the RoleBinding with which kubeadm lets everybody read this one ConfigMap is not there. `kubeadm join` with a token fails on it.',
        })[is],
      why: 'A request meets two gates. The first asks who it is: without credentials it is `system:anonymous` where that is allowed, and 401 elsewhere. The second asks what this name may do: RBAC, and 403.\n\nSo a 403 that names `system:anonymous` proves that anonymous access is on, and a 401 alone does not prove that it is off.',
      fix: [askWithoutCredentials.en, restoreClusterInfoBinding.en],
      fixFor: ({ is }) =>
        is === 'cluster-info-forbidden'
          ? [restoreClusterInfoBinding.en, joinWithDiscoveryFile.en]
          : [is === 'unauthorized' ? askWithoutCredentials.en : sendCredentials.en],
    },
    ja: {
      title: 'APIサーバーがリクエストを拒否しています',
      message: ({ is }) =>
        ({
          unauthorized:
            'これは401で、1つ目の門が拒否しています。認証情報が無効(または期限切れ)か、認証情報がなく、サーバーがそれを通さないかのどちらかです。後者なら、匿名リクエストが無効か、(1.31以降は)このパスが列挙されていません。',
          'anonymous-forbidden':
            'これは`system:anonymous`への403です。リクエストは認証情報なしで1つ目の門を通っているので、少なくともこのパスでは匿名リクエストが有効です。名前のない相手に、RBACはこの権限を与えていません。これが既定の状態であり、`system:anonymous`に何かをバインドする理由にはなりません。',
          'cluster-info-forbidden':
            'これはcluster-infoに対する`system:anonymous`への403です。匿名リクエストは有効ですが、このConfigMapだけを誰でも読めるようにするkubeadmのRoleBindingがありません。トークンを使う`kubeadm join`はここで失敗します。',
        })[is],
      why: 'リクエストは2つの門に出会います。1つ目は「誰なのか」を問います。認証情報がなければ、許されている場合は`system:anonymous`になり、そうでなければ401です。2つ目は、その名前に何が許されているかを問います。RBACが許さなければ403です。\n\nそのため、`system:anonymous`の名前が出る403は匿名アクセスが有効である証拠になりますが、401だけでは無効である証拠になりません。',
      fix: [askWithoutCredentials.ja, restoreClusterInfoBinding.ja],
      fixFor: ({ is }) =>
        is === 'cluster-info-forbidden'
          ? [restoreClusterInfoBinding.ja, joinWithDiscoveryFile.ja]
          : [is === 'unauthorized' ? askWithoutCredentials.ja : sendCredentials.ja],
    },
  },
  fires: [
    {
      name: '401 from curl',
      text: `$ curl -k https://192.0.2.10:6443/livez
{
  "kind": "Status",
  "apiVersion": "v1",
  "metadata": {},
  "status": "Failure",
  "message": «"Unauthorized"»,
  "reason": "Unauthorized",
  "code": 401
}
`,
    },
    {
      name: '403 on cluster-info',
      text: `{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":«"configmaps \\"cluster-info\\" is forbidden: User \\"system:anonymous\\" cannot get resource \\"configmaps\\" in API group \\"\\" in the namespace \\"kube-public\\""»,"reason":"Forbidden","details":{"name":"cluster-info","kind":"configmaps"},"code":403}
`,
    },
  ],
  silent: [
    {
      name: '404',
      text: '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"pods \\"a\\" not found","reason":"NotFound","code":404}\n',
    },
  ],
  see: [
    { source: 'v1.20.2/S1m', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S1m', since: 28, until: 28, confidence: 'run' },
  ],
});
