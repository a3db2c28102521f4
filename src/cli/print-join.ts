// A join command for a terminal: word by word, repaired, and as a file; or a JoinConfiguration as a command.

import { commandHead, explainJoin, explanationWords, tellFlag, tellTrap, type Locale } from '../core/index.ts';
import { padTo, printable, widthOf } from '../print/columns.ts';
import type { Paint } from '../print/paint.ts';

interface JoinStyle {
  readonly locale: Locale;
  readonly paint: Paint;
}

/** A block behind a report; empty if the text holds no join. For a terminal alone: the token stands in it as it was pasted. */
export function printJoin(text: string, minor: number, { locale, paint }: JoinStyle): string {
  const [head, ...lines] = joinLines(text, minor, locale);
  return head === undefined ? '' : `\n${[paint.strong(head), ...lines].join('\n')}\n`;
}

function joinLines(text: string, minor: number, locale: Locale): readonly string[] {
  const join = explainJoin(text, minor);
  if (!join) return [];
  const words = explanationWords[locale];
  const plain = (sentence: string): string => printable(sentence.replaceAll('`', ''));
  const widest = Math.max(0, ...join.flags.map(({ name }) => widthOf(name || 'host:port')));
  const list = (head: string, sentences: readonly string[]): readonly string[] =>
    sentences.length === 0 ? [] : [`  ${head}`, ...sentences.map((sentence) => `    - ${plain(sentence)}`)];
  const code = (head: string, lines: string): readonly string[] => [
    `  ${head}:`,
    ...lines
      .trimEnd()
      .split('\n')
      .map((line) => `      ${printable(line)}`),
  ];
  const hasFile = join.from === 'command' && join.configuration !== undefined;
  return [
    words.title[join.from],
    ...join.flags.map(
      ({ name, known }) =>
        `  ${padTo(name || 'host:port', widest)}  ${plain(known ? tellFlag(name, locale) : words.unknown)}`,
    ),
    ...list(
      words.still,
      join.traps.map((trap) => tellTrap(trap, locale)),
    ),
    ...code(commandHead(join, locale), join.command),
    ...(hasFile ? code(words.file(join.apiVersion), join.configuration ?? '') : []),
    ...(hasFile ? code(words.with, join.fileCommand) : []),
    ...list(words.unsaid[join.from], join.unsaid),
  ];
}
