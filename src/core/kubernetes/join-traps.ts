// What keeps a `kubeadm join` command line from doing what it was meant to do, and the change that mends it where one is right.
// What kubeadm says to each: runs of 1.20, cmd/kubeadm/app/apis/kubeadm/validation.

import type { Span } from '../source/range.ts';
import { nearestName } from './edit-distance.ts';
import { hideTokenSecrets } from './join-command.ts';
import { joinFlag, joinFlags, mayStandBeside } from './join-flags.ts';
import type { ParsedJoin, TypedFlag } from './parse-join.ts';
import { coversMinor, type Minor } from './version.ts';

/** What copying damaged; the shell passes on something else. */
export const damages = ['dash', 'quotes', 'blank-after-backslash', 'missing-backslash', 'wrapped-hash'] as const;
/** What has to be filled in first. */
export const gaps = ['placeholder', 'variable', 'cut-off'] as const;
/** What kubeadm refuses. */
export const refusals = [
  'switch-value',
  'second-argument',
  'double-port',
  'scheme',
  'no-port',
  'no-endpoint',
  'two-discoveries',
  'no-hash',
  'token-shape',
  'hash-shape',
  'key-shape',
  'renamed',
  'unknown-flag',
  'no-value',
  'beside-config',
] as const;
export type TrapName = (typeof damages)[number] | (typeof gaps)[number] | (typeof refusals)[number];

export interface TrapEdit {
  readonly span: Span;
  readonly was: string;
  readonly to: string;
}

export interface Trap {
  readonly trap: TrapName;
  readonly span: Span;
  /** What it is about, without a secret: a flag with its dashes, an address. */
  readonly about: string;
  /** Another name to use. */
  readonly better?: string;
  /** Never with a value in it: reports carry them. */
  readonly edits?: readonly TrapEdit[];
}

/** In order of place. */
export function joinTraps(text: string, join: ParsedJoin, minor: Minor): readonly Trap[] {
  const traps = [
    ...damageTraps(text, join),
    ...join.flags.flatMap((flag) => flagTraps(text, flag, join, minor)),
    ...addressTraps(text, join),
    ...(join.cutOff ? [{ trap: 'cut-off' as const, span: join.cutOff, about: '' }] : tokenTraps(join)),
  ];
  return traps
    .map((trap) => ({ ...trap, about: hideTokenSecrets(trap.about) }))
    .sort((a, b) => a.span.start - b.span.start);
}

function change(text: string, span: Span, to: string): Pick<Trap, 'edits'> {
  return { edits: [{ span, was: text.slice(span.start, span.end), to }] };
}

function damageTraps(text: string, { flags, blanks, missingBackslash, wrapped }: ParsedJoin): Trap[] {
  return [
    ...flags
      .filter(({ dashes, name }) => /[^-]/.test(dashes) || (name.length > 1 && dashes !== '--'))
      .map(({ word, name, dashes }): Trap => {
        const span = { start: word.span.start, end: word.span.start + dashes.length };
        return { trap: 'dash', span, about: `--${name}`, ...change(text, span, name.length === 1 ? '-' : '--') };
      }),
    ...blanks.map((span): Trap => ({ trap: 'blank-after-backslash', span, about: '', ...change(text, span, '') })),
    ...missingBackslash.map((at): Trap => {
      const span = { start: at, end: at };
      return { trap: 'missing-backslash', span, about: '', ...change(text, span, ' \\') };
    }),
    ...(wrapped
      ? [
          {
            trap: 'wrapped-hash' as const,
            span: wrapped.gap,
            about: `--${wrapped.flag.name}`,
            ...change(text, wrapped.gap, ''),
          },
        ]
      : []),
  ];
}

const curly = /[\u2018-\u201f]/;
const placeholder =
  /^[a-z:]*<[^>]*>|<[\w .-]+>|^(?:sha256:)?(?:x{2,}|\.{3,}|…+|\*+)(?::\d+)?$|\[[\w ]+\]|^(?:YOUR|TOKEN|HASH)\b/i;

function gapOf({ text, expands }: { readonly text: string; readonly expands: boolean }): TrapName | undefined {
  if (expands) return 'variable';
  return placeholder.test(text) ? 'placeholder' : undefined;
}

/** Values that are to be filled in are not judged further. */
function flagTraps(text: string, flag: TypedFlag, join: ParsedJoin, minor: Minor): Trap[] {
  const { name, value, word, valueWord } = flag;
  const about = `--${name}`;
  const { span } = valueWord ?? word;
  const traps: Trap[] = nameTraps(text, flag, join, minor);
  const known = joinFlag(name);
  if (curly.test(text.slice(span.start, span.end))) {
    const edits = [...text.slice(span.start, span.end).matchAll(/[\u2018-\u201f]/g)].map(({ 0: was, index }) => ({
      span: { start: span.start + index, end: span.start + index + 1 },
      was,
      to: '',
    }));
    traps.push({ trap: 'quotes', span, about, edits });
    return traps;
  }
  const gap = gapOf({ text: value, expands: (valueWord ?? word).expands });
  if (gap) return [...traps, { trap: gap, span, about }];
  if (known && known.type !== 'switch' && value === '') return [...traps, { trap: 'no-value', span: word.span, about }];
  const shape = shapeTrap(text, flag, span);
  return shape ? [...traps, shape] : traps;
}

