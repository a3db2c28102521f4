// What `kubeadm join` prints, as people copy it from a terminal or a build log: the command behind its prompt with
// continuation lines, `[phase]` lines, klog lines of any `-v`, the error or the success text, prefixes of other tools.
// Writer: cmd/kubeadm/app/cmd/join.go and its phases; there is no specification, only texts.
// Lost: lines that a terminal broke in the middle of a word. Output of `kubeadm init` is not read, but a join command in it is.

import { terminalLines, type TerminalLine } from '../source/terminal-lines.ts';
import type { Format, PastedObject, Segment, Unwrapped } from './format.ts';

const prompt = String.raw`(?:\S{0,200}?[$%>~]|[^\s:]{0,100}:\S{0,100}#|\[[^\]]{0,100}\][$#])`;
const invocation = String.raw`(?:sudo\s+(?:-\S+\s+)*)?(?:\S*/)?kubeadm\s+join(?=\s|$)`;

/** A command at the line's start or behind a prompt. */
const command = new RegExp(`^(?:\\s*${prompt}\\s*)?${invocation}`);
/** The same in a script or behind `#`, which may be a root prompt or a comment: only output behind it tells. */
const doubtfulCommand = new RegExp(`^\\s*(?:[#*-]\\s*)?\`?${invocation}`);

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
  /\/configmaps\/cluster-info(?:\?timeout=\w+)?"?: /,
  /configmaps "kubelet-config-[\d.]+" is forbidden: User "system:bootstrap:/,
  /only supports deploying clusters with the control plane version/,
  /stable controlPlaneEndpoint address/,
  /the cluster-info ConfigMap does not yet contain a JWS signature/i,
  /your configuration file uses an old API spec: "kubeadm/,
  /can not mix '--config' with arguments/,
];

/** Lines that go on with an output that has begun. */
const companions: readonly RegExp[] = [
  /^\s*(?:[#>-] )?\[[a-z][\w/-]*\]/,
  /^\s*\[(?:WARNING|ERROR)\b/,
  /^\s*[IWEF]\d{4} \d\d:\d\d:\d\d/,
  /^\s*> /,
  /To see the stack trace of this error execute with --v=5 or higher/,
  /^\s*\* (?:Certificate signing request was sent|The Kubelet was informed)/,
  /Run 'kubectl get nodes' on the control-plane/,
  // what stands around a kubelet that does not come up
  /^\s*(?:Unfortunately, an error has occurred|timed out waiting for the condition|This error is likely caused by|If you are on a systemd-powered)/,
  /^\s*- (?:The kubelet is |'(?:systemctl|journalctl) )/,
  // what the command line itself was refused for
  /^(?:Error: )?(?:accepts at most \d+ arg\(s\)|unknown (?:shorthand )?flag: |flag needs an argument: |invalid argument ".*" for ")/,
  /^(?:unable to read config from|no JoinConfiguration found)/,
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

/** Lines out of JSON stand inside a line of the text; that is claimed whole, so that it can be read again. */
function lineStart(text: string, line: Line | undefined): number {
  let at = line?.span.start ?? 0;
  while (at > 0 && !/[\r\n]/.test(text.charAt(at - 1))) at--;
  return at;
}

function lineEnd(text: string, line: Line | undefined): number {
  const from = line?.span.end ?? 0;
  const end = /[\r\n]/.exec(text.slice(from))?.index ?? text.length - from;
  return text.slice(0, from + end).trimEnd().length;
}

interface Line extends TerminalLine {
  readonly is: 'command' | 'anchor' | 'companion' | 'blank' | 'other';
}

function claimPart(text: string, offset: number): readonly Segment[] {
  if (
    !/kubeadm\s+join|\[preflight\]|\[discovery\]|error execution phase|identity of the API Server|cluster-info|discovery\b.*value|(?:kubeadm|kubelet)-config|kubeadm\.k8s\.io|stable controlPlaneEndpoint|only supports deploying/.test(
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
    const span = { start: lineStart(text, lines[first]), end: lineEnd(text, lines[last]) };
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
  const last = endOfCommand(lines, index);
  return command.test(line.text) || nextAnchorBehind(lines, last) || isAlone(lines, index, last);
}

/** True if nothing stands there but a command. */
function isAlone(lines: readonly Line[], first: number, last: number): boolean {
  return lines.every(({ is }, index) => is === 'blank' || (index >= first && index <= last));
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
  if (/(?:error execution phase .*|API Server|is forbidden|cluster-info): ?$/.test(text)) return true;
  // broken by the width of a terminal: inside the fixed words, or inside quotes
  const error = /(?:error execution phase|couldn't validate the identity).*$/.exec(text)?.[0] ?? '';
  return (
    (error !== '' && fixedWords.startsWith(error.trimEnd())) || (error.split('"').length % 2 === 0 && error.length > 40)
  );
}

const fixedWords = "error execution phase preflight: couldn't validate the identity of the API Server: ";

/** A backslash at the end takes the next line in, and so does the rest of a hash that the terminal wrapped. */
function endOfCommand(lines: readonly Line[], first: number): number {
  let last = first;
  const goesOn = (at: number): boolean =>
    /\\\s*$/.test(lines[at]?.text ?? '') || /^\s*--[a-z]/.test(lines[at + 1]?.text ?? '');
  while (last + 1 < lines.length && goesOn(last)) last++;
  return /^[0-9a-f]{4,64}\s*$/.test(lines[last + 1]?.text ?? '') ? last + 1 : last;
}

function linesOf(text: string): readonly Line[] {
  return terminalLines(text).map((line) => ({ ...line, is: classify(line.text) }));
}

function classify(line: string): Line['is'] {
  if (line.trim() === '') return 'blank';
  const head = straight(line.slice(0, 4000));
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
    if (index === 0 || fresh) starts.push(lineStart(segment.text, line));
    ended = fresh ? false : ended || ending.test(line.text);
  });
  const parts = [...new Set(starts)];
  const objects = parts.map((start, index) => {
    const part = segment.text.slice(start, parts[index + 1]);
    return pastedOutput(part.trimEnd(), segment.offset + start);
  });
  return { objects, problems: [] };
}

function pastedOutput(text: string, offset: number): PastedObject {
  const span = { start: offset, end: offset + text.length };
  const value = straight(text);
  return { format: 'kubeadm-output', kind: 'kubeadm join output', value, span, spanOf: () => span };
}

/** A chat or a word processor bends the apostrophe of `couldn't`. */
function straight(text: string): string {
  return text.replace(/(?<=[a-z])’(?=t\b)/g, "'");
}
