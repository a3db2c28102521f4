// Brings the bench's questions to life: works them out when their fold opens, and writes the list anew when a box is ticked.

import {
  inspect,
  requestTalliesIn,
  type InspectOptions,
  type Locale,
  type Report,
  type RequestTally,
} from '../core/index.ts';
import { whatIfWords } from '../i18n/what-if.ts';
import { eventsView, keptListView, radiusView, type Asked } from './what-if-view.ts';

/** A log that was read from a file comes before the text. */
export function askedOf(
  shown: { readonly text: string; readonly report: Report } | undefined,
  groups: readonly RequestTally[] | undefined,
  options: InspectOptions,
): Asked | undefined {
  const text = shown?.text ?? '';
  const { minor } = (shown?.report ?? inspect('', options)).version;
  if (groups) return { text, minor, tallies: () => groups };
  return shown && { text, minor, tallies: () => requestTalliesIn(text) };
}

/** @param asked gives what stands on the page; undefined if there is nothing. */
export function connectWhatIf(bench: HTMLElement, asked: () => Asked | undefined, say: (text: string) => void): void {
  const locale: Locale = bench.dataset['locale'] === 'ja' ? 'ja' : 'en';
  const open = ({ target }: Event): void => {
    const now = asked();
    if (!(target instanceof HTMLDetailsElement) || !target.open || !now) return;
    const name = target.dataset['whatIf'];
    const place = target.querySelector('div');
    if (!name || !place || place.hasChildNodes()) return;
    const view = name === 'radius' ? radiusView : eventsView;
    place.innerHTML = view(now, locale).markup;
  };
  // `toggle` does not rise, so it is caught on its way down.
  bench.addEventListener('toggle', open, true);
  bench.addEventListener('change', ({ target }) => {
    const now = asked();
    if (!(target instanceof HTMLInputElement) || target.dataset['keep'] === undefined || !now) return;
    const ticked = [...bench.querySelectorAll<HTMLInputElement>('[data-keep]:checked')];
    const kinds = ticked.map(({ dataset }) => dataset['keep'] ?? '');
    const place = bench.querySelector('.what-if-list');
    if (place) place.innerHTML = keptListView(now, kinds, locale).markup;
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
