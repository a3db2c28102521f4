// Fires on allowed anonymous health checks: the kubelet's probes carry no credentials, and the Pod lives by them.

import { isHealthPath } from '../kubernetes/audit-event.ts';
import { allowedForPublic, auditLine } from './event-examples.ts';
import { argsOf, requestsOf, type EventArgs } from './event-hits.ts';
import { defineFinding } from './finding.ts';
import { limitAnonymousToPaths } from './known-fixes.ts';

type Args = EventArgs & { readonly kubelet: boolean };

export const ka512 = defineFinding<Args>({
  code: 'KA512',
  slug: 'anonymous-health-checks',
  severity: 'note',
  *check(facts) {
    const checks = requestsOf(
      facts,
      ({ identity, path, code }) => identity === 'anonymous' && isHealthPath(path) && code === 200,
    );
    const [first] = checks;
    if (!first) return;
    const kubelet = checks.some(({ client }) => client.program === 'kube-probe');
    yield { at: { object: first.object, path: ['requestURI'] }, args: { ...argsOf(checks), kubelet } };
  },
  text: {
    en: {
      title: 'Health checks come without credentials',
      message: (a) =>
        `${a.requests === 1 ? 'One anonymous health check was' : `${a.requests} anonymous health checks were`} answered with 200 (from \`${a.sources}\`, client \`${a.clients}\`, path \`${a.paths}\`). ${
          a.kubelet
            ? 'Among them are a kubelet’s probes: with `--anonymous-auth=false` they get 401, and the kubelet restarts the API server again and again.'
            : 'With `--anonymous-auth=false` they get 401.'
        }`,
      why: 'The probes that kubeadm writes into the static Pod send no header. The kubelet counts 200 to 399 as success, so 401 is a failure. From 1.19 the startup probe on `/livez` decides: it fails 24 times, every 10 s, and the container is killed; up to 1.18 it is the liveness probe on `/healthz`.\n\nThe ClusterRoleBinding `system:public-info-viewer` lets anybody read `/healthz`, `/livez`, `/readyz` and `/version`, by default from 1.14.',
      fix: [
        {
          do: 'Nothing is wrong. If these lines fill the log, leave them out by path.',
          cost: 'Probes that are refused with 401 are left out as well: you will not see them after a change.',
          code: '- level: None\n  nonResourceURLs: ["/livez*", "/readyz*", "/healthz*"]',
        },
        limitAnonymousToPaths.en,
      ],
    },
    ja: {
      title: 'ヘルスチェックは認証情報なしで届いています',
      message: (a) =>
        `${a.requests}件の匿名のヘルスチェックに200が返っています(送信元\`${a.sources}\`、クライアント\`${a.clients}\`、パス\`${a.paths}\`)。${
          a.kubelet
            ? 'この中にはkubeletのプローブがあります。`--anonymous-auth=false`にすると401になり、kubeletがAPIサーバーを繰り返し再起動します。'
            : '`--anonymous-auth=false`にすると401になります。'
        }`,
      why: 'kubeadmが静的Podに書くプローブは、ヘッダーを何も送りません。kubeletは200〜399を成功とみなすので、401は失敗です。1.19以降は`/livez`のstartupプローブが決め手で、10秒おきに24回失敗するとコンテナが終了させられます。1.18までは`/healthz`のlivenessプローブです。\n\n1.14以降の既定では、ClusterRoleBinding `system:public-info-viewer`により、誰でも`/healthz`、`/livez`、`/readyz`、`/version`を読めます。',
      fix: [
        {
          do: '問題はありません。ログがこれらの行で埋まるなら、パスで除外します。',
          cost: '401で拒否されたプローブも除外されるため、設定変更の後の失敗が見えなくなります。',
          code: '- level: None\n  nonResourceURLs: ["/livez*", "/readyz*", "/healthz*"]',
        },
        limitAnonymousToPaths.ja,
      ],
    },
  },
  fires: [
    {
      name: 'a probe of the kubelet (1.20.2)',
      text: auditLine({ uri: '«"/livez"»', agent: 'kube-probe/1.20', code: 200, annotations: allowedForPublic }),
    },
  ],
  silent: [
    {
      name: 'a health check with credentials',
      text: auditLine({
        uri: '"/readyz"',
        user: '{"username":"kubernetes-admin","groups":["system:masters","system:authenticated"]}',
        agent: 'kubectl/v1.20.2 (linux/amd64) kubernetes/faecb19',
        code: 200,
      }),
    },
  ],
  see: [
    { source: 'v1.20.2/K1-init-true, v1.20.2/K2-init-false', since: 20, until: 20, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/util/staticpod/utils.go', since: 19, confidence: 'source' },
    {
      source: 'kubernetes/kubernetes plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go',
      since: 14,
      confidence: 'source',
    },
    { source: 'https://github.com/kubernetes/kubernetes/issues/100581', confidence: 'reported' },
  ],
});
