// The story of a `kubeadm join` output, as data: what was typed, how far it came, which line decided.

import type { JoinCommand } from '../kubernetes/join-command.ts';
import type { JoinOutputFact } from '../kubernetes/join-output.ts';
import type { PlacedStory } from './story.ts';

/** Empty texts stand for what the output does not say. */
export type JoinOutputArgs = {
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
  readonly phases: string;
  readonly phase: string;
  readonly step: JoinOutputFact['step'];
  readonly cause: JoinOutputFact['cause'];
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
  }));
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
  const { result, phase, step, cause } = join;
  return {
    result,
    hasCommand: join.command !== undefined,
    ...command,
    caCertHash: caCertHashes[0] ?? '',
    caCertHashes: caCertHashes.length,
    phases: join.phases.join(', '),
    phase,
    step,
    cause,
    text: (join.deciding?.text ?? '').replaceAll('`', "'"),
    untold,
  };
}
