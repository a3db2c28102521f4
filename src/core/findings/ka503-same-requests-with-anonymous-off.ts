// Fires on allowed anonymous requests: says what the same requests get with `--anonymous-auth=false`, and how the log changes.

import { anonymousOffEffect } from '../kubernetes/anonymous-off.ts';
import { isHealthPath } from '../kubernetes/audit-event.ts';
import { allowedByBinding, auditLine, clusterInfoURI } from './event-examples.ts';
import { requestsOf } from './event-hits.ts';
import { defineFinding } from './finding.ts';

type Args = { readonly requests: number; readonly joins: number; readonly probes: number; readonly others: number };

export const ka503 = defineFinding<Args>({
  code: 'KA503',
  slug: 'same-requests-with-anonymous-off',
  severity: 'note',
  *check(facts) {
    const allowed = requestsOf(
      facts,
      (event) => anonymousOffEffect(event) === 'refused' && event.code !== undefined && event.code < 400,
    );
    const [first] = allowed;
    if (!first) return;
    const joins = allowed.filter(({ looksLike }) => looksLike === 'kubeadm-discovery').length;
    const probes = allowed.filter(({ path }) => isHealthPath(path)).length;
    const requests = allowed.length;
    yield {
      at: { object: first.object, path: ['user'] },
      args: { requests, joins, probes, others: requests - joins - probes },
    };
  },
  text: {
    en: {
      title: 'With --anonymous-auth=false these requests would be refused',
      message: (a) =>
        `${a.requests === 1 ? 'One allowed request in this log is' : `${a.requests} allowed requests in this log are`} anonymous and would get 401:${listEn(a)}. Each would leave one event with \`"user":{}\`, the stage \`ResponseStarted\` and no annotations, and only if a rule without \`users\` and \`userGroups\` records it.`,
      why: 'With the flag off the request is refused at the first gate, before it has a name; what RBAC allows is never asked. The status of the event is `{"metadata":{},"status":"Failure","reason":"Unauthorized","code":401}` up to 1.23; from 1.24 it has `"message":"Unauthorized"` too.\n\nA policy that picks `system:anonymous` by name matches none of these events. Run with such a policy: on 1.20.2 the log file was not even made, on 1.28.4 it was made and stayed empty, while joins failed and health checks were refused.',
      fix: [
        {
          do: 'Before you switch it off, add a rule without users to the audit policy, so that refused joins can be seen.',
          cost: 'One line per read of cluster-info.',
          code: `- level: Metadata
  verbs: ["get"]
  namespaces: ["kube-public"]
  resources:
  - group: ""
    resources: ["configmaps"]
    resourceNames: ["cluster-info"]`,
        },
      ],
    },
    ja: {
      title: '--anonymous-auth=falseにすると、これらのリクエストは拒否されます',
      message: (a) =>
        `このログの許可されたリクエストのうち${a.requests}件は匿名で、401になります。内訳は${listJa(a)}です。そのとき残るのは、1件につき\`"user":{}\`、ステージ\`ResponseStarted\`、注釈なしのイベント1つだけで、それも\`users\`と\`userGroups\`のないルールが記録する場合に限られます。`,
      why: 'フラグを無効にすると、リクエストは名前が付く前に1つ目の門で拒否され、RBACの許可は問われません。イベントのステータスは、1.23までは`{"metadata":{},"status":"Failure","reason":"Unauthorized","code":401}`で、1.24以降は`"message":"Unauthorized"`も入ります。\n\n`system:anonymous`を名前で選ぶポリシーは、これらのイベントのどれにも一致しません。そのようなポリシーで実測したところ、joinが失敗しヘルスチェックが拒否されている間に、1.20.2ではログファイルが作られもせず、1.28.4では作られて空のままでした。',
      fix: [
        {
          do: '無効にする前に、拒否されたjoinが見えるよう、ユーザーを指定しないルールを監査ポリシーに足します。',
          cost: 'cluster-infoの読み取りごとに1行増えます。',
          code: `- level: Metadata
  verbs: ["get"]
  namespaces: ["kube-public"]
  resources:
  - group: ""
    resources: ["configmaps"]
    resourceNames: ["cluster-info"]`,
        },
      ],
    },
  },
  fires: [
    {
      name: 'discovery of a join',
      text: auditLine({
        uri: clusterInfoURI,
        user: '«{"username":"system:anonymous","groups":["system:unauthenticated"]}»',
        code: 200,
        annotations: allowedByBinding,
      }),
    },
  ],
  silent: [
    {
      name: 'the API server’s own request',
      text: auditLine({
        uri: '"/api/v1/namespaces/kube-system/configmaps"',
        user: '{"username":"system:apiserver","groups":["system:masters"]}',
        code: 200,
      }),
    },
  ],
  see: [
    { source: 'v1.20.2/S2m, v1.20.2/K4-article-false', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S2m, v1.28.4/S2', since: 28, until: 28, confidence: 'run' },
    { source: 'k8s.io/apiserver pkg/endpoints/filters/authn_audit.go', confidence: 'source' },
  ],
});

function listEn({ joins, probes, others }: Args): string {
  const parts = [
    joins > 0 ? ` ${joins} by \`kubeadm join\` (the join fails after its discovery timeout, 5 minutes by default)` : '',
    probes > 0 ? ` ${probes} on health paths (a kubelet’s probes then fail, and it restarts the API server)` : '',
    others > 0 ? ` ${others} by others` : '',
  ];
  return parts.filter((part) => part !== '').join(',');
}

function listJa({ joins, probes, others }: Args): string {
  const parts = [
    joins > 0 ? `\`kubeadm join\`によるもの${joins}件(joinはディスカバリーのタイムアウト、既定で5分の後に失敗)` : '',
    probes > 0 ? `ヘルスチェックのパスへのもの${probes}件(kubeletのプローブなら失敗し、APIサーバーが再起動される)` : '',
    others > 0 ? `そのほか${others}件` : '',
  ];
  return parts.filter((part) => part !== '').join('、');
}
