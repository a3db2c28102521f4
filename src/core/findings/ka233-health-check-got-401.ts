// Fires on messages of a probe or a load balancer whose health check was answered 401: the server is healthy and refuses to say so.

import { defineFinding } from './finding.ts';
import {
  allowAnonymousAgain,
  askWithoutCredentials,
  checkByTcp,
  checkWithCredentials,
  limitAnonymousToPaths,
  probeByTcp,
} from './known-fixes.ts';

type Args = { readonly probe: string; readonly messages: number };

export const ka233 = defineFinding<Args>({
  code: 'KA233',
  slug: 'health-check-got-401',
  severity: 'error',
  *check({ healthChecks }) {
    const [first] = healthChecks;
    if (first)
      yield { at: { object: first.object, path: [] }, args: { probe: first.probe, messages: healthChecks.length } };
  },
  text: {
    en: {
      title: 'A health check was answered 401',
      message: ({ probe }) =>
        probe === ''
          ? 'The load balancer asked without valid credentials, was answered 401 and counts the server as down. A 401 comes from a server that runs: if this is kube-apiserver, it refuses requests without credentials, on every path or (from 1.31) on all that are not listed.'
          : `The kubelet’s ${probe} probe was answered 401 and counts that as a failure. A 401 comes from a server that runs: if this is the Pod of kube-apiserver, it refuses requests without credentials, on every path or (from 1.31) on all that are not listed. ${
              probe === 'readiness'
                ? 'A readiness probe alone does not restart the Pod.'
                : 'After enough failures the kubelet kills the container and starts it again, without end.'
            }`,
      why: 'Probes that kubeadm writes, and most checks of load balancers, carry no credentials. With anonymous requests off the first gate answers 401 before it looks at the path. The kubelet counts only 200 to 399 as healthy.\n\nIf the probe does carry a header with credentials, they are not valid or have expired: then the same 401 has another cause.',
      fix: [askWithoutCredentials.en, limitAnonymousToPaths.en, probeByTcp.en, checkByTcp.en, allowAnonymousAgain.en],
      fixFor: ({ probe }) =>
        probe === ''
          ? [askWithoutCredentials.en, checkByTcp.en, checkWithCredentials.en, limitAnonymousToPaths.en]
          : [askWithoutCredentials.en, limitAnonymousToPaths.en, probeByTcp.en, allowAnonymousAgain.en],
    },
    ja: {
      title: 'ヘルスチェックが401になっています',
      message: ({ probe }) =>
        probe === ''
          ? 'ロードバランサーが有効な認証情報なしで問い合わせて401を受け取り、サーバーが停止していると判断しています。401を返すサーバーは動いています。相手がkube-apiserverなら、認証情報のないリクエストをすべてのパスで、または(1.31以降は)列挙されていないパスで拒否しています。'
          : `kubeletの${probe}プローブが401を受け取り、失敗と数えています。401を返すサーバーは動いています。これがkube-apiserverのPodなら、認証情報のないリクエストをすべてのパスで、または(1.31以降は)列挙されていないパスで拒否しています。${
              probe === 'readiness'
                ? 'readinessプローブだけではPodは再起動されません。'
                : '失敗が決まった回数続くと、kubeletはコンテナを終了させて起動し直し、これが終わりなく続きます。'
            }`,
      why: 'kubeadmが書き出すプローブも、ロードバランサーのチェックの多くも、認証情報を持ちません。匿名リクエストが無効だと、1つ目の門はパスを見る前に401を返します。kubeletが正常と数えるのは200〜399だけです。\n\nプローブが認証情報のヘッダーを付けている場合は、その認証情報が無効(または期限切れ)です。同じ401でも原因が異なります。',
      fix: [askWithoutCredentials.ja, limitAnonymousToPaths.ja, probeByTcp.ja, checkByTcp.ja, allowAnonymousAgain.ja],
      fixFor: ({ probe }) =>
        probe === ''
          ? [askWithoutCredentials.ja, checkByTcp.ja, checkWithCredentials.ja, limitAnonymousToPaths.ja]
          : [askWithoutCredentials.ja, limitAnonymousToPaths.ja, probeByTcp.ja, allowAnonymousAgain.ja],
    },
  },
  fires: [
    {
      name: 'events of the Pod',
      text: `Events:
  «Warning  Unhealthy  2m42s (x22 over 6m11s)  kubelet  Startup probe failed: HTTP probe failed with statuscode: 401»
  Normal   Killing    2m42s                   kubelet  Container kube-apiserver failed startup probe, will be restarted
`,
    },
    {
      name: 'HAProxy',
      text: `«Server apiserver/cp1 is DOWN, reason: Layer7 wrong status, code: 401, info: "Unauthorized"»
`,
    },
  ],
  silent: [
    {
      name: 'another answer',
      text: 'Warning  Unhealthy  10s  kubelet  Readiness probe failed: HTTP probe failed with statuscode: 500\n',
    },
  ],
  see: [
    { source: 'v1.20.2/K2-init-false', since: 20, until: 20, confidence: 'run' },
    { source: 'kubernetes/kubernetes pkg/probe/http/http.go', confidence: 'source' },
    { source: 'https://github.com/canonical/cluster-api-k8s/pull/11', confidence: 'reported' },
  ],
});
