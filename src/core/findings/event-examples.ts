// Audit events for the examples of findings, after runs of 1.20.2 and 1.28.4, with the given parts in them.

interface EventParts {
  readonly uri: string;
  readonly user?: string;
  readonly agent?: string;
  readonly stage?: string;
  readonly code: number;
  readonly received?: string;
  readonly annotations?: string;
}

export const clusterInfoURI = '"/api/v1/namespaces/kube-public/configmaps/cluster-info?timeout=10s"';
export const anonymousUser = '{"username":"system:anonymous","groups":["system:unauthenticated"]}';
export const kubeadmAgent = 'kubeadm/v1.20.2 (linux/amd64) kubernetes/faecb19';
export const allowedByBinding = String.raw`{"authorization.k8s.io/decision":"allow","authorization.k8s.io/reason":"RBAC: allowed by RoleBinding \"kubeadm:bootstrap-signer-clusterinfo/kube-public\" of Role \"kubeadm:bootstrap-signer-clusterinfo\" to User \"system:anonymous\""}`;
export const allowedForPublic = String.raw`{"authorization.k8s.io/decision":"allow","authorization.k8s.io/reason":"RBAC: allowed by ClusterRoleBinding \"system:public-info-viewer\" of ClusterRole \"system:public-info-viewer\" to Group \"system:unauthenticated\""}`;
export const forbidden = '{"authorization.k8s.io/decision":"forbid","authorization.k8s.io/reason":""}';

/** One line of an audit log, as kube-apiserver writes it. Parts are JSON, marks included. */
export function auditLine(parts: EventParts): string {
  const { uri, user = anonymousUser, agent = kubeadmAgent, code, stage = 'ResponseComplete', annotations } = parts;
  const received = parts.received ?? '"2026-11-23T23:20:48.476619Z"';
  const status =
    code === 200
      ? '{"metadata":{},"code":200}'
      : `{"metadata":{},"status":"Failure","reason":"${code === 401 ? 'Unauthorized' : 'Forbidden'}","code":${code}}`;
  const tail = annotations ? `,"annotations":${annotations}` : '';
  return `{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"${idOf(received + uri)}","stage":"${stage}","requestURI":${uri},"verb":"get","user":${user},"sourceIPs":["10.146.0.5"],"userAgent":"${agent}","responseStatus":${status},"requestReceivedTimestamp":${received},"stageTimestamp":"2026-11-23T23:20:49.487834Z"${tail}}\n`;
}

/** Some id that is the same for the same request. */
function idOf(text: string): string {
  let hash = 0;
  for (const char of text.replace(/[«»]/g, '')) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return `f4818184-7fbd-41a8-b6c1-${hash.toString(16).padStart(12, '0')}`;
}
