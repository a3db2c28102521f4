// Loads the engines of a widget (its `data-engine`, one or more names) when it is first touched, before it holds any text of the reader. It is one
// of the site's own files, and the last request of the widget: what is typed meanwhile stays and is read when the engine is there.

import { meansText } from './fragment-mark.ts';

/** A widget whose engine is there: it takes over what the reader did before. */
export interface Widget extends Element {
  takeOver(files?: readonly File[], action?: HTMLElement): void;
}

/** What the reader did to a widget before it was ready. */
interface Waiting {
  readonly widget: Element;
  files?: readonly File[];
  action?: HTMLElement;
}

interface Engine {
  state: 'idle' | 'loading' | 'ready';
  waiting: Waiting[];
}

/** Events by which a reader touches a widget, and `submit`, which must not happen. */
const touches = [
  ...['pointerover', 'pointerdown', 'focusin', 'input', 'change', 'click', 'submit'],
  ...['dragenter', 'dragover', 'drop'],
];

/** @param urlOf address of an engine's script for the page's language; undefined if there is none of that name. */
export function loadOnTouch(urlOf: (engine: string) => string | undefined): void {
  const engines = new Map<string, Engine>();

  const engineOf = (widget: Element): [string, Engine] => {
    const name = widget.getAttribute('data-engine') ?? '';
    const engine = engines.get(name) ?? { state: 'idle', waiting: [] };
    engines.set(name, engine);
    return [name, engine];
  };

  const load = (widget: Element): void => {
    const [name, engine] = engineOf(widget);
    const urls = name.split(' ').map(urlOf);
    if (engine.state !== 'idle' || !urls.every((url) => url !== undefined)) return;
    engine.state = 'loading';
    const scripts = urls.map(scriptOf);
    const ready = (): void => {
      engine.state = 'ready';
      for (const { widget: one, files, action } of engine.waiting) (one as Widget).takeOver(files, action);
    };
    const failed = (): void => {
      engine.state = 'idle';
      engine.waiting = [];
      for (const one of document.querySelectorAll(`[data-engine="${name}"]`)) sayFailed(one);
    };
    scripts.at(-1)?.addEventListener('load', ready);
    for (const script of scripts) script.addEventListener('error', failed);
    document.head.append(...scripts);
  };

  const touched = (event: Event): void => {
    const widget = event.target instanceof Element ? event.target.closest('[data-engine]') : null;
    if (!widget) return;
    if (event.type === 'submit') event.preventDefault();
    const carriesFiles = event instanceof DragEvent && event.dataTransfer?.types.includes('Files');
    if (carriesFiles) event.preventDefault(); // else the browser would leave the page and show the file
    const [, { state, waiting }] = engineOf(widget);
    if (state === 'ready') return;
    if (event.type === 'drop' && carriesFiles && event.dataTransfer)
      waiting.push({ widget, files: [...event.dataTransfer.files] }); // the list itself may not outlive the event
    const action = (event.target as Element).closest<HTMLElement>('[data-do], .place');
    if (event.type === 'click' && action) {
      event.preventDefault();
      waiting.push({ widget, action });
    }
    if (event.type === 'input') sayLoading(widget);
    load(widget);
  };
  for (const type of touches) document.addEventListener(type, touched);

  document.addEventListener('DOMContentLoaded', () => {
    if (meansText(location.hash)) emptyForLink(load);
    // A state in the address: nothing is shown of it before the engine reads it.
    for (const widget of document.querySelectorAll<HTMLElement>('[data-engine][data-address]'))
      if (location.hash.startsWith(`#${widget.dataset['address']}`)) load(widget);
    // A text that the browser kept from before a reload.
    for (const area of document.querySelectorAll<HTMLTextAreaElement>('[data-engine] textarea'))
      if (area.value !== area.defaultValue) load(area.closest('[data-engine]') as Element);
  });
}

/** Scripts that are added run in the order in which they are added. */
function scriptOf(url: string): HTMLScriptElement {
  return Object.assign(document.createElement('script'), { src: url, async: false });
}

/** What stands below the box is no longer what stands in it. */
function sayLoading(widget: Element): void {
  const status = widget.querySelector<HTMLElement>('[data-loading]');
  if (status) status.textContent = status.dataset['loading'] ?? '';
}

function sayFailed(widget: Element): void {
  const status = widget.querySelector<HTMLElement>('[data-loading]');
  const alert = widget.querySelector<HTMLElement>('[data-load-failed]');
  if (status && status.textContent === status.dataset['loading']) status.textContent = '';
  if (!alert) return;
  alert.textContent = alert.dataset['loadFailed'] ?? '';
  alert.hidden = false;
}

/** The address carries a text: the sample goes away at once, before the engine can read the address. */
function emptyForLink(load: (widget: Element) => void): void {
  const bench = document.querySelector('wgt-bench[data-fragment]');
  const area = bench?.querySelector('textarea');
  const report = bench?.querySelector<HTMLElement>('.bench-report');
  if (!bench || !area || !report) return;
  area.value = '';
  report.hidden = true;
  load(bench);
}
