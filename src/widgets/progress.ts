// How far a reader is (components/Progress.astro): a mark on each chapter, and the list of chapters with a way to clear it all.

import { forget, keep, kept } from './kept.ts';

/** Once the page is there. */
export function connectProgress(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-mark-read]')) connectMark(line);
  const count = document.querySelector<HTMLElement>('[data-progress]');
  if (count) connectCount(count);
}

function connectMark(line: HTMLElement): void {
  const slug = line.dataset['markRead'] ?? '';
  const box = line.querySelector('input');
  if (!box) return;
  box.checked = kept().read.includes(slug);
  line.hidden = false;
  box.addEventListener('change', () => {
    const others = kept().read.filter((one) => one !== slug);
    keep({ read: box.checked ? [...others, slug] : others });
  });
}

function connectCount(line: HTMLElement): void {
  const marks = [...document.querySelectorAll<HTMLElement>('[data-read]')];
  const status = line.querySelector('[role=status]');
  const button = line.querySelector('button');
  if (!status || !button) return;
  const isRead = (mark: HTMLElement): boolean => kept().read.includes(mark.dataset['read'] ?? '');
  for (const mark of marks) mark.hidden = !isRead(mark);
  const numbers = [marks.filter(isRead).length, marks.length];
  let at = 0;
  status.textContent = (line.dataset['count'] ?? '').replace(/#/g, () => String(numbers[at++]));
  line.hidden = kept().read.length === 0 && Object.keys(kept().guesses).length === 0;
  button.addEventListener('click', () => {
    forget();
    for (const mark of marks) mark.hidden = true;
    status.textContent = line.dataset['cleared'] ?? '';
    button.hidden = true;
  });
}
