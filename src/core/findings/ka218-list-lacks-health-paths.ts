// Fires where the list of anonymous paths lacks one that a probe asks for: the Pod is never Ready, or killed again and again.

import { isRefused, killingProbe, probeAnswer } from '../simulator/probes.ts';
import { modelOf } from '../simulator/server-model.ts';
import { defineFinding } from './finding.ts';
import { listPaths } from './path-changes.ts';
import { probeByTcp } from './known-fixes.ts';

export const ka218 = defineFinding({
  code: 'KA218',
  slug: 'list-lacks-health-paths',
  severity: 'error',
  *check({ server, version }) {
    if (server?.access.mode !== 'paths' || !server.access.at) return;
    const model = modelOf(server);
    const refused = server.probes.filter((probe) => isRefused(probeAnswer(probe, model)));
    if (refused.length === 0) return;
    const paths = [...new Set(refused.map(({ path }) => path))];
    const killer = killingProbe(server, model);
    yield {
      at: server.access.at,
      args: { version: version.text, paths: paths.join(' '), several: paths.length > 1, kills: killer?.probe ?? '' },
      repair: listPaths(server, paths),
    };
  },
  text: {
    en: {
      title: 'The list of anonymous paths lacks what the probes ask for',
      message: ({ paths, several, kills }) =>
        `The probes of the static Pod ask for \`${paths}\` without credentials. ${several ? 'These paths are' : 'This path is'} not listed, so the answer is 401. ${
          kills
            ? `The ${kills} probe fails, and the kubelet kills and restarts kube-apiserver again and again.`
            : 'The server runs, but its Pod is never Ready.'
        }`,
      why: 'kubeadm’s startup and liveness probes ask for `/livez`, its readiness probe for `/readyz` (until 1.18 a liveness probe asks for `/healthz`). Conditions are compared exactly: `/healthz` in the list does nothing for `/livez`.',
      repair:
        'Lists the paths that the probes ask for. Anyone who reaches the port then learns whether the server is alive and ready.',
      fix: [
        {
          do: 'List the paths that the probes ask for.',
          cost: 'Anyone who reaches the port learns whether the server is alive and ready.',
          code: '  - path: /livez\n  - path: /readyz',
          since: 31,
        },
        probeByTcp.en,
      ],
    },
    ja: {
      title: '匿名で読めるパスの一覧に、プローブが使うパスがありません',
      message: ({ paths, kills }) =>
        `静的Podのプローブは認証情報なしで\`${paths}\`を呼びます。一覧にないため、応答は401です。${
          kills
            ? `${kills}プローブが失敗し、kubeletはkube-apiserverの終了と再起動を繰り返します。`
            : 'サーバーは動きますが、PodはReadyになりません。'
        }`,
      why: 'kubeadmが設定するプローブは、startupとlivenessが`/livez`、readinessが`/readyz`を呼びます(1.18まではlivenessだけで、`/healthz`)。パスは完全一致で比べられるので、一覧に`/healthz`があっても`/livez`には効きません。',
      repair:
        'プローブが使うパスを一覧に加えます。ポートに届く人なら誰でも、サーバーが生きているか、準備ができているかを知ることができます。',
      fix: [
        {
          do: 'プローブが使うパスを一覧に加えます。',
          cost: 'ポートに届く人なら誰でも、サーバーが生きているか、準備ができているかを知ることができます。',
          code: '  - path: /livez\n  - path: /readyz',
          since: 31,
        },
        probeByTcp.ja,
      ],
    },
  },
  fires: [
    {
      name: 'only /healthz, as older tools ask for it',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
«anonymous»:
  enabled: true
  conditions:
  - path: /healthz
  - path: /api/v1/namespaces/kube-public/configmaps/cluster-info
`,
    },
  ],
  silent: [
    {
      name: 'both paths of the probes',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
`,
    },
  ],
  see: [
    {
      source: 'k8s.io/apiserver pkg/authentication/request/anonymous/anonymous.go v0.31–v0.37.0-beta.0',
      since: 31,
      confidence: 'source',
    },
    { source: 'v1.28.4/S2/manifest-kube-apiserver.yaml', since: 28, until: 28, confidence: 'run' },
  ],
});
