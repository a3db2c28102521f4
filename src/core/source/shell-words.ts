// The words of one command line as a shell reads it, each with its place.
// Written here because findings need places, which the packages for shell quoting do not give; and because what is read is often
// damaged: dashes and quotes of a word processor, line ends in the middle of a word, prompts that were copied along.

import type { Span } from './range.ts';

export interface ShellWord {
  /** Without its quotes and backslashes. */
  readonly text: string;
  readonly span: Span;
  /** True if the shell would put something else in its place (`$TOKEN`, `${TOKEN}`, `$(…)`). */
  readonly expands: boolean;
  /** True behind a line end. */
  readonly newLine: boolean;
}

/**
 * Reads from `start` to the end of the command: a line end without a backslash, `;`, `|`, `&`, a backtick or a comment.
 * A backslash with blanks behind it takes the next line in as well: it was meant to. `> ` at the beginning of such a line is a prompt.
 */
export function shellWords(text: string, start: number): readonly ShellWord[] {
  const words: ShellWord[] = [];
  const gap = /[ \t]+|\\[ \t]*(?:\r\n|\n|\r|$)[ \t]*(?:>(?=[ \t])[ \t]*)?/y;
  let at = start;
  let newLine = false;
  while (at < text.length) {
    gap.lastIndex = at;
    const skipped = gap.exec(text)?.[0];
    if (skipped !== undefined) {
      newLine ||= skipped.startsWith('\\');
      at += skipped.length;
      continue;
    }
    if (/^(?:[\r\n;|&`)]|#|$)/.test(text.slice(at, at + 1))) break;
    const word = readWord(text, at, newLine);
    words.push(word);
    newLine = false;
    at = word.span.end;
  }
  return words;
}

const part =
  /'([^'\r\n]*)'|"((?:[^"\\]|\\.)*)"|\$\([^)\r\n]*\)|\$\{\{[^}\r\n]*\}\}|\{\{[^}\r\n]*\}\}|<[^<>\r\n]{1,40}>|\\([^\r\n])|([^\s;|&`)'"\\])/y;

function readWord(text: string, start: number, newLine: boolean): ShellWord {
  let at = start;
  let read = '';
  for (;;) {
    part.lastIndex = at;
    const match = part.exec(text);
    if (!match) break;
    // A backslash before blanks and a line end belongs to the gap.
    if (match[3] !== undefined && /^\\[ \t]*(?:[\r\n]|$)/.test(text.slice(at, at + 200))) break;
    read += match[1] ?? match[2] ?? match[3] ?? match[0];
    at = part.lastIndex;
  }
  const end = Math.max(at, start + 1);
  const raw = text.slice(start, end);
  const expands = /\$[\w{(]|\{\{/.test(raw.replace(/'[^']*'/g, ''));
  return { text: at === start ? raw : read, span: { start, end }, expands, newLine };
}
