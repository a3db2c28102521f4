// What must never leave with a text: tokens, private keys, certificate keys, passwords, the data of Secrets. One row per shape.
// Shapes: bootstrap token `[a-z0-9]{6}\.[a-z0-9]{16}` and certificate key (32 bytes, hexadecimal) as kubeadm defines them;
// PEM (RFC 7468); JSON Web Token (RFC 7519). A token's id, a detached JWS and a certificate are public parts and stay.

import type { Span } from '../source/range.ts';

export const secretKinds = ['token', 'private key', 'certificate key', 'password', 'secret data'] as const;
export type SecretKind = (typeof secretKinds)[number];

export interface SecretShape {
  readonly kind: SecretKind;
  /** What is replaced is the group `secret`, or the whole match without one. Has the flag `g`. */
  readonly pattern: RegExp;
  /** Looks again at what would be replaced; false leaves it alone. */
  readonly isSecret?: (text: string) => boolean;
  /** Of the same shape, with a number in it, so that the text still reads as what it was. */
  readonly placeholder: (number: number) => string;
}

/** Line ends between the lines of a PEM block, also as JSON writes them. */
const gap = '(?:\\s|\\\\[rn])*';

const counted = (prefix: string, length: number) => (number: number) =>
  prefix + String(number).padStart(length - prefix.length, '0');

/** Base64 of a PEM block: `-----BEGIN ` gives these characters. Its label is looked at in the first bytes. */
function holdsPrivateKey(base64: string): boolean {
  if (!base64.startsWith('LS0tLS1CRUdJTi')) return false;
  // "PRIVATE KEY" at each of the three alignments, without the characters that its neighbours share.
  return ['UFJJVkFURSBLRV', 'BSSVZBVEUgS0VZ', 'QUklWQVRFIEtFW'].some((part) => base64.slice(0, 80).includes(part));
}

/** Values behind a telling key that are none: paths, switches, numbers, references, and our own placeholders. */
const harmless =
  /^(?:[/$<{[|>&*!~-]|(?:true|false|null|none|string|masked)$|\d{1,8}[hms]?$|REDACTED|host-\d+$|0{54}\d{10}$|(?:[a-z0-9]{6}\.)?secret\d{10}$|\*+$|x{3,}$)/i;
const isTold = (value: string): boolean => !harmless.test(value);

const telling =
  'password|passwd|passphrase|client[-_]?secret|token[-_]secret|api[-_]?key|credentials?|(?:access|refresh|id|bearer|auth)?[-_]?token';

/** In the order in which they are looked for: what one row has taken, no later row sees. */
export const secretShapes: readonly SecretShape[] = [
  {
    kind: 'private key',
    pattern: new RegExp(
      `-----BEGIN [A-Z ]*PRIVATE KEY-----(?:${gap}[A-Z][\\w-]+: [^\\n\\\\]*)*(?:${gap}[A-Za-z0-9+/=]{20,})*` +
        `(?:${gap}[A-Za-z0-9+/=]{1,19}(?=${gap}(?:-----END|$)))?(?:${gap}-----END [A-Z ]*PRIVATE KEY-----)?`,
      'g',
    ),
    placeholder: counted('REDACTED-PRIVATE-KEY-', 0),
  },
  {
    kind: 'private key',
    pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,}={0,2}/g,
    isSecret: holdsPrivateKey,
    placeholder: counted('REDACTED-PRIVATE-KEY-', 0),
  },
  {
    kind: 'token',
    pattern: /\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g,
    placeholder: counted('REDACTED-JWT-', 0),
  },
  {
    kind: 'token',
    pattern: /(?<![\w.-])[a-z0-9]{6}\.(?<secret>[a-z0-9]{16})(?![\w-])/g,
    isSecret: (text) => !/^secret\d{10}$/.test(text),
    placeholder: counted('secret', 16),
  },
  {
    kind: 'certificate key',
    pattern: /(?<!sha256[:-]|[0-9A-Za-z])[0-9a-fA-F]{64}(?![0-9A-Za-z])/g,
    isSecret: (text) => !/^0{54}\d{10}$/.test(text),
    placeholder: counted('', 64),
  },
  {
    kind: 'token',
    pattern: /\b(?:Bearer|Basic)\s+(?<secret>[\w.~+/-]{6,}=*)/g,
    isSecret: (text) => !text.startsWith('REDACTED'),
    placeholder: counted('REDACTED-CREDENTIAL-', 0),
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `(?:(?:^|[\\n{,])[ \\t]*(?:- +)?\\\\*["']?(?:${telling})\\\\*["']?[ \\t]*:[ \\t]*|[?&](?:${telling})=|--(?:[a-z-]*-)?(?:password|client-secret)(?:=|[ \\t]+))\\\\*["']?(?<secret>[^\\s"'\\\\,;&#}\\]]{4,})`,
      'gi',
    ),
    isSecret: isTold,
    placeholder: counted('REDACTED-', 0),
  },
];

const spanOf = (start: number, value: string): Span => ({ start, end: start + value.length });

/** The values under `data` and `stringData` of everything in a text that holds a Secret, as JSON (also escaped) or as YAML. */
export function secretData(text: string): readonly Span[] {
  if (!/\bkind\\*["']?\s*:\s*\\*["']?Secret\b/.test(text)) return [];
  const spans = [...text.matchAll(/["'](?:data|stringData)\\*["']\s*:\s*\{(?<block>[^{}]*)\}/g)].flatMap((match) => {
    const block = match.groups?.['block'] ?? '';
    const start = match.index + match[0].length - 1 - block.length;
    return [...block.matchAll(/(?<=:\s*\\*["'])[^"'\\]{2,}/g)].map((value) => spanOf(start + value.index, value[0]));
  });
  return [...spans, ...yamlData(text)].filter(({ start, end }) => isTold(text.slice(start, end)));
}

/** Lines below a line `data:` that stand further to the right, where `kind: Secret` stands in the same column of the document. */
function yamlData(text: string): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const part of text.split(/^(?=---)/m)) {
    const columns = new Set(
      [...part.matchAll(/^( *)(?:- )?kind: *["']?Secret\b/gm)].map(([, indent = '']) => indent.length),
    );
    if (columns.size > 0)
      spans.push(...dataLines(part, columns).map(({ start, end }) => ({ start: at + start, end: at + end })));
    at += part.length;
  }
  return spans;
}

function dataLines(document: string, columns: ReadonlySet<number>): readonly Span[] {
  const spans: Span[] = [];
  let column = -1;
  for (const { 0: line, index } of document.matchAll(/[^\r\n]+/g)) {
    const indent = line.search(/[^ ]/);
    if (indent < 0) continue;
    if (column >= 0 && indent > column) {
      const { indices } = /^ *(?:[\w.-]+: *["']?(?![|>][+-]?$)([^\s"']{2,})|([\w+/=-]{8,})$)/d.exec(line) ?? {};
      const [from, to] = indices?.[1] ?? indices?.[2] ?? [0, 0];
      if (to > from) spans.push({ start: index + from, end: index + to });
    } else column = columns.has(indent) && /^ *(?:data|stringData): *$/.test(line) ? indent : -1;
  }
  return spans;
}

export const secretDataPlaceholder = counted('REDACTED-DATA-', 0);