function nameTraps(text: string, { name, word, dashes }: TypedFlag, { flags }: ParsedJoin, minor: Minor): Trap[] {
  const known = joinFlag(name);
  const about = `--${name}`;
  const span = { start: word.span.start + dashes.length, end: word.span.start + dashes.length + name.length };
  const rename = (to: string): Pick<Trap, 'edits'> =>
    text.slice(span.start, span.end) === name ? change(text, span, to) : {};
  if (!known) {
    if (['help', 'h', 'kubeconfig', 'log-file'].includes(name)) return [];
    const better = nearestName(
      name,
      joinFlags.filter((flag) => coversMinor(flag, minor)).map((flag) => flag.name),
    );
    return [
      { trap: 'unknown-flag', span: word.span, about, ...(better ? { better: `--${better}`, ...rename(better) } : {}) },
    ];
  }
  if (!coversMinor(known, minor)) {
    const other = joinFlag(known.elsewhere ?? '');
    const fits = other && coversMinor(other, minor);
    return [
      {
        trap: fits ? 'renamed' : 'unknown-flag',
        span: word.span,
        about,
        ...(fits ? { better: `--${other.name}`, ...rename(other.name) } : {}),
      },
    ];
  }
  const mixed = flags.some((flag) => flag.name === 'config') && !mayStandBeside(known, minor);
  return mixed ? [{ trap: 'beside-config', span: word.span, about }] : [];
}

function shapeTrap(text: string, { name, value, word }: TypedFlag, span: Span): Trap | undefined {
  const about = `--${name}`;
  if (/token$/.test(name) && !/^[a-z0-9]{6}\.[a-z0-9]{16}$/.test(value)) return { trap: 'token-shape', span, about };
  if (name === 'certificate-key' && !/^[0-9a-f]{64}$/i.test(value)) return { trap: 'key-shape', span, about };
  if (name !== 'discovery-token-ca-cert-hash') return undefined;
  if (value.split(',').every((hash) => /^sha256:[0-9a-f]{64}$/i.test(hash))) return undefined;
  const bare = /^[0-9a-f]{64}$/i.test(value) && span !== word.span;
  return {
    trap: 'hash-shape',
    span,
    about,
    ...(bare ? change(text, { start: span.start, end: span.start }, 'sha256:') : {}),
  };
}

function addressTraps(text: string, { positional, flags }: ParsedJoin): Trap[] {
  const [address, ...others] = positional;
  const has = (name: string): boolean => flags.some((flag) => flag.name === name);
  const traps = others.map((word): Trap => {
    const before = flags.find(
      (flag) =>
        flag.word.span.end < word.span.start && /^[ \t]+$/.test(text.slice(flag.word.span.end, word.span.start)),
    );
    if (!before || !/^(?:true|false)$/.test(word.text))
      return { trap: 'second-argument', span: word.span, about: word.text };
    const gap = { start: before.word.span.end, end: word.span.start };
    return { trap: 'switch-value', span: word.span, about: `--${before.name}`, ...change(text, gap, '=') };
  });
  if (!address) return traps;
  const gap = gapOf(address);
  if (gap) traps.push({ trap: gap, span: address.span, about: '' });
  else if (/^(?:true|false)$/.test(address.text))
    traps.push({ trap: 'second-argument', span: address.span, about: address.text });
  else traps.push(...endpointTraps(text, address.text, address.span));
  if (has('discovery-file')) traps.push({ trap: 'two-discoveries', span: address.span, about: address.text });
  return traps;
}

function endpointTraps(text: string, address: string, span: Span): Trap[] {
  const raw = text.slice(span.start, span.end) === address;
  const scheme = /^https?:\/\//.exec(address)?.[0];
  if (scheme)
    return [
      {
        trap: 'scheme',
        span,
        about: address,
        ...(raw ? change(text, { start: span.start, end: span.start + scheme.length }, '') : {}),
      },
    ];
  const twice = /^([^:\s]+)(:\d+)(:\d+)$/.exec(address);
  if (twice) {
    const [, host = '', first = '', second] = twice;
    return [
      {
        trap: 'double-port',
        span,
        about: address,
        ...(raw && first === second ? change(text, span, host + first) : {}),
      },
    ];
  }
  return /:\w+$/.test(address) && (!/:.*:/.test(address) || address.startsWith('['))
    ? []
    : [{ trap: 'no-port', span, about: address }];
}

/** What is missing; without a place of its own it stands at the command. */
function tokenTraps({ flags, positional, span }: ParsedJoin): Trap[] {
  const has = (...names: readonly string[]): boolean => flags.some(({ name }) => names.includes(name));
  if (has('config', 'discovery-file', 'help', 'h')) return [];
  const at = { start: span.start, end: span.start + 'kubeadm'.length };
  const byToken = has('token', 'discovery-token');
  return [
    ...(positional.length === 0 ? [{ trap: 'no-endpoint' as const, span: at, about: '' }] : []),
    ...(byToken && !has('discovery-token-ca-cert-hash', 'discovery-token-unsafe-skip-ca-verification')
      ? [{ trap: 'no-hash' as const, span: at, about: '' }]
      : []),
  ];
}
