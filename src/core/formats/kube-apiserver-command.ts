// The command line of kube-apiserver, as people copy it from `ps -ef` (scanners tell them to), a systemd unit, a script or the
// `Command:` of `kubectl describe pod`: the program's name, then its flags, on one line or on several. Lost: mounts and probes.

import type { Span } from '../source/range.ts';
import type { Format, PastedObject, Segment, Unwrapped } from './format.ts';

const program = /(?<=^|[\s"'/])kube-apiserver(?=(?:[ \t]*\\?\r?\n)?[ \t]+--[a-z]|[ \t]*\\?\r?\n--[a-z])/gm;
/** Other commands name the program too: `kubectl logs kube-apiserver --previous`. */
const telling =
  /^--(?:advertise-address|anonymous-auth|audit-|authentication-config|authorization-|client-ca-file|etcd-servers|secure-port|service-|tls-)/;

const text = String.raw`(?:"[^"\n]*"|'[^'\n]*'|[^\s"'\\]|\\[^\r\n])`;
/** On the same line, or first on the next one. */
const flag = new RegExp(String.raw`(?:[ \t]+|[ \t]*\\?\r?\n[ \t]*(?=--))(--?[a-z]${text}*)`, 'y');
const value = new RegExp(String.raw`[ \t]+((?!-)${text}+)`, 'y');

export const kubeApiserverCommand: Format = {
  name: 'kube-apiserver-command',
  label: { en: 'command line of kube-apiserver', ja: 'kube-apiserverのコマンドライン' },
  claim: (paste, free) =>
    free.flatMap(({ start, end }) => {
      const part = paste.slice(start, end);
      const commands = claimCommands(part, start);
      return commands.length > 0 ? commands : claimExcerpts(part, start);
    }),
  read,
};

/** A flag on a line of its own, as `grep` finds it in a manifest; with the line's number before it perhaps. */
const flagLine = /^[ \t]*(?:\d{1,5}[:-][ \t]*)?(?:- )?["']?(--[a-z][^\s"']*)["']?[ \t]*\\?\r?$/;
/** Whose flags these are too: the kubelet knows `--anonymous-auth`. */
const kubeletFlag =
  /^--(?:kubeconfig|bootstrap-kubeconfig|container-runtime|pod-infra|node-ip|config=|hostname-override)/;

/** Runs of such lines without the program's name, if one of them can only be meant for kube-apiserver or is not the kubelet's. */
function claimExcerpts(paste: string, offset: number): readonly Segment[] {
  const segments: Segment[] = [];
  let run: Span[] = [];
  const close = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    run = [];
    if (!first || !last) return;
    const text = paste.slice(first.start, last.end);
    const flags = excerptWords(text).map((word) => text.slice(word.start, word.end));
    const isOurs = flags.some((one) => telling.test(one)) && !flags.some((one) => kubeletFlag.test(one));
    if (isOurs) segments.push({ text, offset: offset + first.start });
  };
  for (const { 0: line, index } of paste.matchAll(/[^\n]+/g)) {
    if (flagLine.test(line)) run.push({ start: index, end: index + line.length });
    else close();
  }
  close();
  return segments;
}

/** Places of the flags in a run of lines. */
function excerptWords(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const word = flagLine.exec(line)?.[1];
    if (word === undefined) return [];
    const start = index + line.indexOf(word);
    return [{ start, end: start + word.length }];
  });
}

interface Command extends Span {
  /** Places of the words behind the program's name. */
  readonly words: readonly Span[];
}

/** Whole lines, each of them once. */
function claimCommands(paste: string, offset: number): readonly Segment[] {
  const segments: Segment[] = [];
  let behind = 0;
  for (const { start, words } of commandsIn(paste)) {
    const from = paste.lastIndexOf('\n', start) + 1;
    if (from < behind) continue;
    const last = words.at(-1)?.end ?? start;
    const rest = paste.slice(last).search(/\r?\n/);
    behind = rest < 0 ? paste.length : last + rest;
    segments.push({ text: paste.slice(from, behind), offset: offset + from });
  }
  return segments;
}

function* commandsIn(paste: string): Generator<Command> {
  program.lastIndex = 0;
  for (let found = program.exec(paste); found; found = program.exec(paste)) {
    const start = found.index;
    const end = start + found[0].length;
    const words = [...wordsFrom(paste, end)];
    const behind = words.at(-1)?.end ?? end;
    if (words.some((word) => telling.test(paste.slice(word.start, word.end)))) yield { start, end, words };
    program.lastIndex = behind;
  }
}

function* wordsFrom(paste: string, start: number): Generator<Span> {
  let at = start;
  let takesValue = false;
  for (;;) {
    const pattern: RegExp = takesValue && !isNext(flag, paste, at) ? value : flag;
    pattern.lastIndex = at;
    const word = pattern.exec(paste)?.[1];
    if (word === undefined) return;
    at = pattern.lastIndex;
    yield { start: at - word.length, end: at };
    takesValue = pattern === flag && !word.includes('=');
  }
}

function isNext(pattern: RegExp, paste: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(paste);
}

/** Quotes are taken off. */
function read({ text: lines, offset }: Segment): Unwrapped {
  const commands = [...commandsIn(lines)];
  const words = commands.length > 0 ? [] : excerptWords(lines);
  const start = words[0]?.start ?? 0;
  const all = commands.length > 0 ? commands : [{ start, end: words[0]?.end ?? start, words }];
  return { objects: all.map((command) => toObject(command, lines, offset)), problems: [] };
}

function toObject({ start, end, words }: Command, lines: string, offset: number): PastedObject {
  const moved = (span: Span): Span => ({ start: span.start + offset, end: span.end + offset });
  const spans = words.map(moved);
  const program = moved({ start, end });
  return {
    format: 'kube-apiserver-command',
    kind: 'kube-apiserver command line',
    value: { words: words.map((word) => lines.slice(word.start, word.end).replace(/["']/g, '')) },
    span: { start: program.start, end: spans.at(-1)?.end ?? program.end },
    spanOf: (path) => (path[0] === 'words' ? (spans[Number(path[1])] ?? program) : program),
  };
}
