// A join command word by word, repaired, and as a file; or a JoinConfiguration as a command. Made from the text each time it is shown.

import { commandHead, explainJoin, explanationWords, tellFlag, tellTrap, type Report } from '../core/index.ts';
import { copyWords } from '../i18n/copy.ts';
import { html, inline, type Markup } from './html.ts';
import type { View } from './view.ts';

/** Folded away where nothing is to be mended. */
export function joinView({ version }: Report, { locale, text = '' }: View): Markup {
  const join = explainJoin(text, version.minor);
  if (!join) return html``;
  const words = explanationWords[locale];
  const flags = join.flags.map(
    ({ name, value, known }) =>
      html`<div>
        <dt><code>${`${name} ${value}`.trim()}</code></dt>
        <dd>${inline(known ? tellFlag(name, locale) : words.unknown)}</dd>
      </div>`,
  );
  return html`<details class="bench-join" data-key="join" ${{ markup: join.repaired ? ' open' : '' }}>
    <summary>${words.title[join.from]}</summary>
    <dl>${flags}</dl>
    ${listOf(
      words.still,
      join.traps.map((trap) => tellTrap(trap, locale)),
    )}
    ${codeOf(commandHead(join, locale), join.command, locale)}
    ${join.configuration !== undefined && join.from === 'command' && codeOf(words.file(join.apiVersion), join.configuration, locale)}
    ${join.fileCommand !== '' && join.from === 'command' && html`<p>${words.with} <code>${join.fileCommand}</code></p>`}
    ${listOf(
      words.unsaid[join.from],
      join.unsaid.map((one) => `\`${one}\``),
    )}
  </details>`;
}

function listOf(head: string, sentences: readonly string[]): Markup {
  if (sentences.length === 0) return html``;
  return html`<p>${head}</p>
    <ul>
      ${sentences.map((sentence) => html`<li>${inline(sentence)}</li>`)}
    </ul>`;
}

function codeOf(head: string, code: string, locale: View['locale']): Markup {
  return html`<div class="copied">
    <b>${head}</b>
    <button type="button" data-do="copy-code" aria-label="${`${copyWords[locale].copy}: ${head}`}">
      ${copyWords[locale].copy}
    </button>
    <pre tabindex="0"><code>${code}</code></pre>
  </div>`;
}
