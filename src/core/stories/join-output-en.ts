// The story of a `kubeadm join` output in English.

import type { JoinCause, JoinStep } from '../kubernetes/join-causes.ts';
import type { JoinOutputArgs } from './join-output.ts';
import type { StoryRow } from './story.ts';

const steps: Readonly<Record<JoinStep, string>> = {
  arguments: 'reading its arguments; nobody was asked yet',
  checks: 'the checks of the node itself; the API server was not asked yet',
  discovery: 'discovery: finding the cluster, without credentials if by token',
  credentials: 'after discovery: nothing to log in with',
  'kubeadm-config': 'after discovery: reading `kubeadm-config`, with credentials for the first time',
  other: 'not discovery',
};

const causes: Readonly<Record<JoinCause, string>> = {
  unauthorized: '401: a request without credentials was refused; the token was not shown yet',
  'file-unauthorized': '401: no credentials in the discovery file and anonymous requests refused, or wrong credentials',
  forbidden: '403: anonymous requests are on, the right to read cluster-info is missing',
  'cluster-info-missing': 'there is no ConfigMap `kube-public/cluster-info`',
  'no-jws': 'cluster-info holds no signature for this token: unknown, expired, not for signing, or not signed yet',
  'bad-jws': 'the signature in cluster-info was not made with this token',
  'wrong-pin': 'the CA in cluster-info does not have the hash of the command',
  'malformed-pin': 'the CA hash of the command is no hash',
  hidden: 'not shown: this version prints only that it gave up',
  'expired-certificate': 'the server’s certificate is expired, or not valid yet by the node’s clock',
  'certificate-name': 'the server’s certificate does not name the address',
  'unknown-authority': 'the server’s certificate is signed by an unknown CA',
  'refused-connection': 'nothing listens on that port',
  'no-route': 'no way to that address',
  'no-such-host': 'the name does not resolve',
  'no-answer': 'no answer in time',
  'not-tls': 'what answers does not speak TLS',
  'not-kubernetes': 'another server answers there',
  'no-credentials': 'the discovery file has no credentials and `--tls-bootstrap-token` is missing',
  'credentials-refused': '401 after discovery: the token is not accepted as a credential',
  'forbidden-later': '403 after discovery, for the token’s user',
  'checks-failed': 'a check of the node failed',
  'control-plane-version': 'the control plane’s version does not fit this kubeadm',
  unknown: 'not in our tables',
};

function command(a: JoinOutputArgs): string {
  if (!a.hasCommand) return 'not in the text';
  return `\`kubeadm join\`${a.endpoint ? ` to \`${a.endpoint}\`` : ''}${a.controlPlane ? ', as a control-plane node' : ''}`;
}

function discovery(a: JoinOutputArgs): string {
  if (!a.hasCommand) return 'not in the text';
  if (a.discoveryFile) return `by the discovery file \`${a.discoveryFile}\``;
  if (a.configFile) return `as the file \`${a.configFile}\` says, which is not in the command`;
  const token = a.tokenID
    ? `by token, ID \`${a.tokenID}\` (the secret half is not kept)`
    : 'by token; no token of the right shape in the command';
  if (a.unsafeSkip) return `${token}, without a CA hash: what it reads is trusted`;
  const more = a.caCertHashes > 1 ? ` and ${a.caCertHashes - 1} more` : '';
  return a.caCertHash ? `${token}, CA hash \`${a.caCertHash}\`${more}` : `${token}, no CA hash`;
}

const results: Readonly<Record<JoinOutputArgs['result'], string>> = {
  joined: 'the node has joined',
  failed: 'it failed',
  unfinished: 'the text ends before a result',
};

export function title(a: JoinOutputArgs): string {
  if (a.result === 'joined') return 'kubeadm join: joined';
  if (a.result === 'unfinished') return 'kubeadm join: no result in the text';
  return `kubeadm join: failed${a.phase ? ` in ${a.phase}` : ''}${a.step === 'discovery' ? ', discovery' : ''}`;
}

export function rows(a: JoinOutputArgs): readonly StoryRow[] {
  const row = (label: string, text: string): StoryRow => ({ label, text });
  const decided = a.text !== '' && a.result !== 'joined';
  return [
    row('Command', command(a)),
    row('Discovery', discovery(a)),
    row('Phases seen', a.phases || 'none'),
    row('Result', `${results[a.result]}${a.result === 'failed' && a.phase ? `, in the phase \`${a.phase}\`` : ''}`),
    ...(decided
      ? [row('Deciding line', `\`${a.text}\``), row('Step', steps[a.step]), row('Cause', causes[a.cause])]
      : []),
    ...(a.untold > 0 ? [row('Not told here', `${a.untold} more outputs`)] : []),
  ];
}
