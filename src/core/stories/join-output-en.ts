// The story of a `kubeadm join` output in English.

import type { Certainty, JoinStep } from '../kubernetes/join-causes.ts';
import { causeRemedies } from '../kubernetes/join-cause-remedies.ts';
import { causeWords, stepWords } from '../kubernetes/join-cause-words.ts';
import type { JoinOutputArgs } from './join-output.ts';
import type { StoryRow, StoryStep } from './story.ts';

const steps = stepWords.en;

const causes = causeWords.en;

const fixes = causeRemedies.en;

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
  return retries > 0 ? `${states[state]}; ${retries} failed ${retries === 1 ? 'try' : 'tries'} shown` : states[state];
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
