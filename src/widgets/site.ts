// site.js: what every page needs. It runs in the head, before the page is drawn: first the chosen theme, then, once the page
// is there, the theme's buttons, short links, and the loader that fetches the page's engine when a bench is first touched.

import { shortenLinks } from './links.ts';
import { loadOnTouch } from './loader.ts';
import { applyTheme, connectThemeToggles } from './theme.ts';

/** Names of the engines' files beside this one, by language; filled in by the build. */
declare const ENGINE_FILES: Readonly<Record<string, string>>;

const script = document.currentScript;

applyTheme();
const engine = ENGINE_FILES[document.documentElement.lang];
if (script instanceof HTMLScriptElement && engine) loadOnTouch(new URL(engine, script.src).href);
document.addEventListener('DOMContentLoaded', () => {
  connectThemeToggles();
  shortenLinks();
});
