// Fires where the admission plugin NodeRestriction, which kubeadm sets, gets lost: a kubelet may then change other nodes.

import { findFlag, flagName, type FlagFact, type ServerFact } from '../kubernetes/api-server.ts';
import { defineFinding } from './finding.ts';
import { removeFlag, setFlag } from './flag-changes.ts';

const plugin = 'NodeRestriction';

/** The flag that loses it: an enable list without it, or a disable list with it. */
function losingFlag(server: ServerFact): FlagFact | undefined {
  const valuesOf = (name: string): readonly string[] =>
    server.flags
      .filter((flag) => flagName(flag.name, server.minor) === name)
      .flatMap(({ value }) => value.split(',').map((one) => one.trim()));
  if (valuesOf('disable-admission-plugins').includes(plugin)) return findFlag(server, 'disable-admission-plugins');
  const enabled = findFlag(server, 'enable-admission-plugins');
  return enabled && !valuesOf('enable-admission-plugins').includes(plugin) ? enabled : undefined;
}

export const ka211 = defineFinding({
  code: 'KA211',
  slug: 'node-restriction-dropped',
  severity: 'warning',
  *check({ server }) {
    const flag = server && losingFlag(server);
    if (!flag) return;
    const listed = flag.value.split(',').map((one) => one.trim());
    const isDisabled = listed.includes(plugin);
    const value = (isDisabled ? listed.filter((one) => one !== plugin) : [plugin, ...listed]).filter(Boolean).join(',');
    const repair = value === '' ? removeFlag(server, flag) : setFlag(server, flag, value);
    yield { at: flag.at, args: { name: flag.name, value: flag.value }, repair };
  },
  text: {
    en: {
      title: 'The admission plugin NodeRestriction is off',
      message: ({ name, value }) =>
        `\`${name}: ${value}\` leaves \`NodeRestriction\` out. The value replaces kubeadm’s \`NodeRestriction\`; it is not added to it.`,
      why: 'NodeRestriction lets a kubelet change only its own Node and the Pods on it. Without it, whoever takes one node’s credentials can relabel the other nodes and draw Pods to it. Plugins that are on by default (`NamespaceLifecycle`, `ServiceAccount` …) stay on without being named; NodeRestriction is not one of them.',
      repair:
        'Names `NodeRestriction` beside the plugins that stand there (or takes it out of the list of disabled ones).',
      fix: [
        {
          do: 'Name it too.',
          cost: 'None.',
          code: 'enable-admission-plugins: NodeRestriction,EventRateLimit',
        },
      ],
    },
    ja: {
      title: 'アドミッションプラグインNodeRestrictionが無効です',
      message: ({ name, value }) =>
        `\`${name}: ${value}\`では\`NodeRestriction\`が抜けています。この値はkubeadmの\`NodeRestriction\`に足されるのではなく、置き換えます。`,
      why: 'NodeRestrictionがあると、kubeletが変更できるのは自分のNodeとその上のPodだけです。なければ、1台のノードの認証情報を手に入れた人が、ほかのノードのラベルを書き換えてPodを呼び寄せることもできます。既定で有効なプラグイン(`NamespaceLifecycle`、`ServiceAccount`など)は書かなくても有効なままですが、NodeRestrictionはそこに含まれません。',
      repair: '書かれているプラグインに`NodeRestriction`を加えます(無効化の一覧にある場合は、そこから外します)。',
      fix: [
        {
          do: '一覧に加えます。',
          cost: 'ありません。',
          code: 'enable-admission-plugins: NodeRestriction,EventRateLimit',
        },
      ],
    },
  },
  fires: [
    {
      name: 'one plugin of one’s own',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    enable-admission-plugins: «EventRateLimit»
`,
    },
  ],
  silent: [
    {
      name: 'named beside it',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    enable-admission-plugins: NodeRestriction,EventRateLimit
`,
    },
  ],
  see: [
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/controlplane/manifests.go', confidence: 'source' },
    {
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/',
      confidence: 'reported',
    },
  ],
});
