// The story of a `kubeadm join` output in English.

import type { Certainty, JoinCause, JoinStep } from '../kubernetes/join-causes.ts';
import { causeWords, stepWords } from '../kubernetes/join-cause-words.ts';
import type { JoinOutputArgs } from './join-output.ts';
import type { StoryRow, StoryStep } from './story.ts';

const steps = stepWords.en;

const causes = causeWords.en;

/** For causes without a page of their own. */
const fixes: Partial<Readonly<Record<JoinCause, string>>> = {
  'cluster-info-missing': '`kubeadm init phase bootstrap-token` on a control-plane node writes it again.',
  'broken-file': 'Give the file a `current-context`, its cluster and its user.',
  'no-credentials': 'Put a bootstrap token into the file as the user’s `token`, or add `--tls-bootstrap-token`.',
  'forbidden-later':
    '`kubeadm init phase bootstrap-token` and `kubeadm init phase upload-config all` on a control-plane node write the rules again.',
  'not-root': 'Run it with `sudo`.',
  leftovers:
    'If this node is to leave what it was: `kubeadm reset`, then join again. It deletes what kubeadm put on the node.',
  'container-runtime': 'Start or update the container runtime, or name its socket with `--cri-socket`.',
  'checks-failed': 'Mend what the lines with `[ERROR …]` name; `--ignore-preflight-errors` only hides it.',
  'no-endpoint': 'Put `host:port` behind `kubeadm join`.',
  'no-hash': 'Add `--discovery-token-ca-cert-hash sha256:…`.',
  'malformed-token':
    'A token is six characters, a dot and sixteen more, small letters and digits; `kubeadm token create` makes one.',
  'malformed-address': 'Write `host:port`, without `https://`; IPv6 in brackets.',
  'two-discoveries': 'Keep one of the two.',
  'extra-argument': 'Look for a wrong dash, a blank behind `\\`, or `--control-plane true` (write `--control-plane`).',
  'unknown-flag': 'Compare with the flags of this version.',
  'mixed-config': 'Move the flags into the file, or leave `--config` out.',
  'no-config': 'Name a file with a JoinConfiguration.',
  'no-stable-endpoint':
    'Set `controlPlaneEndpoint` in the ClusterConfiguration of `kubeadm-config`; the API server’s certificate has to name it.',
  'certificates-gone': '`kubeadm init phase upload-certs --upload-certs` on a control-plane node gives a new key.',
  'certificate-key': '`kubeadm init phase upload-certs --upload-certs` on a control-plane node gives a new key.',
  'node-name-taken': 'Give the node another name (`--node-name`), or delete the old Node.',
  'kubelet-down': 'Read the kubelet’s own log; then `kubeadm reset` and join again.',
  unknown: 'Run it again with `-v=5` and read the lines above the error.',
};

const certainty: Readonly<Record<Certainty, string>> = {
  certain: 'certain: kubeadm’s own text says it',
  likely: 'likely: the text fits, other causes are rare',
  open: 'open: several causes print this text',
};

const states: Readonly<Record<StoryStep['state'], string>> = {
  passed: 'passed',
  implied: 'no word of it, but it came further',
  failed: 'stopped here',
  open: 'the text ends here',
};

export function stepLabel({ step }: StoryStep): string {
  return steps[step as JoinStep];
}

export function stepState({ state, retries }: StoryStep): string {
  return retries > 0 ? `${states[state]}; ${retries} failed tries shown` : states[state];
}

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
  const what = `kubeadm ${a.program}`;
  if (a.result === 'joined') return `${what}: joined`;
  if (a.result === 'unfinished') return `${what}: no result in the text`;
  return `${what}: failed${a.phase ? ` in ${a.phase}` : ''}${a.step === 'discovery' ? ', discovery' : ''}`;
}

export function rows(a: JoinOutputArgs): readonly StoryRow[] {
  const row = (label: string, text: string): StoryRow => ({ label, text });
  const decided = a.text !== '' && a.result !== 'joined';
  const fix = a.program === 'join' ? fixes[a.cause] : undefined;
  return [
    row('Command', command(a)),
    row('Discovery', discovery(a)),
    row('Result', `${results[a.result]}${a.result === 'failed' && a.phase ? `, in the phase \`${a.phase}\`` : ''}`),
    ...(decided
      ? [
          row('Deciding line', `\`${a.text}\``),
          row('Step', steps[a.step]),
          row('Cause', causes[a.cause]),
          row('How sure', certainty[a.sure]),
          row('To confirm', `\`${a.confirm}\``),
          ...(fix ? [row('What to do', fix)] : a.program === 'join' ? [row('What to do', `see ${a.code}`)] : []),
        ]
      : []),
    ...(a.untold > 0 ? [row('Not told here', `${a.untold} more outputs`)] : []),
  ];
}
