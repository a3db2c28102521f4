// What Go's YAML reader says where js-yaml stops: its own sentence and line, for the faults that people make.
// Truth: 104 refused kubeadm files and the texts in facts/go-yaml, both run with go-yaml v2; a fault that is not in the
// table has no known wording, and none is made up.

/** Where js-yaml stopped and what it said. */
export interface YamlStop {
  readonly text: string;
  readonly reason: string;
  readonly position: number;
  /** Counted from 1. */
  readonly line: number;
}

interface GoErrorRow {
  /** How js-yaml's reason starts. */
  readonly reason: string;
  readonly when?: (stop: YamlStop) => boolean;
  readonly says: string;
  /** Go's scanner names the line counted from 1, its parser the line before; neither names the first. */
  readonly from: 'scanner' | 'parser';
  /** Go notices it only where the text ends. */
  readonly atEnd?: boolean;
  /** How many lines behind js-yaml Go notices it. */
  readonly later?: number;
}

const stopsAtColon = ({ text, position }: YamlStop): boolean => text[position] === ':';
const rootIsSequence = ({ text }: YamlStop): boolean => /^(?:\s*(?:#.*)?[\r\n]+)*-\s/.test(text);

/** A plain value in the line before goes on in this line, so the tab stands inside it. */
function continuesPlainValue({ text, position }: YamlStop): boolean {
  const before = text.slice(0, text.lastIndexOf('\n', position - 1)).trimEnd();
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const value = /(?:^|[:-]\s)\s*([^\s:#][^#]*)$/.exec(line.trim())?.[1]?.trim() ?? '';
  return value !== '' && !/[:"'}\]|>]$/.test(value);
}

/** Behind `key: ` in the same line, the first character of what can be no value. */
const valueStartsWith =
  (sign: RegExp) =>
  ({ text, position }: YamlStop): boolean => {
    const before = text.slice(text.lastIndexOf('\n', position - 1) + 1, position);
    return /:[ \t]+$/.test(before) && sign.test(text.slice(position, position + 2));
  };

/** The innermost bracket that is still open at the end; brackets inside quotes are rare enough to be let be. */
const lastOpens =
  (bracket: '[' | '{') =>
  ({ text }: YamlStop): boolean => {
    const open: string[] = [];
    for (const [sign] of text.matchAll(/[[\]{}]/g)) {
      if (sign === '[' || sign === '{') open.push(sign);
      else open.pop();
    }
    return open.at(-1) === bracket;
  };

const startsWithTab = ({ text, position }: YamlStop): boolean => {
  const lineStart = text.lastIndexOf('\n', position - 1) + 1;
  return /^ *\t/.test(text.slice(lineStart));
};

const cannotStart = 'found character that cannot start any token';
const mappingValues = 'mapping values are not allowed in this context';
const entry = 'bad indentation of a mapping entry';
const streamEnd = 'end of the stream or a document separator is expected';

/** The first row that fits decides. */
const rows: readonly GoErrorRow[] = [
  {
    reason: 'tab characters',
    when: continuesPlainValue,
    says: 'found a tab character that violates indentation',
    from: 'scanner',
  },
  { reason: 'tab characters', says: cannotStart, from: 'scanner' },
  { reason: entry, when: valueStartsWith(/^[@`%]/), says: cannotStart, from: 'scanner' },
  {
    reason: entry,
    when: valueStartsWith(/^-\s/),
    says: 'block sequence entries are not allowed in this context',
    from: 'scanner',
  },
  {
    reason: entry,
    when: valueStartsWith(/^\?\s/),
    says: 'mapping keys are not allowed in this context',
    from: 'scanner',
  },
  { reason: entry, when: valueStartsWith(/^,/), says: 'did not find expected node content', from: 'parser' },
  { reason: streamEnd, when: startsWithTab, says: cannotStart, from: 'scanner' },
  { reason: streamEnd, when: stopsAtColon, says: mappingValues, from: 'scanner' },
  { reason: streamEnd, when: rootIsSequence, says: "did not find expected '-' indicator", from: 'parser' },
  { reason: streamEnd, says: 'did not find expected key', from: 'parser' },
  { reason: 'bad indentation of a', when: stopsAtColon, says: mappingValues, from: 'scanner' },
  { reason: entry, says: 'did not find expected key', from: 'parser' },
  { reason: 'can not read a block mapping entry', says: "could not find expected ':'", from: 'scanner' },
  { reason: "expected ':' after a mapping key", says: "could not find expected ':'", from: 'scanner', later: 1 },
  {
    reason: 'unexpected end of the stream within a flow collection',
    when: lastOpens('['),
    says: "did not find expected ',' or ']'",
    from: 'parser',
    atEnd: true,
  },
  {
    reason: 'unexpected end of the stream within a flow collection',
    when: lastOpens('{'),
    says: "did not find expected ',' or '}'",
    from: 'parser',
    atEnd: true,
  },
  { reason: 'unexpected end of the', says: 'found unexpected end of stream', from: 'scanner', atEnd: true },
  { reason: 'null byte', says: 'control characters are not allowed', from: 'scanner' },
  {
    reason: 'the stream contains non-printable characters',
    says: 'control characters are not allowed',
    from: 'scanner',
  },
  { reason: 'unknown escape sequence', says: 'found unknown escape character', from: 'scanner' },
  { reason: 'a line break is expected', says: 'did not find expected comment or line break', from: 'scanner' },
  { reason: 'unacceptable YAML version', says: 'found incompatible YAML document', from: 'parser' },
];

/** Go's sentence and the line it prints (0 = none); undefined where the wording is not known. */
export function goYamlError(stop: YamlStop): { readonly says: string; readonly line: number } | undefined {
  const row = rows.find(({ reason, when }) => stop.reason.startsWith(reason) && (when?.(stop) ?? true));
  if (!row) return undefined;
  const stopLine = row.atEnd ? stop.text.split(/\r\n|\r|\n/).length : stop.line;
  const line = stopLine + (row.later ?? 0) - 1;
  return { says: row.says, line: line <= 0 ? 0 : row.from === 'scanner' ? line + 1 : line };
}
