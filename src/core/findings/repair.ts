// What a finding would change in the paste, as places; and the text of that change.

import type { PastedObject } from '../formats/format.ts';
import type { Place } from '../kubernetes/facts.ts';
import type { Span } from '../source/range.ts';
import { addEntries, removeEntry, setScalar, type NewValue, type TextEdit } from '../source/edit-yaml.ts';

/**
 * One change: another value for a scalar (only if it is `was` now) or for the key at the end of a path, an entry taken out,
 * items put at the end of a list, an entry put at the end of a mapping, or a stretch of text that reads `was` written anew.
 */
export type Change =
  | { readonly change: 'set'; readonly at: Place; readonly was: string | boolean; readonly to: string | boolean }
  | { readonly change: 'remove'; readonly at: Place }
  | { readonly change: 'append'; readonly at: Place; readonly items: readonly NewValue[] }
  | { readonly change: 'add'; readonly at: Place; readonly key: string; readonly value: NewValue }
  | { readonly change: 'write'; readonly span: Span; readonly was: string; readonly to: string };

/** The edits in order of place; undefined if one of the changes cannot be written safely. */
export function writeRepair(
  text: string,
  objects: readonly PastedObject[],
  changes: readonly Change[],
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const change of changes) {
    const edit = writeChange(text, objects, change);
    if (!edit) return undefined;
    edits.push(edit);
  }
  return edits.length > 0 ? edits.sort((a, b) => a.span.start - b.span.start) : undefined;
}

function writeChange(text: string, objects: readonly PastedObject[], change: Change): TextEdit | undefined {
  if (change.change === 'write') {
    const { span, was, to } = change;
    return text.slice(span.start, span.end) === was ? { span, newText: to } : undefined;
  }
  const { at } = change;
  const object = 'path' in at ? objects[at.object] : undefined;
  if (!object || !('path' in at)) return undefined;
  switch (change.change) {
    case 'set':
      return setScalar(text, object, { path: at.path, part: at.part === 'key' ? 'key' : 'value' }, change);
    case 'remove':
      return removeEntry(text, object, at.path);
    case 'append':
      return addEntries(text, object, at.path, change.items);
    case 'add':
      return addEntries(text, object, at.path, change);
  }
}
