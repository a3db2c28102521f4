// What `kubeadm join` printed: how far it came, and the line that decided.
// Upstream: cmd/kubeadm/app/cmd/join.go, cmd/phases/workflow (`error execution phase <name>: …`), discovery/.

import type { PastedObject } from '../formats/format.ts';
import type { Span } from '../source/range.ts';
import { causeOf, type JoinCause, type JoinStep } from './join-causes.ts';
import { hideTokenSecrets, readJoinCommand, type JoinCommand } from './join-command.ts';

export interface JoinOutputFact {
  readonly object: number;
  readonly command?: JoinCommand;
  /** `unfinished`: neither an error nor the success text stands there. */
  readonly result: 'joined' | 'failed' | 'unfinished';
  /** The phase that failed, in kubeadm's words; the last one seen if none did. Empty if no line names one. */
  readonly phase: string;
  /** The `[…]` marks of the lines, in order, each once. */
  readonly phases: readonly string[];
  readonly step: JoinStep;
  readonly cause: JoinCause;
  /** The line that decided, and its text without the secret half of a token. Absent if nothing is decided. */
  readonly deciding?: { readonly span: Span; readonly text: string };
}

/** Reads an object of the kubeadm-output format; undefined for every other object. */
export function readJoinOutput(object: PastedObject, index: number): JoinOutputFact | undefined {
  if (object.format !== 'kubeadm-output' || typeof object.value !== 'string') return undefined;
  const lines = linesOf(object.value, object.span.start);
  const command = readJoinCommand(object.value);
  const phases = [...new Set(lines.flatMap(({ text }) => mark.exec(text)?.[1] ?? []))];
  const { result, deciding } = decidingLine(lines);
  const failedPhase = /error execution phase ([\w/-]+):/.exec(deciding?.text ?? '')?.[1];
  return {
    object: index,
    ...(command ? { command } : {}),
    result,
    phase: failedPhase ?? phases.at(-1) ?? '',
    phases,
    ...(deciding && result !== 'joined' ? whyAt(deciding, lines) : { step: 'other', cause: 'unknown' }),
    ...(deciding ? { deciding: { span: deciding.span, text: hideTokenSecrets(deciding.text.trim()) } } : {}),
  };
}

/** `[kubelet-start] `, behind a klog header or the prefix of another tool if there is one. */
const mark = /^(?:.{0,60}[\s:)\]])?\[([a-z][\w/-]*)\] /;

interface Decision {
  readonly result: JoinOutputFact['result'];
  readonly deciding?: Line;
}

function decidingLine(lines: readonly Line[]): Decision {
  const joined = lines.find(({ text }) => text.includes('This node has joined the cluster'));
  if (joined) return { result: 'joined', deciding: joined };
  const failed = tracedError(lines) ?? lines.findLast(({ text }) => isError(text));
  if (failed) return { result: 'failed', deciding: failed };
  const retried = lines.findLast(({ text }) => isRetry(text));
  return retried ? { result: 'unfinished', deciding: retried } : { result: 'unfinished' };
}

/**
 * From `-v=5` up an error is printed inside out: each layer's text with its stack, the cause first, the phase last.
 * Gives it as one line, in the order of the short form, at the place of the cause.
 */
function tracedError(lines: readonly Line[]): Line | undefined {
  const last = lines.findLastIndex(({ text }) => /^error execution phase [\w/-]+\s*$/.test(text));
  if (last < 0) return undefined;
  const layers: Line[] = [];
  for (let at = last; at >= 0; at--) {
    const line = lines[at];
    if (!line || /^\s*(?:\[|[IWEF]\d{4} )/.test(line.text)) break;
    if (!isStack(line.text)) layers.push(line);
  }
  return { text: layers.map(({ text }) => text.trim()).join(': '), span: layers.at(-1)?.span ?? { start: 0, end: 0 } };
}

function isStack(text: string): boolean {
  return /^\s+\S+\.(?:go|s):\d+\s*$/.test(text) || /^[^\s.]+(?:[./][^\s.]+)+$/.test(text.trim());
}

function isRetry(text: string): boolean {
  return /will try again|Retrying due to error|Failed to connect to API Server/.test(text);
}

interface Line {
  readonly text: string;
  readonly span: Span;
}

function isError(text: string): boolean {
  return (
    /error execution phase |couldn't validate the identity of the API Server:|unable to fetch the kubeadm-config/.test(
      text,
    ) || /^\s*\[?discovery[\w.]*: (?:Invalid|Required) value/.test(text)
  );
}

/** Where kubeadm hides the reason, an earlier line (from `-v=1` up) may name it. */
function whyAt(line: Line, lines: readonly Line[]): { readonly step: JoinStep; readonly cause: JoinCause } {
  const said = causeOf(line.text.trim());
  if (said.cause !== 'hidden') return said;
  const earlier = lines
    .map(({ text }) => causeOf(text.trim()))
    .findLast(({ step, cause }) => step === 'discovery' && cause !== 'hidden' && cause !== 'unknown');
  return earlier ?? said;
}

/** An error that goes on in the next lines (`error execution phase preflight:` and nothing more) is one line. */
function linesOf(text: string, offset: number): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const span = { start: offset + match.index, end: offset + match.index + match[0].trimEnd().length };
    const last = lines.at(-1);
    if (last && /error execution phase .*:\s*$|API Server:\s*$|is forbidden:\s*$/.test(last.text)) {
      lines[lines.length - 1] = {
        text: `${last.text.trimEnd()} ${match[0].trim()}`,
        span: { ...last.span, end: span.end },
      };
    } else {
      lines.push({ text: match[0], span });
    }
  }
  return lines;
}
