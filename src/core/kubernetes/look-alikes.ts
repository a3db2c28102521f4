// Files of other tools that look like kubeadm's and are not: whose they are, and where they keep the flags of kube-apiserver.
// Sources: the tools' own documentation and code, as far as the facts on products name them; kinds by API group.

import type { PastedObject } from '../formats/format.ts';
import type { Localised } from '../locale.ts';
import type { Path } from '../source/path.ts';
import type { Place } from './facts.ts';

export interface LookAlike {
  readonly product: string;
  /** The API groups, or our word for a document without one. */
  readonly groups: readonly string[];
  /** Kinds of the group that hold the setting; other kinds of the group are the product's too. */
  readonly kinds?: readonly string[];
  /** Where the flags stand, as a path in the file. */
  readonly setting: string;
  /** What is different about anonymous requests there. */
  readonly note: Localised;
}

const offByDefault: Localised = {
  en: 'It runs with anonymous requests off by default and does not join nodes the way kubeadm does.',
  ja: '既定で匿名リクエストが無効で、ノードの参加方法もkubeadmとは異なります。',
};

export const lookAlikes: readonly LookAlike[] = [
  {
    product: 'kind',
    groups: ['kind.x-k8s.io', 'kind.sigs.k8s.io', 'kind config'],
    setting: 'kubeadmConfigPatches, nodes[].kubeadmConfigPatches (a ClusterConfiguration as text)',
    note: {
      en: 'kind writes the kubeadm file itself and applies these texts to it as patches.',
      ja: 'kindはkubeadmのファイルを自分で書き、これらのテキストをパッチとして当てます。',
    },
  },
  {
    product: 'Cluster API (kubeadm)',
    groups: ['controlplane.cluster.x-k8s.io'],
    kinds: ['KubeadmControlPlane', 'KubeadmControlPlaneTemplate'],
    setting: 'spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraArgs',
    note: {
      en: 'The flags reach the kubeadm file as they stand here, and nodes join with a token; so anonymous requests that are off stop new nodes here too (inferred).',
      ja: 'フラグはここに書かれたままkubeadmのファイルに渡り、ノードはトークンで参加します。そのため、匿名リクエストを無効にすると、ここでも新しいノードが参加できなくなります(推定)。',
    },
  },
  {
    product: 'Cluster API (kubeadm)',
    groups: ['bootstrap.cluster.x-k8s.io'],
    kinds: ['KubeadmConfig', 'KubeadmConfigTemplate'],
    setting:
      'spec.clusterConfiguration.apiServer.extraArgs (KubeadmConfigTemplate: spec.template.spec.clusterConfiguration …)',
    note: {
      en: 'For control planes the setting is in the KubeadmControlPlane; a KubeadmConfigTemplate is for worker nodes, which join.',
      ja: 'コントロールプレーンの設定はKubeadmControlPlaneにあります。KubeadmConfigTemplateは、参加するワーカーノード用です。',
    },
  },
  {
    product: 'Cluster API',
    groups: ['cluster.x-k8s.io'],
    setting: 'KubeadmControlPlane: spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraArgs',
    note: {
      en: 'This kind only names the control plane; the flags are in the object that it refers to.',
      ja: 'この種類はコントロールプレーンを指すだけで、フラグは参照先のオブジェクトにあります。',
    },
  },
  {
    product: 'Talos Linux',
    groups: ['Talos machine config'],
    setting: 'cluster.apiServer.extraArgs',
    note: offByDefault,
  },
  {
    product: 'RKE2 / k3s',
    groups: ['RKE2 or k3s config'],
    setting: 'kube-apiserver-arg (a list of name=value)',
    note: {
      en: 'Both run with anonymous requests off by default and join nodes in their own way; the probes of RKE2 use a client certificate.',
      ja: 'どちらも既定で匿名リクエストが無効で、ノードの参加は独自の方法です。RKE2のプローブはクライアント証明書を使います。',
    },
  },
  {
    product: 'RKE',
    groups: ['RKE cluster config'],
    setting: 'services.kube-api.extra_args',
    note: {
      en: 'RKE runs kube-apiserver as a container of its own, without kubeadm.',
      ja: 'RKEはkubeadmを使わず、独自のコンテナとしてkube-apiserverを動かします。',
    },
  },
  { product: 'k0s', groups: ['k0s.k0sproject.io'], setting: 'spec.api.extraArgs', note: offByDefault },
  {
    product: 'k0sctl',
    groups: ['k0sctl.k0sproject.io'],
    setting: 'spec.k0s.config.spec.api.extraArgs',
    note: offByDefault,
  },
  {
    product: 'kubespray',
    groups: ['kubespray variables'],
    setting: 'kube_api_anonymous_auth, kube_kubeadm_apiserver_extra_args',
    note: {
      en: 'kubespray runs kubeadm with a file of its own; anonymous requests are on by default. With `remove_anonymous_access: true` it deletes the RoleBinding for cluster-info and joins nodes with a discovery file.',
      ja: 'kubesprayは自分で作ったファイルでkubeadmを動かし、匿名リクエストは既定で有効です。`remove_anonymous_access: true`にすると、cluster-infoのRoleBindingを削除し、ディスカバリーファイルでノードを参加させます。',
    },
  },
  {
    product: 'kOps',
    groups: ['kops.k8s.io'],
    setting: 'spec.kubeAPIServer.anonymousAuth',
    note: {
      en: 'kOps runs with anonymous requests off, beside a health check of its own.',
      ja: 'kOpsは匿名リクエストを無効にして動き、独自のヘルスチェックを備えています。',
    },
  },
  {
    product: 'Gardener',
    groups: ['core.gardener.cloud'],
    setting: 'spec.kubernetes.kubeAPIServer.structuredAuthentication.configMapName',
    note: {
      en: 'The AuthenticationConfiguration lies in a ConfigMap of the garden cluster that the Shoot names.',
      ja: 'AuthenticationConfigurationは、Shootが指すgardenクラスターのConfigMapにあります。',
    },
  },
];

