// Fires where the static Pod's probes get 401: the kubelet kills kube-apiserver again and again, and everybody loses it each time.

import { modelOf } from '../simulator/server-model.ts';
import { isRefused, killingProbe, probeAnswer } from '../simulator/probes.ts';
import { defineFinding } from './finding.ts';
import { allowAnonymousAgain, limitAnonymousToPaths, probeByTcp } from './known-fixes.ts';

export const ka202 = defineFinding({
  code: 'KA202',
  slug: 'anonymous-off-restarts-api-server',
  severity: 'error',
  *check({ server, version }) {
    if (!server || server.access.mode !== 'off' || server.access.because === 'always-allow' || !server.access.at)
      return;
    const model = modelOf(server);
    const killer = killingProbe(server, model);
    const probe = killer ?? server.probes.find((one) => isRefused(probeAnswer(one, model)));
    if (!probe) return;
    yield {
      at: server.access.at,
      args: {
        version: version.text,
        kubeadm: server.from !== 'manifest',
        probe: probe.probe,
        path: probe.path,
        threshold: probe.failureThreshold,
        period: probe.periodSeconds,
        seconds: probe.initialDelaySeconds + (probe.failureThreshold - 1) * probe.periodSeconds,
      },
    };
  },
  text: {
    en: {
      title: 'The API server is killed and restarted again and again: its probes get 401',
      message: ({ version, kubeadm, probe, path, threshold, period, seconds }) =>
        `${kubeadm ? `In ${version}, kubeadm’s ${probe} probe` : `The ${probe} probe of this manifest`} asks \`${path}\` without credentials and gets 401. ${
          probe === 'readiness'
            ? 'The Pod runs, but is never Ready; this probe alone does not restart it.'
            : `After ${threshold} failures, one every ${period} s (about ${seconds} s after each start), the kubelet kills the container at its next pod sync, and starts it again, without end.${probe === 'startup' ? ' Measured on 1.20.2 with 24 failures: container lives of 264 to 320 s, the API away for 12 to 20 s each time. The Pod says Running, but is never Ready.' : ''}`
        }`,
      why: 'The probes in the static Pod manifest that kubeadm writes are plain `httpGet` requests without headers or credentials, in every version. The kubelet counts 200 to 399 as healthy and everything else as a failure.\n\nWhile the startup probe has not succeeded, the liveness and readiness probes do not run: it is the startup probe that kills. `kubeadm init` does not notice, because it checks with `admin.conf` and is done in half a minute, long before the first kill. A longer `timeoutForControlPlane` only delays it. kube-controller-manager and kube-scheduler lose their lease at each restart and restart too.',
      fix: [limitAnonymousToPaths.en, probeByTcp.en, allowAnonymousAgain.en],
    },
    ja: {
      title: 'プローブが401になり、APIサーバーが強制終了と再起動を繰り返します',
      message: ({ version, kubeadm, probe, path, threshold, period, seconds }) =>
        `${kubeadm ? `${version}では、kubeadmが設定する${probe}プローブ` : `このマニフェストの${probe}プローブ`}が認証情報なしで\`${path}\`を呼び、401を受け取ります。${
          probe === 'readiness'
            ? 'Podは動きますがReadyになりません。このプローブだけでは再起動されません。'
            : `${period}秒ごとの失敗が${threshold}回続くと(起動のたびに約${seconds}秒後)、kubeletは次のPod同期でコンテナを終了させ、また起動します。これが終わりなく続きます。${probe === 'startup' ? '1.20.2での実測(24回)では、コンテナの寿命は264〜320秒、そのたびにAPIへ12〜20秒つながらなくなりました。PodはRunningと表示されますが、Readyにはなりません。' : ''}`
        }`,
      why: 'kubeadmが書き出す静的Podのマニフェストのプローブは、どのバージョンでもヘッダーも認証情報も持たない`httpGet`です。kubeletは200〜399を正常、それ以外を失敗と数えます。\n\nstartupプローブが成功するまで、livenessプローブとreadinessプローブは実行されません。つまり、終了させているのはstartupプローブです。`kubeadm init`は`admin.conf`で確認し、最初の終了よりずっと前の30秒ほどで完了するため、これに気づきません。`timeoutForControlPlane`を延ばしても、先送りになるだけです。kube-controller-managerとkube-schedulerも、そのたびにリースを失って再起動します。',
      fix: [limitAnonymousToPaths.ja, probeByTcp.ja, allowAnonymousAgain.ja],
    },
  },
  fires: [
    {
      name: 'kubeadm v1beta3',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    anonymous-auth: «"false"»
`,
    },
  ],
  silent: [
    {
      name: 'switched on',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    anonymous-auth: "true"
`,
    },
  ],
  see: [
    { source: 'v1.20.2/K2-init-false', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.20.2/K3-false-tcp-probes', since: 20, until: 20, confidence: 'run' },
    {
      source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/controlplane/manifests.go',
      since: 19,
      until: 33,
      confidence: 'source',
    },
    {
      source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/controlplane/manifests.go',
      until: 17,
      confidence: 'source',
    },
    { source: 'https://github.com/kubernetes/kubernetes/issues/100581', confidence: 'reported' },
  ],
});
