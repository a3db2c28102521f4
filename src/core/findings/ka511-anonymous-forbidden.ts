// Fires on anonymous requests that RBAC refused: the gate behind anonymous access holds; many paths in a row look like a scan.

import { auditLine, forbidden } from './event-examples.ts';
import { argsOf, requestsOf, type EventArgs } from './event-hits.ts';
import { defineFinding } from './finding.ts';

type Args = EventArgs & { readonly differentPaths: number };

export const ka511 = defineFinding<Args>({
  code: 'KA511',
  slug: 'anonymous-forbidden',
  severity: 'note',
  *check(facts) {
    const refused = requestsOf(
      facts,
      ({ identity, code, looksLike }) => identity === 'anonymous' && code === 403 && looksLike !== 'kubeadm-discovery',
    );
    const [first] = refused;
    if (!first) return;
    const differentPaths = new Set(refused.map(({ path }) => path)).size;
    yield {
      at: { object: first.object, path: ['requestURI'] },
      args: { ...argsOf(refused), differentPaths },
    };
  },
  text: {
    en: {
      title: 'Anonymous requests were refused by authorization',
      message: (a) =>
        `${a.requests === 1 ? 'One anonymous request' : `${a.requests} anonymous requests`} got 403 (from \`${a.sources}\`, client \`${a.clients}\`, path \`${a.paths}\`). Anonymous requests are on, and RBAC held.${a.differentPaths > 3 ? ` ${a.differentPaths} different paths look like somebody trying doors.` : ''}`,
      why: 'The request passed the first gate as `system:anonymous` and was refused at the second. By default anonymous callers may only read `/healthz`, `/livez`, `/readyz`, `/version` and, with kubeadm, the ConfigMap cluster-info.\n\nWith `--anonymous-auth=false` the same callers get 401 instead of 403. That hides nothing that RBAC shows, and it takes the name `system:anonymous` out of the log.',
      fix: [
        {
          do: 'Nothing has to be changed. If nobody should reach the port from there, close it in the network.',
          cost: 'A firewall also stops what you need from there: nodes, probes, load balancers.',
        },
      ],
    },
    ja: {
      title: '匿名リクエストが認可で拒否されています',
      message: (a) =>
        `${a.requests}件の匿名リクエストが403になっています(送信元\`${a.sources}\`、クライアント\`${a.clients}\`、パス\`${a.paths}\`)。匿名リクエストは有効で、RBACが止めています。${a.differentPaths > 3 ? `${a.differentPaths}種類のパスが試されており、探索の可能性があります。` : ''}`,
      why: 'リクエストは`system:anonymous`として1つ目の門を通り、2つ目の門で拒否されています。既定では、匿名の呼び出し元が読めるのは`/healthz`、`/livez`、`/readyz`、`/version`と、kubeadmの場合はConfigMap cluster-infoだけです。\n\n`--anonymous-auth=false`にすると、同じ呼び出し元は403ではなく401を受け取ります。RBACが見せているものがそれで隠れるわけではなく、ログからは`system:anonymous`という名前が消えます。',
      fix: [
        {
          do: '変更は必要ありません。そこからポートに届くべきでないなら、ネットワークで閉じます。',
          cost: 'ファイアウォールは、そこから必要なもの(ノード、プローブ、ロードバランサー)も止めます。',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a look at the API without credentials',
      text: auditLine({ uri: '«"/api"»', agent: 'curl/7.88.1', code: 403, annotations: forbidden }),
    },
  ],
  silent: [
    {
      name: 'a named user without the right',
      text: auditLine({
        uri: '"/api/v1/secrets"',
        user: '{"username":"alice","groups":["dev","system:authenticated"]}',
        agent: 'kubectl/v1.28.4',
        code: 403,
        annotations: forbidden,
      }),
    },
  ],
  see: [
    { source: 'v1.20.2/S1 (http-probes)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S1m (http-probes)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go', confidence: 'source' },
  ],
});
