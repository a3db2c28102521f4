// The story of a `kubeadm join` output, as data: what was typed, how far it came, which line decided, and what to do next.

import { joinAddress } from '../kubernetes/join-address.ts';
import { joinCauses, type Certainty } from '../kubernetes/join-causes.ts';
import type { JoinCommand } from '../kubernetes/join-command.ts';
import type { JoinOutputFact } from '../kubernetes/join-output.ts';
import type { PlacedStep, PlacedStory } from './story.ts';

/** Empty texts stand for what the output does not say. */
export type JoinOutputArgs = {
  readonly program: JoinOutputFact['program'];
  readonly result: JoinOutputFact['result'];
  readonly hasCommand: boolean;
  readonly endpoint: string;
  /** The public half of the token; the secret half is never kept. */
  readonly tokenID: string;
  readonly caCertHash: string;
  readonly caCertHashes: number;
  readonly unsafeSkip: boolean;
  readonly discoveryFile: string;
  readonly configFile: string;
  readonly controlPlane: boolean;
  readonly phase: string;
  readonly step: JoinOutputFact['step'];
  readonly cause: JoinOutputFact['cause'];
  readonly sure: Certainty;
  /** What to type next. */
  readonly confirm: string;
  /** The finding that has its page. */
  readonly code: string;
  readonly text: string;
  /** On the last story told: how many outputs are not told. */
  readonly untold: number;
};

/** So many outputs are told; the rest is counted. */
const toldOutputs = 20;

export function joinOutputStories(joins: readonly JoinOutputFact[]): readonly PlacedStory[] {
  const told = joins.slice(0, toldOutputs);
  return told.map((join, index) => ({
    kind: 'join-output',
    at: { object: join.object, path: [] },
    args: storyArgs(join, index === told.length - 1 ? joins.length - told.length : 0),
    ...(join.timeline.length > 0 ? { steps: join.timeline.map(placedStep) } : {}),
  }));
}

const longestText = 300;

function placedStep({ step, state, retries, line }: JoinOutputFact['timeline'][number]): PlacedStep {
  return { step, state, retries, ...(line ? { at: { span: line.span }, text: line.text.slice(0, longestText) } : {}) };
}

const noCommand: JoinCommand = {
  endpoint: '',
  tokenID: '',
  caCertHashes: [],
  unsafeSkip: false,
  discoveryFile: '',
  configFile: '',
  controlPlane: false,
};

function storyArgs(join: JoinOutputFact, untold: number): JoinOutputArgs {
  const { caCertHashes, ...command } = join.command ?? noCommand;
  const { program, result, phase, step, cause } = join;
  const { sure, code, confirm } = joinCauses[cause];
  const host = joinAddress(join) || 'HOST:6443';
  return {
    program,
    result,
    hasCommand: join.command !== undefined,
    ...command,
    caCertHash: caCertHashes[0] ?? '',
    caCertHashes: caCertHashes.length,
    phase,
    step,
    cause,
    sure,
    confirm: confirm.replace('HOST', host),
    code,
    text: (join.deciding?.text ?? '').replaceAll('`', "'"),
    untold,
  };
}
