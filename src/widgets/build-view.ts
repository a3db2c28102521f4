// What the builder wrote, as markup: the same for the page that is built and for the browser.

import { findingPage, type Built, type Locale, type Wishes, type WishProblem } from '../core/index.ts';
import { buildWords } from '../i18n/build.ts';
import { html, inline, type Markup } from './html.ts';

export interface BuildView {
  readonly locale: Locale;
  readonly hrefOf: (path: string) => string;
}

type Result = Built | { readonly problem: WishProblem };

/** One sentence for the status line: how many files, or why there are none. */
export function buildSummary(result: Result, { minor }: Pick<Wishes, 'minor'>, locale: Locale): string {
  const words = buildWords[locale];
  return 'problem' in result ? words.problems[result.problem] : words.summary(result.files.length, `1.${minor}`);
}

/** Nothing for wishes that no files can keep: the summary says why. */
export function buildView(result: Result, { locale, hrefOf }: BuildView): Markup {
  if ('problem' in result) return html``;
  const words = buildWords[locale];
  const files = result.files.map(
    ({ name, path, host, text }) =>
      html`<section class="built">
        <h3><code>${name}</code></h3>
        <p>${inline(words.about[name])} ${inline(words.where(path, host))}</p>
        ${textView(text, name, locale)}
      </section>`,
  );
  const commands = result.commands.map(
    ({ purpose, text }) =>
      html`<section class="built">
        <p>${inline(words.purposes[purpose])}</p>
        ${textView(text, text.split('\n')[0] ?? '', locale)}
      </section>`,
  );
  return html`<h2>${words.files}</h2>
    ${files} ${wishedView(result.wished, { locale, hrefOf })}
    <h2>${words.commands}</h2>
    ${commands}`;
}

function textView(text: string, what: string, locale: Locale): Markup {
  const words = buildWords[locale];
  return html`<div class="built-text">
    <pre tabindex="0"><code>${text}</code></pre>
    <button type="button" data-do="copy" data-what="${what}" aria-label="${words.copyWhat(what)}">${words.copy}</button>
  </div>`;
}

function wishedView(codes: readonly string[], { locale, hrefOf }: BuildView): Markup {
  if (codes.length === 0) return html``;
  const links = codes.map((code) => html`<li><a href="${hrefOf(findingPage(code, locale))}">${code}</a></li>`);
  return html`<div class="built-wished">
    <p>${buildWords[locale].wished}</p>
    <ul>
      ${links}
    </ul>
  </div>`;
}
