// A `kubeadm join` command line, word by word: which flag, which value, where. Upstream: cmd/kubeadm/app/cmd/join.go, spf13/pflag.
// Holds what was typed, tokens too: never put into a report.

import { shellWords, type ShellWord } from '../source/shell-words.ts';
import type { Span } from '../source/range.ts';
import { joinFlag } from './join-flags.ts';

export interface TypedFlag {
  /** Without dashes; as typed. */
  readonly name: string;
  readonly value: string;
  /** The word of the flag, and of its value if that stands in a word of its own. */
  readonly word: ShellWord;
  readonly valueWord?: ShellWord;
  /** What stood in front of the name. */
  readonly dashes: string;
}

export interface ParsedJoin {
  /** From `kubeadm` to the last word. */
  readonly span: Span;
  readonly flags: readonly TypedFlag[];
  readonly positional: readonly ShellWord[];
  /** `sudo` in front. */
  readonly sudo: boolean;
  /** Rest of a hash that stands on the next line. */
  readonly wrapped?: { readonly gap: Span; readonly flag: TypedFlag };
  /** Where a line ends without a backslash though the command goes on. */
  readonly missingBackslash: readonly number[];
  /** A backslash behind the last word with nothing more to come: the rest was not copied. */
  readonly cutOff?: Span;
  /** Blanks between a backslash and the line end. */
  readonly blanks: readonly Span[];
}

const dash = '[-\\u2010-\\u2015\\u2212]';
const flagWord = new RegExp(`^(${dash}{1,3})([A-Za-z][\\w-]*)(?:=([^]*))?$`);

/** Undefined if there is no command. */
export function parseJoin(text: string): ParsedJoin | undefined {
  const match = /(?:^|[\s"'`/])kubeadm\s+join(?=[\s`]|$)/m.exec(text);
  if (!match) return undefined;
  const start = match.index + match[0].indexOf('kubeadm');
  const words: ShellWord[] = [...shellWords(text, start)].slice(2);
  const missingBackslash: number[] = [];
  for (;;) {
    const end = words.at(-1)?.span.end ?? match.index + match[0].length;
    const next = /^[ \t]*(?:\r\n|\n|\r)[ \t]*(?=--[a-z])/.exec(text.slice(end, end + 400));
    if (!next) break;
    const more = shellWords(text, end + next[0].length);
    if (more.length === 0) break;
    missingBackslash.push(end);
    words.push(...more);
  }
  const { flags, positional } = sortWords(withoutPhase(withoutRedirects(words)));
  const wrapped = wrappedHash(text, flags);
  const end = wrapped ? wrapped.end : (words.at(-1)?.span.end ?? start + match[0].length);
  const span = { start, end };
  return {
    span,
    flags: wrapped ? flags.map((flag) => (flag === wrapped.flag ? { ...flag, value: wrapped.value } : flag)) : flags,
    positional,
    sudo: /\bsudo\s+(?:-\S+\s+)*(?:\S*\/)?$/.test(text.slice(Math.max(0, start - 80), start)),
    ...(wrapped ? { wrapped: { gap: wrapped.gap, flag: wrapped.flag } } : {}),
    missingBackslash,
    ...cutOffAt(text, end),
    blanks: [...text.slice(start, end).matchAll(/\\([ \t]+)(?=\r|\n)/g)].map(({ index, 1: blank = '' }) => ({
      start: start + index + 1,
      end: start + index + 1 + blank.length,
    })),
  };
}

function cutOffAt(text: string, end: number): Pick<ParsedJoin, 'cutOff'> {
  const [, gap = '', backslash] =
    /^([ \t]*)(\\{1,2})["', \t\r]*(?:\n[ \t\r]*)*(?:$|\n)/.exec(text.slice(end, end + 400)) ?? [];
  if (backslash === undefined) return {};
  const start = end + gap.length;
  return { cutOff: { start, end: start + backslash.length } };
}

/** `> log`, `2>&1` are the shell's. */
function withoutRedirects(words: readonly ShellWord[]): readonly ShellWord[] {
  return words.filter(
    ({ text }, index) => !/^\d?>>?(?:&\d|[^>]*)$/.test(text) && !/^\d?>>?$/.test(words[index - 1]?.text ?? ''),
  );
}

const groups = ['control-plane-prepare', 'control-plane-join', 'kubelet-start'];

/** `kubeadm join phase NAME [NAME]` takes the same flags. */
function withoutPhase(words: readonly ShellWord[]): readonly ShellWord[] {
  if (words[0]?.text !== 'phase') return words;
  return words.slice(groups.includes(words[1]?.text ?? '') && /^[a-z-]+$/.test(words[2]?.text ?? '-') ? 3 : 2);
}

function sortWords(words: readonly ShellWord[]): Pick<ParsedJoin, 'flags' | 'positional'> {
  const flags: TypedFlag[] = [];
  const positional: ShellWord[] = [];
  let value: ShellWord | undefined;
  for (const [at, word] of words.entries()) {
    if (word === value) continue;
    const flag = flagOf(word, words[at + 1]);
    if (flag) flags.push(flag);
    else positional.push(word);
    value = flag?.valueWord;
  }
  return { flags, positional };
}

/** A flag without `=` takes the next word, unless it is a switch or the next word is a flag itself. */
function flagOf(word: ShellWord, next: ShellWord | undefined): TypedFlag | undefined {
  const [, dashes = '', name, value] = flagWord.exec(word.text.replace(/^-v(\d+)$/, '-v=$1')) ?? [];
  if (name === undefined) return undefined;
  if (value !== undefined) return { name, value, word, dashes };
  if (joinFlag(name)?.type === 'switch') return { name, value: 'true', word, dashes };
  if (!next || flagWord.test(next.text)) return { name, value: '', word, dashes };
  return { name, value: next.text, word, dashes, valueWord: next };
}

interface Wrapped {
  readonly gap: Span;
  readonly flag: TypedFlag;
  readonly value: string;
  readonly end: number;
}

/** A hash of fewer than 64 digits whose rest stands at the beginning of the next line. */
function wrappedHash(text: string, flags: readonly TypedFlag[]): Wrapped | undefined {
  const last = flags.at(-1);
  const [, hex = ''] = /^(?:sha256:)([0-9a-f]*)$/i.exec(last?.value ?? '') ?? [];
  if (!last || hex.length === 64 || hex === '') return undefined;
  const from = (last.valueWord ?? last.word).span.end;
  const [all, gap = '', rest = ''] =
    /^([ \t]*(?:\r\n|\n|\r)[ \t]*)([0-9a-f]+)(?=\s|$)/i.exec(text.slice(from, from + 400)) ?? [];
  if (all === undefined || hex.length + rest.length !== 64) return undefined;
  return { gap: { start: from, end: from + gap.length }, flag: last, value: last.value + rest, end: from + all.length };
}
