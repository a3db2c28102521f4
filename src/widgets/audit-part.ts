// Writes a part of the page anew without taking the reader's focus or closing what is open.

import type { Markup } from './html.ts';

const written = new WeakMap<Element, string>();

/** What has focus is found again by its `data-focus`, folds by their `data-key`; new folds are as written. Nothing happens if nothing changed. */
export function fillPart(part: HTMLElement, { markup }: Markup): void {
  if (written.get(part) === markup) return;
  written.set(part, markup);
  const active = document.activeElement;
  const focus = active instanceof HTMLElement && part.contains(active) ? active.dataset['focus'] : undefined;
  const foldsOf = (): readonly HTMLDetailsElement[] => [...part.querySelectorAll('details')];
  const wasOpen = new Map(foldsOf().map(({ dataset, open }) => [dataset['key'], open]));
  const lists = [...part.querySelectorAll('fieldset ul')].map(({ scrollTop }) => scrollTop);
  part.innerHTML = markup;
  for (const fold of foldsOf()) fold.open = wasOpen.get(fold.dataset['key']) ?? fold.open;
  part.querySelectorAll('fieldset ul').forEach((list, index) => {
    // Setting it makes the browser lay the page out.
    if (lists[index]) list.scrollTop = lists[index];
  });
  if (focus === undefined) return;
  const again = [...part.querySelectorAll<HTMLElement>('[data-focus]')].find(
    ({ dataset }) => dataset['focus'] === focus,
  );
  again?.focus({ preventScroll: true });
}
