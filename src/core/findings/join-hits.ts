// The join attempts of one kind as one hit: at the line that decided, with how many there are.

import { anonymousAccess } from '../kubernetes/api-server.ts';
import type { Facts } from '../kubernetes/facts.ts';
import { joinAddress } from '../kubernetes/join-address.ts';
import type { JoinCause, JoinStep } from '../kubernetes/join-causes.ts';
import type { JoinOutputFact } from '../kubernetes/join-output.ts';
import type { Hit } from './finding.ts';

export type JoinArgs = {
  /** How many attempts in the text ended like this one. */
  readonly attempts: number;
  /** False if the output stops before kubeadm gave up. */
  readonly finished: boolean;
  readonly phase: string;
  readonly step: JoinStep;
  readonly cause: JoinCause;
  /** The deciding line, fit to stand between backticks. */
  readonly text: string;
  readonly endpoint: string;
  /** `host:port` to type in a command; empty if it is not known. */
  readonly address: string;
  readonly tokenID: string;
  /** What the API server configuration in the same text does with anonymous requests; empty if there is none. */
  readonly server: string;
};

/** At most one hit: the first attempt that has a deciding line and fits. */
export function* joinHits(facts: Facts, fits: (join: JoinOutputFact) => boolean): Generator<Hit<JoinArgs>> {
  const joins = facts.joins.filter((join) => join.program === 'join' && join.deciding !== undefined && fits(join));
  const [first] = joins;
  if (!first?.deciding) return;
  yield {
    at: { span: first.deciding.span },
    args: {
      attempts: joins.length,
      finished: first.result !== 'unfinished',
      phase: first.phase,
      step: first.step,
      cause: first.cause,
      text: inline(first.deciding.text),
      endpoint: inline(first.command?.endpoint ?? ''),
      address: joinAddress(first),
      tokenID: first.command?.tokenID ?? '',
      server: facts.server ? anonymousAccess(facts.server).mode : '',
    },
  };
}

const longestText = 300;

/** Without backticks, and not longer than a few lines of a page. */
function inline(text: string): string {
  const plain = text.replaceAll('`', "'");
  return plain.length > longestText ? `${plain.slice(0, longestText)}…` : plain;
}

/** ` (3 attempts ended like this.)`, or nothing for one. */
export function attemptsEn({ attempts }: JoinArgs): string {
  return attempts === 1 ? '' : ` ${attempts} attempts in this text ended like this; this is the first.`;
}

export function attemptsJa({ attempts }: JoinArgs): string {
  return attempts === 1 ? '' : `このテキストでは${attempts}回が同じ終わり方をしています(ここは最初の1回です)。`;
}
