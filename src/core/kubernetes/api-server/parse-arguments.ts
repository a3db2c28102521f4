// A command line as kube-apiserver reads it: which arguments are flags, which the server refuses, and in which words.
// Upstream: github.com/spf13/pflag parseArgs, cobra's argument check in cmd/kube-apiserver/app; run for 1.20.2 and 1.28.4.

import { flagName, underscoresRefusedUntil, type FlagFact, type StartFailure } from '../api-server.ts';
import type { Place } from '../facts.ts';
import type { Minor } from '../version.ts';
import { isGoInteger, isTooLarge, parseGoBool, parseGoDuration, quoteGo } from './go-values.ts';
import { knowFlag, knownFlags, meantFlag } from './known-flags.ts';
import { isPlaceholder } from './placeholder.ts';

/** One word of the command line behind the program's name. */
export interface Argument {
  readonly text: string;
  readonly at: Place;
  /** Where the flag's name stands, if it stands apart from its value. */
  readonly nameAt?: Place;
}

export interface ParsedArguments {
  /** In order; a flag with a refused value is among them. */
  readonly flags: readonly FlagFact[];
  /** All that the server would refuse; it prints the first and exits. */
  readonly failures: readonly StartFailure[];
}

/** What one argument, and the one behind it where that is its value, turned out to be. */
interface Reading {
  readonly flag?: FlagFact;
  readonly failures: readonly StartFailure[];
  readonly usesNext?: boolean;
}

/** pflag stops at the first fault; this goes on, so that the reader sees the others too. */
export function parseArguments(words: readonly Argument[], minor: Minor): ParsedArguments {
  const flags: FlagFact[] = [];
  const failures: StartFailure[] = [];
  const end = words.findIndex(({ text }) => text === '--');
  const positional = words.slice(end < 0 ? words.length : end + 1);
  for (let index = 0; index < (end < 0 ? words.length : end); index++) {
    const word = words[index];
    if (!word || word.text === '') continue;
    if (!word.text.startsWith('-') || word.text === '-') {
      positional.push(word);
      continue;
    }
    const reading = word.text.startsWith('--')
      ? readLong(word, words[index + 1], minor)
      : readShort(word, words[index + 1]);
    if (reading.flag) flags.push(reading.flag);
    failures.push(...reading.failures);
    if (reading.usesNext) index++;
  }
  return { flags, failures: [...failures, ...refusePositional(positional)] };
}

function readLong(word: Argument, next: Argument | undefined, minor: Minor): Reading {
  const { text, at, nameAt = at } = word;
  const equals = text.indexOf('=');
  const name = text.slice(2, equals < 0 ? undefined : equals);
  if (name === '' || name.startsWith('-')) {
    const hint = meantFlag(name.replace(/^-+/, '')) ?? '';
    return { failures: [{ kind: 'flag-name', name, text: `bad flag syntax: ${text}`, at: nameAt, hint }] };
  }
  const unknown = refuseName(name, minor);
  if (unknown) return { failures: [{ ...unknown, at: nameAt }] };
  if (equals >= 0) return withValue({ name, value: text.slice(equals + 1), at }, minor);
  const type = knownFlags.get(flagName(name, minor))?.type;
  if (type === 'bool') return withValue({ name, value: 'true', at }, minor);
  if (next && (type !== undefined || !next.text.startsWith('-'))) {
    return { ...withValue({ name, value: next.text, at: next.at }, minor), usesNext: true };
  }
  if (type === undefined) return { failures: [] };
  return { failures: [{ kind: 'flag-value', name, text: `flag needs an argument: ${text}`, at, hint: '' }] };
}

function withValue(flag: FlagFact, minor: Minor): Reading {
  const text = refuseValue(flagName(flag.name, minor), flag.value, minor);
  if (text === undefined) return { flag, failures: [] };
  return { flag, failures: [{ kind: 'flag-value', name: flag.name, text, at: flag.at, hint: '' }] };
}

/** The only short flags are -v and -h. */
function readShort({ text, at }: Argument, next: Argument | undefined): Reading {
  const letter = text.charAt(1);
  if (letter === 'v') return { failures: [], usesNext: text.length === 2 && next !== undefined };
  const hint = meantFlag(text.replace(/^-+|=.*$/gs, '')) ?? '';
  const quoted = quoteGo(letter).slice(1, -1);
  return {
    failures: [{ kind: 'flag-name', name: text, text: `unknown shorthand flag: '${quoted}' in ${text}`, at, hint }],
  };
}

function refusePositional(positional: readonly Argument[]): readonly StartFailure[] {
  const [first] = positional;
  if (!first) return [];
  const list = positional.map(({ text }) => quoteGo(text)).join(' ');
  const hint = meantFlag(first.text.replace(/^\P{L}+|[=:].*$/gsu, '')) ?? '';
  const text = `"kube-apiserver" does not take any arguments, got [${list}]`;
  return [{ kind: 'not-a-flag', name: first.text, text, at: first.at, hint }];
}

/** Undefined for a name that exists, or about which nothing is known. */
function refuseName(name: string, minor: Minor): Omit<StartFailure, 'at'> | undefined {
  if (isPlaceholder(name)) return undefined;
  const refusal = { kind: 'flag-name', name, text: `unknown flag: --${name}` } as const;
  if (name.includes('_') && minor <= underscoresRefusedUntil) return { ...refusal, hint: name.replaceAll('_', '-') };
  const read = flagName(name, minor);
  if (read.includes('_') && !/[^a-z0-9_-]/.test(read)) return undefined;
  const known = knowFlag(read, minor);
  if (known === 'exists' || known === 'not-known') return undefined;
  return { ...refusal, hint: known === 'not-in-this-version' ? '' : (meantFlag(read) ?? '') };
}

/** pflag's words for a value that the flag's type does not take; undefined if it does. */
function refuseValue(name: string, value: string, minor: Minor): string | undefined {
  if (isPlaceholder(value)) return undefined;
  const said = parseFault(knownFlags.get(name)?.type, value, minor);
  return said === undefined ? undefined : `invalid argument ${quoteGo(value)} for "--${name}" flag: ${said}`;
}

function parseFault(type: string | undefined, value: string, minor: Minor): string | undefined {
  if (type === 'bool' && parseGoBool(value) === undefined) {
    return `strconv.ParseBool: parsing ${quoteGo(value)}: invalid syntax`;
  }
  if (type === 'int' && !isGoInteger(value)) {
    return `strconv.ParseInt: parsing ${quoteGo(value)}: ${isTooLarge(value) ? 'value out of range' : 'invalid syntax'}`;
  }
  return type === 'duration' && parseGoDuration(value) === undefined ? durationFault(value, minor) : undefined;
}

/** time.ParseDuration; Go put the value in quotes with 1.15, which Kubernetes 1.19 was the first to use (inferred). */
function durationFault(value: string, minor: Minor): string {
  const quote = (text: string): string => (minor >= 19 ? quoteGo(text) : text);
  const number = /^[-+]?(?:\d+\.?\d*|\.\d+)/.exec(value)?.[0];
  if (number === undefined) return `time: invalid duration ${quote(value)}`;
  const unit = /^[^.\d]+/.exec(value.slice(number.length))?.[0];
  if (unit === undefined) return `time: missing unit in duration ${quote(value)}`;
  const isKnown = parseGoDuration(`1${unit}`) !== undefined;
  return isKnown
    ? `time: invalid duration ${quote(value)}`
    : `time: unknown unit ${quote(unit)} in duration ${quote(value)}`;
}
