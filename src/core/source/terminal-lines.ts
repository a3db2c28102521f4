// The lines of a text that somebody copied from a terminal or a log: what the copying put around them is taken off.
// Such texts come from terminals (colours), journalctl and syslog, CI systems (times), Ansible and docker (JSON), Terraform.

import type { Span } from './range.ts';

export interface TerminalLine {
  /** As the program printed it, as far as that can be told. */
  readonly text: string;
  /** Where it stands, with what was put around it. */
  readonly span: Span;
}

/** Colours begin with an escape; some copies lose it. */
const colours = /\u001b\[[0-9;?]*[A-Za-z]|\[(?:0|0?1)?(?:;?[34]\d)m|\[0?m/g;

/** What other programs put in front of a line, in the order in which they are nested. */
const fronts: readonly RegExp[] = [
  /^\s*\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?:?[ \t]+/,
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?[ \t]+/,
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ [\w./-]+(?:\[\d+\])?: /,
  /^\[\s*\d+\.\d+\] [\w-]+\[\d+\]: /,
  /^\S+ \((?:remote|local)-exec\): /,
  /^[\w.-]+ +\| /,
  /^\s*(?:==> )?[\w.-]+: (?=\[[a-z-]+\] |[IWEF]\d{4} \d\d:)/,
];

/** The lines between line ends, empty ones too. A line of JSON gives the lines inside its texts. */
export function terminalLines(text: string, offset = 0): readonly TerminalLine[] {
  const lines: TerminalLine[] = [];
  for (const { 0: whole, index } of text.matchAll(/[^\r\n]+/g)) {
    const start = offset + index;
    if (isJson(whole)) for (const line of linesInJson(whole, start)) lines.push(line);
    else lines.push({ text: withoutFront(whole), span: { start, end: start + whole.trimEnd().length } });
  }
  return lines;
}

function withoutFront(line: string): string {
  if (line.length > longestRead) return line;
  let rest = line.replace(colours, '');
  for (const front of fronts) rest = rest.replace(front, '');
  return rest;
}

/** Longer lines are taken as they are. */
const longestRead = 20_000;

/** A line with a JSON text that holds line ends, or with nothing but one JSON text. */
function isJson(line: string): boolean {
  // A line of klog may show an answer of the server; it stays one line.
  if (line.length > 500_000 || /^\s*[IWEF]\d{4} \d\d:/.test(line)) return false;
  return /"[\w.-]+":\s*(?:\[\s*)?"/.test(line) || /^\s*"(?:[^"\\]|\\.)*",?\s*$/.test(line);
}

function linesInJson(line: string, offset: number): readonly TerminalLine[] {
  const lines: TerminalLine[] = [];
  for (const { 0: literal, index } of line.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    if (/^\s*:/.test(line.slice(index + literal.length, index + literal.length + 9))) continue;
    for (const part of literal.slice(1, -1).matchAll(/(?:[^\\]|\\[^nr])+|\\[nr]/g)) {
      if (/^\\[nr]$/.test(part[0])) continue;
      const start = offset + index + 1 + part.index;
      lines.push({ text: withoutFront(unescape(part[0])), span: { start, end: start + part[0].length } });
    }
  }
  return lines;
}

function unescape(text: string): string {
  return text.replace(/\\(["\\/t])/g, (_whole, character: string) => (character === 't' ? '\t' : character));
}
