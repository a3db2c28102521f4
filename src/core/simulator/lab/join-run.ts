// What a join shows: its terminal, its exit code, and why.

import type { BareRun, LabServer, TerminalLine } from './lab.ts';
import { askAsWaiter } from './init-run.ts';
import { runJoin, type Join } from './join.ts';
import type { JoinSetup } from './join-setups.ts';
import { runTexts, type RunText } from './run-texts.ts';

const say = (stream: TerminalLine['stream'], atSeconds: number, text: string): TerminalLine => ({
  atSeconds,
  stream,
  text,
});

/** Lines that are the same in every version run; warnings of the preflight checks are the machine's own and left out. */
export function tellJoin(server: LabServer, setup: JoinSetup): BareRun {
  const join = runJoin(server, setup);
  const { turns, error, unknown, seconds } = join;
  const begin = say('stdout', 0, '[preflight] Running pre-flight checks');
  if (unknown) return { turns, terminal: [begin], verdict: 'unknown', because: runTexts.unknown };
  const because = runTexts[textFor(setup, join)];
  if (error === undefined) {
    const waiting = setup.controlPlane ? waitForControlPlane(server, seconds) : undefined;
    if (waiting) return { ...waiting, turns: [...turns, ...waiting.turns], terminal: [begin] };
    const read = say('stdout', seconds, '[preflight] Reading configuration from the cluster...');
    // From here on the token or the certificate is the credential; how long the rest takes is the node's own affair.
    const done = say('stdout', seconds, joined(setup));
    return { turns, terminal: [begin, read, done], exitCode: 0, verdict: 'works', because };
  }
  const hint = 'To see the stack trace of this error execute with --v=5 or higher';
  const end = error === '' ? [] : [say('stderr', seconds, error), say('stderr', seconds, hint)];
  return { turns, terminal: [begin, ...end], exitCode: 1, verdict: 'fails', because };
}

/**
 * Where kubeadm waits as a stranger, a new control plane waits like `kubeadm init` (1.30–1.32 with the gate on). Undefined
 * if it is let in, or does not wait so; the words of the failure are not known.
 */
function waitForControlPlane(server: LabServer, atSeconds: number): Omit<BareRun, 'terminal'> | undefined {
  const asked = askAsWaiter(server, atSeconds);
  const status = asked?.exchange.response?.status;
  if (!asked || status === 200) return undefined;
  if (status === undefined) return { turns: [asked], verdict: 'unknown', because: runTexts.unknown };
  return { turns: [asked], exitCode: 1, verdict: 'fails', because: runTexts['join-waits'] };
}

function joined({ controlPlane }: JoinSetup): string {
  return controlPlane
    ? 'This node has joined the cluster and a new control plane instance was created:'
    : 'This node has joined the cluster:';
}

/** By the first answer, as long as it is what ends the join. */
function textFor(setup: JoinSetup, join: Join): RunText {
  const status = join.turns[0]?.exchange.response?.status;
  return setup.discovery === 'token' ? tokenText(setup, join, status) : fileText(setup, join, status);
}

function tokenText({ endpoint }: JoinSetup, { turns, error }: Join, status: number | undefined): RunText {
  if (error === undefined) return 'token-works';
  const isRepeated = turns.length === 1 && turns[0]?.repeats !== undefined;
  if (!isRepeated || endpoint !== 'api-server') return 'join-other';
  return tokenTexts[status ?? 0] ?? 'join-other';
}

const tokenTexts: Readonly<Record<number, RunText>> = {
  200: 'token-unsigned',
  401: 'token-401',
  403: 'token-403',
  404: 'token-404',
};

function fileText({ fileCredentials }: JoinSetup, { turns, error }: Join, status: number | undefined): RunText {
  if (error === undefined) return status === 403 ? 'file-403' : 'file-works';
  if (turns.length > 1 || fileCredentials !== 'none') return 'join-other';
  return status === 401 ? 'file-401' : status === 404 ? 'file-404' : 'join-other';
}
