// Fires on the output of a `kubeadm join` that succeeded: says what that tells about anonymous access.

import type { Facts } from '../kubernetes/facts.ts';
import { defineFinding, type Hit } from './finding.ts';

type Args = {
  readonly joins: number;
  /** `token`, `file`, or empty if the text has no command. */
  readonly discovery: string;
};

function* check({ joins }: Facts): Generator<Hit<Args>> {
  const joined = joins.filter(({ result }) => result === 'joined');
  const [first] = joined;
  if (!first?.deciding) return;
  const { command } = first;
  const byToken = command !== undefined && command.tokenID !== '' && command.discoveryFile === '';
  yield {
    at: { span: first.deciding.span },
    args: {
      joins: joined.length,
      discovery: byToken ? 'token' : command?.discoveryFile ? 'file' : '',
    },
  };
}

const sayEn: Readonly<Record<string, string>> = {
  token:
    'It found the cluster by token, so its read of `kube-public/cluster-info` without credentials was allowed: anonymous requests were on for this path, and the RoleBinding was there.',
  file: 'It found the cluster by a discovery file. That says nothing about anonymous access: with credentials in the file such a join works with it off too.',
  '': 'Without the command it cannot be told whether anonymous access was needed: discovery by token needs it, a discovery file with credentials does not.',
};

const sayJa: Readonly<Record<string, string>> = {
  token:
    'トークンでクラスターを見つけているので、認証情報なしの`kube-public/cluster-info`の読み取りが許されていました。つまり、このパスへの匿名リクエストは有効で、RoleBindingもありました。',
  file: 'ディスカバリーファイルでクラスターを見つけています。ファイルに認証情報があれば匿名アクセスが無効でも参加できるので、匿名アクセスの状態はわかりません。',
  '': 'コマンドがないため、匿名アクセスが必要だったかどうかはわかりません。トークンによるディスカバリーには必要で、認証情報入りのディスカバリーファイルには不要です。',
};

export const ka305 = defineFinding<Args>({
  code: 'KA305',
  slug: 'node-joined',
  severity: 'note',
  check,
  text: {
    en: {
      title: 'The node has joined',
      message: (a) =>
        `${a.joins === 1 ? 'This join' : `${a.joins} joins in this text`} went through to the end. ${sayEn[a.discovery] ?? ''}`,
      why: 'With a token and a CA hash one join reads cluster-info twice without credentials: once without checking the server’s certificate, and once more with the CA that it found and compared with the hash. With `--discovery-token-unsafe-skip-ca-verification` it reads once and trusts what it gets. After that it uses the token, then the kubelet’s own certificate.\n\nIn the audit log these reads stand under `system:anonymous`, if the policy records them.',
      fix: [
        {
          do: 'Nothing to mend. Delete the token if no other node needs it.',
          cost: 'None: tokens expire by themselves (after 24 hours by default).',
          code: 'kubeadm token list; kubeadm token delete <token ID>',
        },
      ],
    },
    ja: {
      title: 'ノードが参加しました',
      message: (a) =>
        `${a.joins === 1 ? 'このjoinは' : `このテキストの${a.joins}回のjoinは`}最後まで成功しています。${sayJa[a.discovery] ?? ''}`,
      why: 'トークンとCAハッシュを使うjoinは、認証情報なしでcluster-infoを2回読みます。1回目はサーバー証明書を検証せずに読み、2回目はそこで得てハッシュと照合したCAで検証しながら読みます。`--discovery-token-unsafe-skip-ca-verification`を付けると1回だけ読み、内容をそのまま信用します。その後はトークンを、続いてkubelet自身の証明書を使います。\n\n監査ポリシーで記録していれば、この読み取りは監査ログに`system:anonymous`として残ります。',
      fix: [
        {
          do: '直すものはありません。ほかのノードで使わないなら、トークンを削除します。',
          cost: 'ありません(トークンは既定で24時間後に自動で失効します)。',
          code: 'kubeadm token list; kubeadm token delete <token ID>',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a join by token (1.20.2)',
      text: `$ kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef --discovery-token-ca-cert-hash sha256:ac0f8c9fe9954416584c4dbb9df4fc404c226ee1d7a364173ce78139696d3fc4
[preflight] Running pre-flight checks
[preflight] Reading configuration from the cluster...
[kubelet-start] Starting the kubelet
[kubelet-start] Waiting for the kubelet to perform the TLS Bootstrap...

«This node has joined the cluster:»
* Certificate signing request was sent to apiserver and a response was received.
* The Kubelet was informed of the new secure connection details.
`,
    },
  ],
  silent: [{ name: 'only the command', text: '$ kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef\n' }],
  see: [
    { source: 'v1.20.2/K1-init-true, v1.20.2/K4-article-true (J1-full)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.20.2/K2-init-false (J4-full, J5-full)', since: 20, until: 20, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/discovery/token/token.go', confidence: 'source' },
  ],
});
