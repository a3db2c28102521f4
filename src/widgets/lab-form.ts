// The lab's form, read into choices and filled from them.

import { firstState, labFields, type LabChoices } from './lab-address.ts';
import type { LabKey } from '../i18n/lab.ts';

const keys = Object.keys(labFields) as readonly LabKey[];

/** Fields of one value that the form lacks keep what they have at first. */
export function readForm(lab: Element): LabChoices {
  const form = new FormData(lab.querySelector('form') ?? undefined);
  const texts = (name: string): readonly string[] =>
    form.getAll(name).filter((value): value is string => typeof value === 'string');
  const read = (key: LabKey): string => {
    if (key === 'kubernetes') return `1.${texts(key)[0] ?? ''}`;
    if (!labFields[key].list) return texts(key)[0] ?? firstState.choices[key];
    const others = key === 'paths' ? texts('other-paths').flatMap((text) => text.split(/[\s,]+/)) : [];
    return [...new Set([...texts(key), ...others])].filter((item) => item !== '').join('\n');
  };
  return Object.fromEntries(keys.map((key) => [key, read(key)])) as LabChoices;
}

/** Lays the folded part open if it holds something out of the ordinary. */
export function fillForm(lab: Element, choices: LabChoices): void {
  for (const key of keys) {
    const value = key === 'kubernetes' ? choices[key].slice(2) : choices[key];
    const items = value.split('\n');
    for (const field of lab.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`form [name="${key}"]`)) {
      if (field.type === 'radio' || field.type === 'checkbox')
        (field as HTMLInputElement).checked = items.includes(field.value);
      else field.value = value;
    }
  }
  const known = [...lab.querySelectorAll<HTMLInputElement>('form [name="paths"]')].map(({ value }) => value);
  const others = lab.querySelector<HTMLInputElement>('form [name="other-paths"]');
  if (others)
    others.value = choices.paths
      .split('\n')
      .filter((path) => !known.includes(path))
      .join(' ');
  const fold = lab.querySelector<HTMLDetailsElement>('.lab-more');
  const isUnusual = [...(fold?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]') ?? [])].some((field) =>
    field instanceof HTMLSelectElement ? field.selectedIndex > 0 : field.checked,
  );
  if (fold && isUnusual) fold.open = true;
}
