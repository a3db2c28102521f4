// site.js: what every page needs. It runs in the head, before the page is drawn: first the chosen theme, then, once the page
// is there, the theme's buttons, short links, and the loader that fetches engine.js when a bench is first touched.

import { shortenLinks } from './links.ts';
import { loadOnTouch } from './loader.ts';
import { applyTheme, connectThemeToggles } from './theme.ts';

/** Name of the engine's file beside this one; filled in by the build. */
declare const ENGINE_FILE: string;

const script = document.currentScript;

applyTheme();
if (script instanceof HTMLScriptElement) loadOnTouch(new URL(ENGINE_FILE, script.src).href);
document.addEventListener('DOMContentLoaded', () => {
  connectThemeToggles();
  shortenLinks();
});
