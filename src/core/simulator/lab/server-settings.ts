// The columns of the version matrix: the ways to set up a server that are compared, each as a server of a given minor.

import { clusterInfoPath } from '../../kubernetes/cluster-info.ts';
import { rowFor, type Minor, type Ranged } from '../../kubernetes/version.ts';
import type { Localised } from '../../locale.ts';
import { publicHealthPaths } from '../gates.ts';
import type { LabAuthenticationConfiguration, LabServer } from './lab.ts';
import { defaultLabServer } from './lab-servers.ts';

export interface ServerSetting {
  readonly id: string;
  readonly name: Localised;
  /** Undefined where the setting does not exist: no file with an `anonymous` section before 1.31. */
  readonly server: (minor: Minor) => LabServer | undefined;
}

/** The newest apiVersion of the file that a minor reads. */
const fileVersions: readonly (Ranged & { readonly apiVersion: LabAuthenticationConfiguration['apiVersion'] })[] = [
  { since: 29, until: 29, apiVersion: 'apiserver.config.k8s.io/v1alpha1' },
  { since: 30, until: 33, apiVersion: 'apiserver.config.k8s.io/v1beta1' },
  { since: 34, apiVersion: 'apiserver.config.k8s.io/v1' },
];

export function newestFileVersion(minor: Minor): LabAuthenticationConfiguration['apiVersion'] | undefined {
  return rowFor(fileVersions, minor)?.apiVersion;
}

/** With the feature gate that 1.31 needs. */
export function withFile(
  server: LabServer,
  minor: Minor,
  paths?: readonly string[],
  enabled = true,
): LabServer | undefined {
  const apiVersion = newestFileVersion(minor);
  if (apiVersion === undefined || minor < 31) return undefined;
  const authenticationConfiguration = { apiVersion, anonymous: { enabled, ...(paths ? { paths } : {}) } };
  const featureGates = minor === 31 ? { AnonymousAuthConfigurableEndpoints: true } : {};
  return { ...server, authenticationConfiguration, featureGates };
}

const kubeadmDefault = (minor: Minor): LabServer => defaultLabServer(`1.${minor}`);

function without(binding: string, minor: Minor): LabServer {
  const server = kubeadmDefault(minor);
  return { ...server, bindings: server.bindings.filter((one) => one !== binding) };
}

export const serverSettings: readonly ServerSetting[] = [
  {
    id: 'default',
    name: { en: 'nothing written (the default)', ja: '指定なし（既定）' },
    server: kubeadmDefault,
  },
  {
    id: 'flag-true',
    name: { en: '--anonymous-auth=true', ja: '--anonymous-auth=true' },
    server: (minor) => ({ ...kubeadmDefault(minor), anonymousAuth: true }),
  },
  {
    id: 'flag-false',
    name: { en: '--anonymous-auth=false', ja: '--anonymous-auth=false' },
    server: (minor) => ({ ...kubeadmDefault(minor), anonymousAuth: false }),
  },
  {
    id: 'list-with-cluster-info',
    name: { en: 'list: health paths and cluster-info', ja: '一覧: ヘルスチェックとcluster-info' },
    server: (minor) => withFile(kubeadmDefault(minor), minor, [...publicHealthPaths, clusterInfoPath]),
  },
  {
    id: 'list-health-only',
    name: { en: 'list: health paths only', ja: '一覧: ヘルスチェックのみ' },
    server: (minor) => withFile(kubeadmDefault(minor), minor, publicHealthPaths),
  },
  {
    id: 'file-disabled',
    name: { en: 'file: enabled: false', ja: 'ファイル: enabled: false' },
    server: (minor) => withFile(kubeadmDefault(minor), minor, undefined, false),
  },
  {
    id: 'flag-and-file',
    name: { en: 'list and flag together', ja: '一覧とフラグの併用' },
    server: (minor) =>
      withFile({ ...kubeadmDefault(minor), anonymousAuth: false }, minor, [...publicHealthPaths, clusterInfoPath]),
  },
  {
    id: 'flag-false-init-waits',
    name: {
      en: 'flag false, and init waits as a stranger',
      ja: 'フラグfalse、initが匿名で待機',
    },
    // kubeadm's gate WaitForAllControlPlaneComponents, off by default there. From 1.33 on kubeadm waits with its own credentials, gate or not.
    server: (minor) =>
      minor >= 30 && minor <= 32
        ? { ...kubeadmDefault(minor), anonymousAuth: false, waitForAllComponents: true }
        : undefined,
  },
  {
    id: 'always-allow',
    name: { en: '--authorization-mode=AlwaysAllow', ja: '--authorization-mode=AlwaysAllow' },
    server: (minor) => ({ ...kubeadmDefault(minor), authorizationModes: ['AlwaysAllow'] }),
  },
  {
    id: 'role-binding-deleted',
    name: { en: 'RoleBinding of cluster-info deleted', ja: 'cluster-infoのRoleBindingを削除' },
    server: (minor) => without('kubeadm:bootstrap-signer-clusterinfo', minor),
  },
  {
    id: 'public-info-viewer-deleted',
    name: { en: 'system:public-info-viewer deleted', ja: 'system:public-info-viewerを削除' },
    server: (minor) => without('system:public-info-viewer', minor),
  },
];
