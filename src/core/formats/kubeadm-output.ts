// What `kubeadm join` prints, as people copy it from a terminal or a build log: the command behind its prompt with
// continuation lines, `[phase]` lines, klog lines of any `-v`, the error or the success text, prefixes of other tools.
// Writer: cmd/kubeadm/app/cmd/join.go and its phases; there is no specification, only texts.
// Lost: lines that a terminal broke in the middle of a word. Output of `kubeadm init` is not read, but a join command in it is.

import type { Span } from '../source/range.ts';
import type { Format, PastedObject, Segment, Unwrapped } from './format.ts';

const prompt = String.raw`(?:\S{0,200}?[$%>~]|[^\s:]{0,100}:\S{0,100}#|\[[^\]]{0,100}\][$#])`;
const invocation = String.raw`(?:sudo\s+(?:-\S+\s+)*)?kubeadm\s+join(?=\s|$)`;

/** A command at the line's start or behind a prompt. */
const command = new RegExp(`^(?:\\s*${prompt}\\s*)?${invocation}`);
/** The same in a script or behind `#`, which may be a root prompt or a comment: only output behind it tells. */
const doubtfulCommand = new RegExp(`^\\s*(?:#\\s*)?${invocation}`);

/** Texts that only kubeadm prints; they may stand behind the prefix of another tool. */
const anchors: readonly RegExp[] = [
  /\berror execution phase [\w/-]+(?::|\s*$)/,
  /couldn't validate the identity of the API Server(?::|\s*$)/,
  /unable to fetch the kubeadm-config ConfigMap/,
  /could not find a JWS signature in the cluster-info ConfigMap/,
  /there is no JWS signed token in the cluster-info ConfigMap/,
  /Failed to request cluster[- ]info/,
  /^.{0,60}\[preflight\] (?:Running pre-flight checks|Reading configuration from the cluster)/,
  /^.{0,60}\[discovery\] [A-Z]/,
  /This node has joined the cluster/,
  /^discovery(?:\.\w+)*: (?:Invalid|Required) value/,
  /^\[?discovery\.bootstrapToken(?:\.\w+)*: Invalid value/,
];

/** Lines that go on with an output that has begun. */
const companions: readonly RegExp[] = [
  /^\s*\[[a-z][\w/-]*\]/,
  /^\s*\[(?:WARNING|ERROR)\b/,
  /^\s*[IWEF]\d{4} \d\d:\d\d:\d\d/,
  /^\s*> /,
  /To see the stack trace of this error execute with --v=5 or higher/,
  /^\s*\* (?:Certificate signing request was sent|The Kubelet was informed)/,
  /Run 'kubectl get nodes' on the control-plane/,
  // stack traces of -v=5: a function's name, then its file
  /^[^\s.]+(?:[./][^\s.]+)+$/,
  /^\s+\S+\.(?:go|s):\d+\s*$/,
  /^\s*(?:\S+@\S+|\[\S+@\S+ [^\]]{1,100}\])\s?[$#]\s*$/,
];

/** The last line of an attempt. */
const ending =
  /error execution phase |This node has joined the cluster|^\[?discovery(?:\.\w+)*: (?:Invalid|Required) value/;

export const kubeadmOutput: Format = {
  name: 'kubeadm-output',
  label: { en: 'output of kubeadm join', ja: 'kubeadm joinの出力' },
  claim: (text, free) => free.flatMap(({ start, end }) => claimPart(text.slice(start, end), start)),
  read,
};

interface Line extends Span {
  readonly text: string;
  readonly is: 'command' | 'anchor' | 'companion' | 'blank' | 'other';
}

function claimPart(text: string, offset: number): readonly Segment[] {
  if (
    !/kubeadm\s+join|\[preflight\]|\[discovery\]|error execution phase|cluster-info|discovery\b.*value|kubeadm-config/.test(
      text,
    )
  ) {
    return [];
  }
  const lines = linesOf(text);
  const segments: Segment[] = [];
  for (let first = 0; first < lines.length; first++) {
    if (!begins(lines, first)) continue;
    const last = lastOfRun(lines, first);
    const span = { start: lines[first]?.start ?? 0, end: lines[last]?.end ?? 0 };
    segments.push({ text: text.slice(span.start, span.end), offset: offset + span.start });
    first = last;
  }
  return segments;
}

function begins(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line?.is === 'anchor') return true;
  if (line?.is === 'companion') return nextAnchorBehind(lines, index);
  if (line?.is !== 'command') return false;
  return command.test(line.text) || nextAnchorBehind(lines, endOfCommand(lines, index));
}

/** True if only companions, blank lines and at most one unknown line stand between a line and the next text that is surely kubeadm's. */
function nextAnchorBehind(lines: readonly Line[], index: number): boolean {
  let unknown = 0;
  for (let at = index + 1; at < Math.min(lines.length, index + longestLead); at++) {
    const is = lines[at]?.is;
    if (is === 'anchor') return true;
    if (is === 'other') unknown++;
    if (is === 'command' || unknown > 1) return false;
  }
  return false;
}

const longestLead = 40;
/** Unknown lines are taken in only where kubeadm's own lines follow soon and they are no manifest. */
const longestGap = 6;

function lastOfRun(lines: readonly Line[], first: number): number {
  let last = lines[first]?.is === 'command' ? endOfCommand(lines, first) : first;
  for (let at = last + 1; at < lines.length && at <= last + longestGap; at++) {
    const { is, text } = lines[at] ?? { is: 'other', text: '' };
    if (is === 'command') last = endOfCommand(lines, at);
    else if (is === 'anchor' || is === 'companion') last = at;
    else if (at === last + 1 && is === 'other' && isUnfinishedError(lines[last]?.text ?? '')) last = at;
    else if (/^\s*[\w"'-]+:(?:\s|$)|^\s*[{}-]/.test(text)) break;
    at = Math.max(at, last);
  }
  return last;
}

/** kubeadm's errors go on in the next line only where somebody wrapped them. */
function isUnfinishedError(text: string): boolean {
  return /(?:error execution phase .*|API Server|is forbidden|cluster-info): ?$/.test(text);
}

/** A backslash at the end takes the next line in, and so does the rest of a hash that the terminal wrapped. */
function endOfCommand(lines: readonly Line[], first: number): number {
  let last = first;
  while (last + 1 < lines.length && /\\\s*$/.test(lines[last]?.text ?? '')) last++;
  return /^[0-9a-f]{4,64}\s*$/.test(lines[last + 1]?.text ?? '') ? last + 1 : last;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]+|\r\n|\n|\r/g)) {
    const [line] = match;
    if (/^[\r\n]/.test(line)) continue;
    lines.push({ start: match.index, end: match.index + line.length, text: line, is: classify(line) });
  }
  return lines;
}

function classify(line: string): Line['is'] {
  if (line.trim() === '') return 'blank';
  const head = line.slice(0, 4000);
  if (command.test(head) || doubtfulCommand.test(head)) return 'command';
  if (anchors.some((anchor) => anchor.test(head))) return 'anchor';
  return companions.some((companion) => companion.test(head)) ? 'companion' : 'other';
}

/** One object per attempt: a command begins one, and so does output behind an attempt that has ended. */
function read(segment: Segment): Unwrapped {
  const lines = linesOf(segment.text);
  const starts: number[] = [];
  let ended = false;
  lines.forEach((line, index) => {
    const fresh = line.is === 'command' || (ended && /\[preflight\] Running|\[discovery\] /.test(line.text));
    if (index === 0 || fresh) starts.push(line.start);
    ended = fresh ? false : ended || ending.test(line.text);
  });
  const objects = starts.map((start, index) => {
    const part = segment.text.slice(start, starts[index + 1]);
    return pastedOutput(part.trimEnd(), segment.offset + start);
  });
  return { objects, problems: [] };
}

function pastedOutput(text: string, offset: number): PastedObject {
  const span = { start: offset, end: offset + text.length };
  return { format: 'kubeadm-output', kind: 'kubeadm join output', value: text, span, spanOf: () => span };
}
