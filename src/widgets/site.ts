// site.js: what every page needs. It runs in the head, before the page is drawn: first the chosen theme, then, once the page
// is there, the theme's buttons, short links, guesses and progress, buttons that copy, the key of the search, and the loader that fetches the engine of
// a widget when it is first touched.

import { connectCopyButtons } from './copy-button.ts';
import { shortenLinks } from './links.ts';
import { loadOnTouch } from './loader.ts';
import { connectPredictions } from './predictions.ts';
import { connectProgress } from './progress.ts';
import { connectSearchKey } from './search-key.ts';
import { applyTheme, connectThemeToggles } from './theme.ts';

/** Names of the engines' files beside this one, by `<engine>.<language>`; filled in by the build. */
declare const ENGINE_FILES: Readonly<Record<string, string>>;

const script = document.currentScript;

applyTheme();
if (script instanceof HTMLScriptElement)
  loadOnTouch((engine) => {
    const file = ENGINE_FILES[`${engine}.${document.documentElement.lang}`];
    return file && new URL(file, script.src).href;
  });
document.addEventListener('DOMContentLoaded', () => {
  connectThemeToggles();
  shortenLinks();
  connectPredictions();
  connectProgress();
  connectCopyButtons();
  connectSearchKey();
});
