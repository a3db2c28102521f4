// What the reader asked `audit` for, or the reason why it makes no sense.

import { parseArgs } from 'node:util';
import { locales, type Locale } from '../core/logs/index.ts';
import { messages } from './words.ts';

export const auditFormats = ['text', 'json', 'csv', 'markdown'] as const;

export interface AuditLine {
  readonly locale: Locale;
  readonly format: (typeof auditFormats)[number];
  /** Paths as given; `-` is standard input. */
  readonly files: readonly string[];
  readonly follow: boolean;
  readonly everyLine: boolean;
}

export type AuditRequest =
  AuditLine | { readonly help: Locale } | { readonly problem: string; readonly locale: Locale };

const options = {
  lang: { type: 'string' },
  format: { type: 'string' },
  follow: { type: 'boolean' },
  'every-line': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Never throws; the last of a repeated option counts. `args` holds the word `audit` itself. */
export function readAuditCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): AuditRequest {
  const { values, positionals, tokens } = parseArgs({
    ...{ args: [...args], options, strict: false, allowPositionals: true, tokens: true },
  });
  const wanted = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const locale = locales.find((one) => one === values.lang) ?? (wanted.startsWith('ja') ? 'ja' : 'en');
  const problem = optionProblem(tokens, locale);
  if (problem !== undefined) return { problem, locale };
  if (values.help) return { help: locale };
  const choices = { lang: locales, format: auditFormats };
  for (const name of ['lang', 'format'] as const) {
    const value = values[name];
    if (typeof value === 'string' && !choices[name].some((one) => one === value))
      return { problem: messages[locale].wrongChoice(`--${name}`, value, choices[name]), locale };
  }
  const files = positionals.slice(1);
  if (files.length === 0) return { problem: messages[locale].noFiles, locale };
  return {
    locale,
    format: auditFormats.find((one) => one === values.format) ?? 'text',
    files,
    follow: values.follow === true,
    everyLine: values['every-line'] === true,
  };
}

/** An option that `audit` does not take, or one without its value. */
function optionProblem(
  tokens: NonNullable<ReturnType<typeof parseArgs>['tokens']>,
  locale: Locale,
): string | undefined {
  const words = messages[locale];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const known = Object.entries(options).find(([name]) => name === token.name)?.[1];
    if (!known) return words.notFor('audit', token.rawName);
    if (known.type === 'boolean' && token.value !== undefined) return words.noValueWanted(token.rawName);
    if (known.type === 'string' && !token.value) return words.valueWanted(token.rawName);
  }
  return undefined;
}
