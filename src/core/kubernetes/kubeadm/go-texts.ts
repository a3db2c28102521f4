// Texts that Go types read by themselves: durations, times, bootstrap tokens; with Go's own error texts.
// Upstream: time.ParseDuration, time.Parse(RFC3339), kubeadm apis/bootstraptoken/v1 NewBootstrapTokenString.

import { goQuote } from './go-quote.ts';

const secondsPerUnit: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

export interface Parsed {
  /** Seconds. */
  readonly value: number;
  readonly error?: string;
}

/** Go's time.ParseDuration: seconds, or its error text. */
export function parseGoDuration(text: string): Parsed {
  const fail = (error: string): Parsed => ({ value: 0, error: `time: ${error} duration ${goQuote(text)}` });
  let rest = text.replace(/^[-+]/, '');
  const negative = text.startsWith('-');
  if (rest === '0') return { value: 0 };
  if (rest === '') return fail('invalid');
  let total = 0;
  while (rest !== '') {
    const number = /^(?:\d+(?:\.\d*)?|\.\d+)/.exec(rest)?.[0];
    if (number === undefined) return fail('invalid');
    rest = rest.slice(number.length);
    const unit = /^[^\d.]*/.exec(rest)?.[0] ?? '';
    if (unit === '') return fail('missing unit in');
    const seconds = secondsPerUnit[unit];
    if (seconds === undefined) return fail(`unknown unit ${goQuote(unit)} in`);
    total += Number(number) * seconds;
    rest = rest.slice(unit.length);
  }
  if (total >= 2 ** 63 / 1e9) return fail('invalid');
  return { value: negative ? -total : total };
}

const bootstrapTokenPattern = '\\A([a-z0-9]{6})\\.([a-z0-9]{16})\\z';

export function isBootstrapToken(text: string): boolean {
  return /^[a-z0-9]{6}\.[a-z0-9]{16}$(?!\n)/.test(text);
}

/** The error of NewBootstrapTokenString; undefined for a good token. */
export function bootstrapTokenError(text: string): string | undefined {
  if (isBootstrapToken(text)) return undefined;
  return `the bootstrap token ${goQuote(text)} was not of the form ${goQuote(bootstrapTokenPattern)}`;
}

const timeLayout = '2006-01-02T15:04:05Z07:00';
const timeParts: readonly { readonly layout: string; readonly pattern: RegExp }[] = [
  { layout: '2006', pattern: /^\d{4}/ },
  { layout: '-', pattern: /^-/ },
  { layout: '01', pattern: /^\d\d/ },
  { layout: '-', pattern: /^-/ },
  { layout: '02', pattern: /^\d\d/ },
  { layout: 'T', pattern: /^T/ },
  { layout: '15', pattern: /^\d\d?/ },
  { layout: ':', pattern: /^:/ },
  { layout: '04', pattern: /^\d\d/ },
  { layout: ':', pattern: /^:/ },
  { layout: '05', pattern: /^\d\d(?:[.,]\d+)?/ },
  { layout: 'Z07:00', pattern: /^(?:Z|[-+]\d\d:\d\d)/ },
];

/** The error of time.Parse with RFC 3339; undefined for a good time. Ranges of the parts are not looked at. */
export function timeError(text: string): string | undefined {
  let rest = text;
  for (const { layout, pattern } of timeParts) {
    const match = pattern.exec(rest);
    if (!match) {
      return `parsing time ${goQuote(text)} as ${goQuote(timeLayout)}: cannot parse ${goQuote(rest)} as ${goQuote(layout)}`;
    }
    rest = rest.slice(match[0].length);
  }
  return rest === '' ? undefined : `parsing time ${goQuote(text)}: extra text: ${goQuote(rest)}`;
}
