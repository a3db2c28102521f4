// Takes out of a text what must not travel with it, and puts placeholders there that keep their shape.

import type { Span } from '../source/range.ts';
import { addressesIn, addressPlaceholder, namePlaceholder, namesIn, type NameKind } from './names.ts';
import { secretData, secretDataPlaceholder, secretShapes, type SecretKind } from './secrets.ts';

export type RedactedKind = SecretKind | NameKind;

/** One stretch of the original text and what stands for it. */
export interface Redaction extends Span {
  readonly kind: RedactedKind;
  readonly placeholder: string;
}

export interface Redacted {
  readonly text: string;
  /** In order of place, never overlapping; the same value has the same placeholder everywhere. */
  readonly redactions: readonly Redaction[];
}

export interface RedactOptions {
  /** Addresses and names may stay if their reader is allowed to know them; secrets never do. */
  readonly keep?: readonly NameKind[];
}

interface Candidate extends Span {
  readonly kind: RedactedKind;
  /** Who wins where two meet: the smaller one. */
  readonly rank: number;
  readonly placeholder: (number: number) => string;
}

/**
 * Any text in, the same text out with placeholders for tokens, private keys, certificate keys, passwords, addresses and names.
 * Redacting twice changes nothing more. It looks for shapes: a secret that looks like an ordinary word is not known.
 */
export function redact(text: string, { keep = [] }: RedactOptions = {}): Redacted {
  const candidates = [
    ...secretCandidates(text),
    ...(keep.includes('address') ? [] : addressCandidates(text)),
    ...(keep.includes('name') ? [] : nameCandidates(text)),
  ];
  const redactions = numbered(text, withoutOverlap(candidates));
  let rest = 0;
  let redacted = '';
  for (const { start, end, placeholder } of redactions) {
    redacted += text.slice(rest, start) + placeholder;
    rest = end;
  }
  return { text: redacted + text.slice(rest), redactions };
}

function secretCandidates(text: string): readonly Candidate[] {
  const shaped = secretShapes.flatMap(({ kind, pattern, placeholder, isSecret }, rank) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const secret = match.groups?.['secret'] ?? match[0];
      const start = match.index + match[0].lastIndexOf(secret);
      if (isSecret && !isSecret(secret)) return [];
      return [{ kind, rank, placeholder, start, end: start + secret.length }];
    }),
  );
  const data = secretData(text).map((span) => ({
    ...span,
    kind: 'secret data' as const,
    rank: secretShapes.length,
    placeholder: secretDataPlaceholder,
  }));
  return [...shaped, ...data];
}

function addressCandidates(text: string): readonly Candidate[] {
  return [...new Set(addressesIn(text))].flatMap((address) =>
    spansOf(text, address, /[\w:.]/).map((span) => ({
      ...span,
      kind: 'address' as const,
      rank: secretShapes.length + 1,
      placeholder: (number: number) => addressPlaceholder(number, address),
    })),
  );
}

function nameCandidates(text: string): readonly Candidate[] {
  return namesIn(text).flatMap((name) =>
    spansOf(text, name, /[\w-]/).map((span) => ({
      ...span,
      kind: 'name' as const,
      rank: secretShapes.length + 2,
      placeholder: namePlaceholder,
    })),
  );
}

/** Everywhere a value stands by itself: not inside a longer word. */
function spansOf(text: string, value: string, inside: RegExp): readonly Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length)) {
    const end = start + value.length;
    const before = text[start - 1] ?? ' ';
    const after = text[end] ?? ' ';
    if (!/\w/.test(before) && !(inside.test(after) && /\w/.test(after))) spans.push({ start, end });
  }
  return spans;
}

/** Where two meet, the smaller rank wins; among equals the one that begins first, then the longer one. */
function withoutOverlap(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const next of [...candidates].sort((a, b) => a.start - b.start || a.rank - b.rank || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || next.start >= last.end) kept.push(next);
    else if (next.rank < last.rank) kept[kept.length - 1] = next;
  }
  return kept;
}

/** Numbers count up in order of place; a placeholder that the text holds already is not given to another value. */
function numbered(text: string, candidates: readonly Candidate[]): readonly Redaction[] {
  const known = new Map<string, string>();
  const last = new Map<string, number>();
  const holds = new Map<string, boolean>();
  const isFree = (stands: string): boolean => {
    const stem = stands.replace(/[0-9a-f]+$/, '');
    if (!holds.has(stem)) holds.set(stem, text.includes(stem));
    return !holds.get(stem) || !text.includes(stands);
  };
  return candidates.map(({ kind, start, end, placeholder }) => {
    const key = `${kind}\n${text.slice(start, end)}`;
    let stands = known.get(key);
    while (stands === undefined) {
      const number = (last.get(kind) ?? 0) + 1;
      last.set(kind, number);
      const next = placeholder(number);
      if (isFree(next)) stands = next;
    }
    known.set(key, stands);
    return { kind, start, end, placeholder: stands };
  });
}
