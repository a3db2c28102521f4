// Fires on anonymous requests that were allowed outside the few public paths: some binding gives more to callers without a name.

import { clusterInfoPath } from '../kubernetes/cluster-info.ts';
import { anonymousUser, auditLine, allowedForPublic } from './event-examples.ts';
import { argsOf, requestsOf, type EventArgs } from './event-hits.ts';
import { defineFinding } from './finding.ts';

type Args = EventArgs & { readonly binding: string };

/** What ClusterRole `system:public-info-viewer` allows, and kubeadm's one ConfigMap. */
const publicPaths: readonly string[] = ['/healthz', '/livez', '/readyz', '/version', '/version/', clusterInfoPath];

export const ka514 = defineFinding<Args>({
  code: 'KA514',
  slug: 'anonymous-reaches-more',
  severity: 'warning',
  *check(facts) {
    const allowed = requestsOf(
      facts,
      ({ identity, decision, path }) => identity === 'anonymous' && decision === 'allow' && !publicPaths.includes(path),
    );
    const [first] = allowed;
    if (!first) return;
    const { reason } = first;
    yield {
      at: { object: first.object, path: ['requestURI'] },
      args: { ...argsOf(allowed), binding: reason ? `${reason.bindingKind} ${reason.bindingName}` : '' },
    };
  },
  text: {
    en: {
      title: 'Anonymous callers may do more than the default',
      message: (a) =>
        `${a.requests === 1 ? 'One anonymous request was' : `${a.requests} anonymous requests were`} allowed outside the paths that are public by default (path \`${a.paths}\`, from \`${a.sources}\`, client \`${a.clients}\`).${a.binding ? ` \`${a.binding}\` allowed the first of them.` : ''} Anybody who reaches the port can do the same.`,
      why: 'By default anonymous callers may only read `/healthz`, `/livez`, `/readyz`, `/version` and, with kubeadm, `kube-public/cluster-info`. More comes from a binding to `system:anonymous` or `system:unauthenticated`. Clusters upgraded from 1.13 or older may still have such bindings for `/api` and `/apis`; others were added for OIDC discovery, metrics or dashboards.\n\nThe reason in the event names one binding among possibly many: removing it does not prove that the access ends.',
      fix: [
        {
          do: 'Find the bindings and remove what nobody needs.',
          cost: 'Whoever relied on it without credentials gets 403: tell them before.',
          code: `kubectl get clusterrolebindings,rolebindings -A -o json | jq -r '.items[] | select([.subjects[]?.name] | index("system:anonymous") or index("system:unauthenticated")) | [.kind, .metadata.namespace, .metadata.name] | @tsv'`,
        },
      ],
    },
    ja: {
      title: '匿名の呼び出し元に、既定より多くの権限があります',
      message: (a) =>
        `既定で公開されているパス以外への匿名リクエストが${a.requests}件許可されています(パス\`${a.paths}\`、送信元\`${a.sources}\`、クライアント\`${a.clients}\`)。${a.binding ? `最初の1件を許可したのは\`${a.binding}\`です。` : ''}ポートに届く人なら、誰でも同じことができます。`,
      why: '既定では、匿名の呼び出し元が読めるのは`/healthz`、`/livez`、`/readyz`、`/version`と、kubeadmの場合は`kube-public/cluster-info`だけです。それ以外は、`system:anonymous`や`system:unauthenticated`へのバインディングによるものです。1.13以前からアップグレードしたクラスターには、`/api`や`/apis`のバインディングが残っていることがあります。OIDC ディスカバリーやメトリクス、ダッシュボードのために追加されることもあります。\n\nイベントの理由に出るのは、いくつもありうるバインディングの1つです。それを消しても、アクセスがなくなるとは限りません。',
      fix: [
        {
          do: 'バインディングを探し、不要なものを消します。',
          cost: '認証情報なしで使っていた相手は403になります。事前に知らせてください。',
          code: `kubectl get clusterrolebindings,rolebindings -A -o json | jq -r '.items[] | select([.subjects[]?.name] | index("system:anonymous") or index("system:unauthenticated")) | [.kind, .metadata.namespace, .metadata.name] | @tsv'`,
        },
      ],
    },
  },
  fires: [
    {
      name: 'metrics for everybody',
      text: auditLine({
        uri: '«"/metrics"»',
        user: anonymousUser,
        agent: 'curl/7.88.1',
        code: 200,
        annotations: String.raw`{"authorization.k8s.io/decision":"allow","authorization.k8s.io/reason":"RBAC: allowed by ClusterRoleBinding \"metrics-for-all\" of ClusterRole \"metrics-reader\" to Group \"system:unauthenticated\""}`,
      }),
    },
  ],
  silent: [
    {
      name: 'the version',
      text: auditLine({ uri: '"/version"', agent: 'curl/7.88.1', code: 200, annotations: allowedForPublic }),
    },
  ],
  see: [
    { source: 'v1.20.2/S1 (http-probes), v1.28.4/S1m (http-probes)', confidence: 'run' },
    {
      source: 'kubernetes/kubernetes plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go',
      since: 14,
      confidence: 'source',
    },
    { source: 'https://github.com/kubernetes/enhancements/pull/720', confidence: 'reported' },
  ],
});
