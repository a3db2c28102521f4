// What `kubeadm join` printed: how far it came, and the line that decided.
// Upstream: cmd/kubeadm/app/cmd/join.go, cmd/phases/workflow (`error execution phase <name>: …`), discovery/.

import type { PastedObject } from '../formats/format.ts';
import { terminalLines, type TerminalLine } from '../source/terminal-lines.ts';
import type { Span } from '../source/range.ts';
import { hideTokenSecrets, readJoinCommand, type JoinCommand } from './join-command.ts';
import type { JoinCause, JoinStep } from './join-causes.ts';
import { joinTraps, type Trap } from './join-traps.ts';
import { parseJoin } from './parse-join.ts';
import { causeOf, type ToldCause } from './join-texts.ts';
import type { Minor } from './version.ts';
import { joinTimeline, stepOf, stepRank, type TimelineStep } from './join-timeline.ts';

export interface JoinOutputFact {
  readonly object: number;
  /** `kubeadm upgrade` prints some of the same lines; it is told, but not judged as a join. */
  readonly program: 'join' | 'upgrade';
  readonly command?: JoinCommand;
  /** `unfinished`: neither an error nor the success text stands there. */
  readonly result: 'joined' | 'failed' | 'unfinished';
  /** The phase that failed, in kubeadm's words; the last one seen if none did. Empty if no line names one. */
  readonly phase: string;
  readonly step: JoinStep;
  readonly cause: JoinCause;
  readonly timeline: readonly TimelineStep[];
  /** What is wrong with the command; empty where the output shows that it was taken. */
  readonly traps: readonly Trap[];
  /** The line that decided, and its text without the secret half of a token. Absent if nothing is decided. */
  readonly deciding?: { readonly span: Span; readonly text: string };
}

/** Reads an object of the kubeadm-output format; undefined for every other object. */
export function readJoinOutput(object: PastedObject, index: number, minor: Minor): JoinOutputFact | undefined {
  if (object.format !== 'kubeadm-output' || typeof object.value !== 'string') return undefined;
  const printed = terminalLines(object.value, object.span.start);
  const lines = unfolded(printed);
  const command = readJoinCommand(commandText(object.value, printed));
  const { result, deciding } = decidingLine(lines);
  const failedPhase = /error execution phase ([\w/-]+):/.exec(deciding?.text ?? '')?.[1];
  const why = deciding && result !== 'joined' ? whyAt(deciding, lines) : nothingTold;
  const timeline = joinTimeline(lines, result, why.step, deciding);
  const isTaken = timeline.length > 0 && why.step !== 'arguments';
  return {
    object: index,
    program: /\[upgrade|kubeadm["', ]+upgrade/.test(object.value) ? 'upgrade' : 'join',
    ...(command ? { command } : {}),
    result,
    phase: failedPhase ?? lines.flatMap(({ text }) => mark.exec(text)?.[1] ?? []).at(-1) ?? '',
    ...why,
    timeline,
    traps: isTaken ? [] : trapsIn(object.value, printed, object.span.start, minor),
    ...(deciding ? { deciding: { span: deciding.span, text: hideTokenSecrets(deciding.text.trim()) } } : {}),
  };
}

/** The text as pasted where nothing was put around its lines, so that offsets hold; else the lines without it. */
function commandText(text: string, lines: readonly TerminalLine[]): string {
  const asPrinted = lines.map((line) => line.text).join('\n');
  return asPrinted === text.replace(/[\r\n]+/g, '\n').replace(/^\n|\n$/g, '') ? text : asPrinted;
}

function trapsIn(text: string, lines: readonly TerminalLine[], offset: number, minor: Minor): readonly Trap[] {
  const read = commandText(text, lines);
  const parsed = parseJoin(read);
  if (!parsed) return [];
  const traps = joinTraps(read, parsed, minor);
  const whole = { start: offset, end: offset + text.trimEnd().length };
  const move = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
  return traps.map(({ edits, span, ...trap }) =>
    read === text
      ? {
          ...trap,
          span: move(span),
          ...(edits ? { edits: edits.map((edit) => ({ ...edit, span: move(edit.span) })) } : {}),
        }
      : { ...trap, span: whole },
  );
}

const nothingTold: ToldCause = { step: 'other', cause: 'unknown' };

/** `[kubelet-start] `, behind a klog header or the prefix of another tool if there is one. */
const mark = /^(?:.{0,60}[\s:)\]])?\[([a-z][\w/-]*)\] /;

interface Decision {
  readonly result: JoinOutputFact['result'];
  readonly deciding?: TerminalLine;
}