export interface LookAlikeFact {
  readonly lookAlike: LookAlike;
  /** The setting, if the file has it; else what gives the file away. */
  readonly at: Place;
  /** The setting as it reads there; empty if the file does not have it. */
  readonly written: string;
}

/** One fact per product in the paste: the object that holds the setting, else the kind that would, else any. */
export function findLookAlikes(objects: readonly PastedObject[]): readonly LookAlikeFact[] {
  const found = objects.flatMap((object, index) => {
    const lookAlike = lookAlikes.find((row) => matches(row, object));
    return lookAlike ? [{ lookAlike, ...whereIn(object, index), weight: weigh(lookAlike, object) }] : [];
  });
  const best = new Map<string, (typeof found)[number]>();
  for (const one of found) {
    const product = one.lookAlike.product.replace(/ \(kubeadm\)$/, '');
    const before = best.get(product);
    const better =
      !before || (one.written !== '' && before.written === '') || (before.written === '' && one.weight > before.weight);
    if (better) best.set(product, one);
  }
  return [...best.values()].map(({ lookAlike, at, written }) => ({ lookAlike, at, written }));
}

function matches({ groups }: LookAlike, { apiVersion, kind }: PastedObject): boolean {
  return groups.includes(apiVersion === undefined ? kind : (apiVersion.split('/')[0] ?? ''));
}

function weigh({ kinds }: LookAlike, { kind }: PastedObject): number {
  if (!kinds) return 1;
  return kinds.includes(kind) ? 3 - kinds.indexOf(kind) / 10 : 0;
}

function whereIn(object: PastedObject, index: number): Pick<LookAlikeFact, 'at' | 'written'> {
  const setting = findSetting(object.value, [], 0);
  if (setting) return { at: { object: index, path: setting.path }, written: setting.written };
  const first = Object.keys(typeof object.value === 'object' && object.value ? object.value : {})[0] ?? 'kind';
  const path = object.apiVersion === undefined ? [first] : ['kind'];
  return { at: { object: index, path, part: object.apiVersion === undefined ? 'key' : 'value' }, written: '' };
}

const settingKey = /^(?:anonymous-auth|anonymousAuth|kube_api_anonymous_auth|authentication-config)$/;
const settingText = /(?:^|[\s-])(?:anonymous-auth|authentication-config)\s*[:=]\s*["']?[\w./-]*/;

/** The first place that sets anonymous-auth or names an authentication file: a key, an item with that name, or a text that contains it. */
function findSetting(
  value: unknown,
  path: Path,
  depth: number,
): { readonly path: Path; readonly written: string } | undefined {
  if (depth > 12) return undefined;
  if (typeof value === 'string') {
    const text = settingText.exec(value)?.[0].trim();
    return text === undefined ? undefined : { path, written: text };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const named = value as { readonly name?: unknown; readonly value?: unknown };
  if (typeof named.name === 'string' && settingKey.test(named.name)) {
    return { path: [...path, 'value'], written: `${named.name}: ${String(named.value)}` };
  }
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : Object.entries(value);
  for (const [key, item] of entries) {
    if (typeof key === 'string' && settingKey.test(key))
      return { path: [...path, key], written: `${key}: ${String(item)}` };
    const inside = findSetting(item, [...path, key], depth + 1);
    if (inside) return inside;
  }
  return undefined;
}
