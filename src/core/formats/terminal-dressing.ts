// What stands around a file that was copied out of a terminal, a chat or a script and is no part of it: the command behind its
// prompt, the fence of a code block, the lines of a here-document, the tildes of an editor. None of these can begin a line of YAML
// at its left edge, so nothing is taken out of a file.

import type { Span } from '../source/range.ts';
import type { Segment } from './format.ts';

const prompts = [
  String.raw`\$(?=\s|$)`,
  String.raw`[\w.-]{1,60}@[\w.-]{1,100}(?::[^\s#$%]{0,150})?[#$%](?=\s|$)`,
  String.raw`\[[^\]\n]{1,60}@[^\]\n]{1,150}\][#$%](?=\s|$)`,
  String.raw`(?:sh|bash)-[\d.]+[#$](?=\s|$)`,
  String.raw`(?:PS )?[A-Z]:\\[^>\n]{0,150}>`,
  String.raw`[❯➜](?=\s)`,
  String.raw`/\S{0,60} [#$](?=\s|$)`,
];
const programs = [
  ...[
    'cat',
    'kubectl',
    'oc',
    'kubeadm',
    'crictl',
    'docker',
    'curl',
    'less',
    'more',
    'vi',
    'vim',
    'nano',
    'tee',
    'ssh',
    'grep',
  ],
  ...['ps', 'systemctl', 'journalctl', 'mkdir', 'cp', 'mv', 'chmod', 'echo', 'export', 'cd', 'ls'],
];
const dressing = new RegExp(
  [
    ...prompts,
    String.raw`(?:sudo\s+(?:-\S+\s+)*)?(?:${programs.join('|')})(?:\s[^:\n]*)?$`,
    '(?:`{3,}|~{3,})[\\w-]*\\s*$', // the fence of a code block
    String.raw`~\s*$`, // below the end of a file in vi
    String.raw`\(END\)\s*$`,
    String.raw`#!/`,
  ]
    .map((one) => `^\\ufeff?${one}`)
    .join('|'),
);
/** The word that ends it. */
const hereDocument = /<<-?\s*(["']?)([A-Za-z_]\w{0,30})\1/;

/** The stretches between such lines; the segment itself where there is none. */
export function undress({ text, offset }: Segment): readonly Segment[] {
  const pieces: Segment[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end > start) pieces.push({ text: text.slice(start, end), offset: offset + start });
  };
  for (const { from, end } of dressedLines(text)) {
    close(from);
    start = end;
  }
  close(text.length);
  return pieces;
}

/** Those of the stretches, given in order, that hold something else. */
export function withoutDressing(text: string, stretches: readonly Span[]): readonly Span[] {
  const pieces = stretches.length === 0 ? [] : undress({ text, offset: 0 });
  let next = 0;
  return stretches.filter(({ start, end }) => {
    for (let piece = pieces[next]; piece && piece.offset < end; piece = pieces[++next]) {
      const held = piece.text.slice(Math.max(0, start - piece.offset), end - piece.offset);
      if (held.trim() !== '') return true;
      if (piece.offset + piece.text.length > end) return false;
    }
    return false;
  });
}

function* dressedLines(text: string): Generator<{ readonly from: number; readonly end: number }> {
  let endWord = '';
  for (const { 0: whole, index } of text.matchAll(/[^\n]*\n|[^\n]+$/g)) {
    const line = whole.trimEnd();
    const opens = endWord === '' ? hereDocument.exec(line)?.[2] : undefined;
    const closes = endWord !== '' && line.trim() === endWord;
    if (!closes && opens === undefined && (line === '' || !dressing.test(line))) continue;
    endWord = opens ?? (closes ? '' : endWord);
    yield { from: index, end: index + whole.length };
  }
}
