// Brings the bench's questions to life: works them out when their fold opens, and writes the list anew when a box is ticked.

import type { Locale, Report } from '../core/index.ts';
import { whatIfWords } from '../i18n/what-if.ts';
import { eventsView, keptListView, radiusView } from './what-if-view.ts';

/** @param shown gives the report that stands on the page, and its text; undefined if there is none. */
export function connectWhatIf(
  bench: HTMLElement,
  shown: () => { readonly text: string; readonly report: Report } | undefined,
  say: (text: string) => void,
): void {
  const locale: Locale = bench.dataset['locale'] === 'ja' ? 'ja' : 'en';
  const open = ({ target }: Event): void => {
    const now = shown();
    if (!(target instanceof HTMLDetailsElement) || !target.open || !now) return;
    const name = target.dataset['whatIf'];
    const place = target.querySelector('div');
    if (!name || !place || place.hasChildNodes()) return;
    const view = name === 'radius' ? radiusView : eventsView;
    place.innerHTML = view(now.text, now.report, locale).markup;
  };
  // `toggle` does not rise, so it is caught on its way down.
  bench.addEventListener('toggle', open, true);
  bench.addEventListener('change', ({ target }) => {
    const now = shown();
    if (!(target instanceof HTMLInputElement) || target.dataset['keep'] === undefined || !now) return;
    const ticked = [...bench.querySelectorAll<HTMLInputElement>('[data-keep]:checked')];
    const kinds = ticked.map(({ dataset }) => dataset['keep'] ?? '');
    const place = bench.querySelector('.what-if-list');
    if (place) place.innerHTML = keptListView(now.text, kinds, now.report, locale).markup;
  });
  bench.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-do="copy-allow-list"]')) return;
    void copyList(bench).then((copied) => say(copied ? whatIfWords[locale].copied : whatIfWords[locale].copyByHand));
  });
}

async function copyList(bench: Element): Promise<boolean> {
  const file = bench.querySelector('.what-if-list code')?.textContent ?? '';
  const done = await navigator.clipboard?.writeText(file).then(
    () => true,
    () => false,
  );
  return done ?? false;
}
