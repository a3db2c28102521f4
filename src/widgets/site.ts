// site.js: what every page needs at once. Runs in the head, before the page is drawn: the chosen theme,
// and the loader that fetches engine.js when a bench is first touched.

declare const ENGINE_FILE: string;

const here = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

export const engineUrl = (): string => new URL(ENGINE_FILE, here).href;