function decidingLine(lines: readonly TerminalLine[]): Decision {
  const joined = lines.find(({ text }) => text.includes('This node has joined the cluster'));
  if (joined) return { result: 'joined', deciding: joined };
  const failed = tracedError(lines) ?? lines.findLast(({ text }) => isError(text));
  if (failed) return { result: 'failed', deciding: failed };
  const retried = lines.findLastIndex(({ text }) => isRetry(text) || isBare(text));
  const line = lines[retried];
  if (!line) return { result: 'unfinished' };
  const rank = stepRank(causeOf(line.text.trim()).step);
  const wentOn = lines.slice(retried + 1).some(({ text }) => stepRank(stepOf(text) ?? 'other') > rank);
  return wentOn ? { result: 'unfinished' } : { result: 'unfinished', deciding: line };
}

/**
 * From `-v=5` up an error is printed inside out: each layer's text with its stack, the cause first, the phase last.
 * Gives it as one line, in the order of the short form, at the place of the cause.
 */
function tracedError(lines: readonly TerminalLine[]): TerminalLine | undefined {
  const last = lines.findLastIndex(({ text }) => /^error execution phase [\w/-]+\s*$/.test(text));
  if (last < 0) return undefined;
  const layers: TerminalLine[] = [];
  for (let at = last; at >= 0; at--) {
    const line = lines[at];
    if (!line || /^\s*(?:\[(?!preflight\] Some|ERROR)|[IWEF]\d{4} )/.test(line.text)) break;
    if (!isStack(line.text)) layers.push(line);
  }
  const text = layers.map((layer) => layer.text.trim()).join(': ');
  return { text, span: layers.at(-1)?.span ?? { start: 0, end: 0 } };
}

function isStack(text: string): boolean {
  return /^\s+\S+\.(?:go|s):\d+\s*$/.test(text) || /^[^\s.]+(?:[./][^\s.]+)+$/.test(text.trim());
}

function isRetry(text: string): boolean {
  return /will try again|Retrying due to error|Failed to connect to API Server/.test(text);
}

/** A line that somebody copied without its beginning; log lines and answers of the server are none. */
function isBare(text: string): boolean {
  if (/^\s*[IWEF]\d{4} |proceeding|\[(?:preflight|discovery)\]/.test(text)) return false;
  return text.length < 2000 && causeOf(text.trim()).cause !== 'unknown';
}

function isError(text: string): boolean {
  return (
    /error execution phase |couldn't validate the identity of the API Server:|unable to fetch the kubeadm-config|FATAL: /.test(
      text,
    ) || causeOf(text.trim()).step === 'arguments'
  );
}

/** Where kubeadm hides the reason, an earlier line (from `-v=1` up) may name it. */
function whyAt(line: TerminalLine, lines: readonly TerminalLine[]): ToldCause {
  const said = causeOf(line.text.trim());
  if (said.cause !== 'hidden') return said;
  const earlier = lines
    .map(({ text }) => causeOf(text.trim()))
    .findLast(({ step, cause }) => step === 'discovery' && cause !== 'hidden' && cause !== 'unknown');
  return earlier ?? said;
}

/** So many lines an error may go on. */
const longestError = 5;

/** An error that goes on in the next lines, wrapped by a terminal or by its author, is one line. */
function unfolded(lines: readonly TerminalLine[]): readonly TerminalLine[] {
  const whole: TerminalLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) continue;
    const [text, used] = goOn(line.text, lines.slice(at + 1, at + 1 + longestError));
    const last = lines[at + used] ?? line;
    whole.push(used === 0 ? line : { text, span: { start: line.span.start, end: last.span.end } });
    at += used;
  }
  return whole;
}

/** The text with as many of the next lines as belong to it, and how many these are. */
function goOn(text: string, next: readonly TerminalLine[]): readonly [string, number] {
  if (!/error execution phase|validate the identity|is forbidden:\s*$|cluster[- ]info, will try again/.test(text))
    return [text, 0];
  const listed = next.findIndex((line) => !/^\s*\[ERROR /.test(line.text));
  if (/Some fatal errors occurred:\s*$/.test(text)) {
    const used = listed < 0 ? next.length : listed;
    return [[text.trimEnd(), ...next.slice(0, used).map((line) => line.text.trim())].join(' '), used];
  }
  if (!/:\s*$/.test(text) && isTold(text)) return [text, 0];
  let [spaced, glued] = [text.trimEnd(), text.trimEnd()];
  for (const [index, line] of next.entries()) {
    if (/^\s*(?:\[|[IWEF]\d{4} |To see the stack)|[$#] *$/.test(line.text)) break;
    spaced += ` ${line.text.trim()}`;
    glued += line.text.trimEnd();
    const open = /:\s*$/.test(line.text);
    if (!open && isTold(spaced)) return [spaced, index + 1];
    if (!open && isTold(glued)) return [glued, index + 1];
  }
  return [text, 0];
}

function isTold(text: string): boolean {
  return causeOf(text.trim()).cause !== 'unknown';
}
