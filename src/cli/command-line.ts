// What the reader asked for: the arguments and the environment, or the reason why they make no sense.

import { parseArgs } from 'node:util';
import { locales, parseVersion, type InspectOptions, type KubeadmCommand, type Locale } from '../core/index.ts';
import { messages } from './words.ts';

const outputs = ['text', 'json', 'markdown', 'sarif'] as const;
const commands: readonly KubeadmCommand[] = ['init', 'join', 'config validate', 'config migrate'];

export interface CommandLine {
  readonly does: 'explain';
  readonly locale: Locale;
  readonly format: (typeof outputs)[number];
  /** Paths as given; `-` is standard input. */
  readonly files: readonly string[];
  readonly inspect: InspectOptions;
  /** Where the site is published; empty if not told. */
  readonly site: string;
}

export interface VerifyLine {
  readonly does: 'verify';
  readonly locale: Locale;
  readonly format: 'text' | 'json';
  readonly file: string;
  /** Empty if none was named. */
  readonly tokenFile: string;
  readonly pins: readonly string[];
  /** Undefined for the newest version known. */
  readonly kubernetesVersion: string | undefined;
}

export type Request =
  | CommandLine
  | { readonly does: 'migrate'; readonly locale: Locale; readonly file: string }
  | VerifyLine
  | { readonly does: 'help'; readonly locale: Locale }
  | { readonly does: 'version'; readonly locale: Locale }
  | { readonly does: 'refuse'; readonly locale: Locale; readonly problem: string };

type Environment = Readonly<Record<string, string | undefined>>;

const options = {
  lang: { type: 'string' },
  format: { type: 'string' },
  'kubernetes-version': { type: 'string' },
  command: { type: 'string' },
  site: { type: 'string' },
  'token-file': { type: 'string' },
  'ca-cert-hash': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Never throws; the last of a repeated option counts. */
export function readCommandLine(args: readonly string[], env: Environment): Request {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given: Given = (name) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const locale = oneOf(locales, given('lang')) ?? localeOf(env);
  const problem = optionProblem(tokens, locale) ?? valueProblem(given, locale);
  if (problem !== undefined) return { does: 'refuse', locale, problem };
  if (values.help) return { does: 'help', locale };
  if (values.version) return { does: 'version', locale };

  const [verb, ...files] = positionals;
  const foreign = optionOfOther(verb, tokens);
  if (foreign !== undefined) return { does: 'refuse', locale, problem: messages[locale].notFor(verb ?? '', foreign) };
  switch (verb) {
    case 'explain':
      return readExplain({ given, files, locale, env });
    case 'migrate':
      return readMigrate(files, locale);
    case 'verify':
      return readVerify({ tokens, given, files, locale });
    default:
      return { does: 'refuse', locale, problem: messages[locale].unknownVerb(verb) };
  }
}

type Given = (name: keyof typeof options) => string | undefined;

interface ExplainArguments {
  readonly given: Given;
  readonly files: readonly string[];
  readonly locale: Locale;
  readonly env: Environment;
}

function readExplain({ given, files, locale, env }: ExplainArguments): Request {
  if (files.length === 0) return { does: 'refuse', locale, problem: messages[locale].noFiles };
  const kubernetesVersion = given('kubernetes-version');
  const command = oneOf(commands, given('command'));
  return {
    does: 'explain',
    locale,
    format: oneOf(outputs, given('format')) ?? 'text',
    files,
    inspect: { ...(kubernetesVersion ? { kubernetesVersion } : {}), ...(command ? { command } : {}) },
    site: given('site') ?? env['WHO_GOES_THERE_URL'] ?? '',
  };
}

/** The options that mean something to a command; an unknown command is refused for itself. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  explain: ['lang', 'format', 'kubernetes-version', 'command', 'site'],
  migrate: ['lang'],
  verify: ['lang', 'format', 'kubernetes-version', 'token-file', 'ca-cert-hash'],
};

function optionOfOther(verb: string | undefined, tokens: Tokens): string | undefined {
  const own = optionsOf[verb ?? ''];
  const other = tokens.find((token) => token.kind === 'option' && own && !own.includes(token.name));
  return other?.kind === 'option' ? other.rawName : undefined;
}

/** One file, since one new file is printed. */
function readMigrate(files: readonly string[], locale: Locale): Request {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0)
    return { does: 'refuse', locale, problem: messages[locale].oneFile('migrate') };
  return { does: 'migrate', locale, file };
}

interface VerifyArguments {
  readonly tokens: Tokens;
  readonly given: Given;
  readonly files: readonly string[];
  readonly locale: Locale;
}

/** A pin may be named more than once; standard input is one file or the other. */
function readVerify({ tokens, given, files, locale }: VerifyArguments): Request {
  const refuse = (problem: string): Request => ({ does: 'refuse', locale, problem });
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) return refuse(messages[locale].oneFile('verify'));
  const format = given('format') ?? 'text';
  if (format !== 'text' && format !== 'json')
    return refuse(messages[locale].wrongChoice('--format', format, ['text', 'json']));
  const tokenFile = given('token-file') ?? '';
  if (file === '-' && tokenFile === '-') return refuse(messages[locale].oneStandardInput);
  const pins = tokens.flatMap((token) =>
    token.kind === 'option' && token.name === 'ca-cert-hash' ? [token.value ?? ''] : [],
  );
  const kubernetesVersion = given('kubernetes-version');
  return {
    does: 'verify',
    locale,
    format,
    file,
    tokenFile,
    pins,
    kubernetesVersion,
  };
}

/** As the C library does it: LC_ALL, then LC_MESSAGES, then LANG. */
function localeOf(env: Environment): Locale {
  const wanted = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return wanted.startsWith('ja') ? 'ja' : 'en';
}

function oneOf<T extends string>(allowed: readonly T[], value: string | undefined): T | undefined {
  return allowed.find((one) => one === value);
}

type Tokens = NonNullable<ReturnType<typeof parseArgs>['tokens']>;

/** An option that does not exist, or one without its value. */
function optionProblem(tokens: Tokens, locale: Locale): string | undefined {
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const known = Object.entries(options).find(([name]) => name === token.name)?.[1];
    if (token.name === 'token') return messages[locale].noTokenArgument;
    if (!known) return messages[locale].unknownOption(token.rawName);
    if (known.type === 'boolean' && token.value !== undefined) return messages[locale].noValueWanted(token.rawName);
    if (known.type === 'string' && (!token.value || (!token.inlineValue && /^-./.test(token.value)))) {
      return messages[locale].valueWanted(token.rawName);
    }
  }
  return undefined;
}

function valueProblem(given: (name: keyof typeof options) => string | undefined, locale: Locale): string | undefined {
  const choices = { lang: locales, format: outputs, command: commands };
  for (const name of ['lang', 'format', 'command'] as const) {
    const value = given(name);
    if (value !== undefined && !oneOf<string>(choices[name], value)) {
      return messages[locale].wrongChoice(`--${name}`, value, choices[name]);
    }
  }
  const version = given('kubernetes-version');
  return version === undefined || parseVersion(version) ? undefined : messages[locale].wrongVersion(version);
}
