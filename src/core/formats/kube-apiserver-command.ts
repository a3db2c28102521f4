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
  claim: (paste, free) => free.flatMap(({ start, end }) => claimCommands(paste.slice(start, end), start)),
  read,
};

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
  return { objects: [...commandsIn(lines)].map((command) => toObject(command, lines, offset)), problems: [] };
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
