// YAML as sigs.k8s.io/yaml writes it: keys sorted, lists at the level of their key, texts quoted only where they must be.
// Upstream: gopkg.in/yaml.v2 encode.go and emitterc.go, which every kubeadm uses. Quoted texts are not wrapped.

import { asRecord } from '../../source/untyped-value.ts';
import { needsEscapes, quoteYaml } from './quote-yaml.ts';

/** Writes plain data: objects, lists, texts, numbers, booleans, null. Ends with a line break. */
export function writeYaml(value: unknown): string {
  return `${block(value, 0, 0).replace(/^\n/, '')}\n`;
}

const widest = 80;

/** What stands behind `key:` or `-`: a scalar with a blank before it, or a block on lines of its own. */
function block(value: unknown, indent: number, column: number): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    const items = value.map((one) => `\n${' '.repeat(indent)}-${inItem(one, indent + 2)}`);
    return items.join('');
  }
  if (typeof value === 'object' && value !== null) {
    const fields = asRecord(value);
    const names = Object.keys(fields).sort();
    if (names.length === 0) return ' {}';
    return names.map((name) => `\n${' '.repeat(indent)}${entry(name, fields[name], indent)}`).join('');
  }
  return ` ${scalar(value, indent, column)}`;
}

function entry(name: string, value: unknown, indent: number): string {
  const key = quoteYaml(name);
  const deeper = Array.isArray(value) ? indent : indent + 2;
  return `${key}:${block(value, deeper, indent + key.length + 2)}`;
}

/** The first line of a block starts on the line of the dash. */
function inItem(value: unknown, indent: number): string {
  const text = block(value, indent, indent);
  return text.startsWith('\n') ? ` ${text.trimStart()}` : text;
}

function scalar(value: unknown, indent: number, column: number): string {
  if (typeof value !== 'string') return String(value);
  if (value.includes('\n') && !needsEscapes(value) && !value.endsWith(' ')) return literal(value, indent);
  const quoted = quoteYaml(value);
  return quoted === value ? wrap(value, indent, column) : quoted;
}

/** A plain text is broken at a blank behind the 80th column. */
function wrap(text: string, indent: number, start: number): string {
  let column = start;
  let written = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const single = text.charAt(at - 1) !== ' ' && text.charAt(at + 1) !== ' ';
    if (character === ' ' && column > widest && single) {
      written += `\n${' '.repeat(indent)}`;
      column = indent;
    } else {
      written += character;
      column += 1;
    }
  }
  return written;
}

function literal(text: string, indent: number): string {
  const chomping = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') || text === '\n' ? '+' : '';
  const hint = /^[ \n]/.test(text) ? '2' : '';
  const lines = text.replace(/\n$/, '').split('\n');
  return `|${hint}${chomping}\n${lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n')}`;
}
