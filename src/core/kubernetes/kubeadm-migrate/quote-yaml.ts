// Texts in YAML as go-yaml v2 quotes them: only where they would be read as something else.
// Upstream: gopkg.in/yaml.v2 encode.go, emitterc.go.

import { resolvePlainScalar } from '../../source/go-scalar.ts';

const timestamp = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ][ \t]*\d{1,2}:\d\d:\d\d.*)?$/;
const base60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;

/** The text as it is, between single quotes, or between double quotes with escapes. */
export function quoteYaml(text: string): string {
  const isText = resolvePlainScalar(text).type === 'string' && !timestamp.test(text) && !base60.test(text);
  if (!isText || needsEscapes(text) || text.includes('\n')) return `"${escape(text)}"`;
  return mayBePlain(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

function mayBePlain(text: string): boolean {
  if (/^[ ]|[ ]$|^(?:---|\.\.\.)/.test(text)) return false;
  if (/^[#,[\]{}&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text)) return false;
  return !/:(?:\s|$)|\s#/.test(text);
}

/** Characters that YAML shows only as escapes; go-yaml writes others of any language as they are. */
export function needsEscapes(text: string): boolean {
  return /[^\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|[\u0085\u2028\u2029]/u.test(
    text,
  );
}

const named: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
  '\ufeff': '\\uFEFF',
};

function escape(text: string): string {
  return Array.from(text, (character) => {
    const name = named[character];
    if (name !== undefined || !needsEscapes(character)) return name ?? character;
    const code = character.codePointAt(0) ?? 0;
    return code > 0xff ? `\\u${hex(code, 4)}` : `\\x${hex(code, 2)}`;
  }).join('');
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, '0');
}
