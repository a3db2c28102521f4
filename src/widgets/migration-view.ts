// The file in the newest apiVersion, as kubeadm would write it: what changes line by line, and what is lost.

import { diffLines } from 'diff/lib/diff/line.js';
import { migrate, tellMigration } from '../core/index.ts';
import { benchWords } from '../i18n/bench.ts';
import { html, inline, type Markup } from './html.ts';
import type { View } from './view.ts';

/** Texts that differ in more lines are shown without a comparison: it would hold up the typing. */
const mostChanges = 300;

/** Folded away; nothing where the text holds no kubeadm file that is older. */
export function migrationView({ locale, text = '' }: Pick<View, 'locale' | 'text'>): Markup {
  const migration = migrate(text);
  if (!migration) return html``;
  const words = benchWords[locale].migration;
  const { lost, notes, refused } = tellMigration(migration, locale);
  if (migration.refused) {
    return html`<details class="bench-migration" data-key="migration">
      <summary>${words.title}</summary>
      <p>${words.refused}</p>
      ${listOf(refused)}
    </details>`;
  }
  return html`<details class="bench-migration" data-key="migration">
    <summary>${words.title}</summary>
    <p><b>${words.lost}</b> ${lost.length === 0 && words.nothingLost}</p>
    ${listOf(lost)}
    <p><b>${words.notes}</b></p>
    ${listOf(notes)}
    <p class="bench-actions">
      <button type="button" data-do="copy-migration">${words.copy}</button>
      <button type="button" data-do="use-migration">${words.use}</button>
    </p>
    <pre class="diff" tabindex="0"><code>${linesOf(text, migration.text)}</code></pre>
  </details>`;
}

function listOf(sentences: readonly string[]): Markup {
  if (sentences.length === 0) return html``;
  return html`<ul>
    ${sentences.map((sentence) => html`<li>${inline(sentence)}</li>`)}
  </ul>`;
}

/** Each line with its sign; `del` and `ins` say it to screen readers as well. */
function linesOf(before: string, after: string): Markup {
  const changes = diffLines(normal(before), after, { maxEditLength: mostChanges });
  if (!changes) return html`${after}`;
  const views = changes.map(({ value, added, removed }) => {
    const sign = added ? '+ ' : removed ? '- ' : '  ';
    const text = value.replace(/\n$/, '').replace(/^/gm, sign);
    if (added) return html`<ins>${text}</ins>${'\n'}`;
    return removed ? html`<del>${text}</del>${'\n'}` : html`${text}${'\n'}`;
  });
  return html`${views}`;
}

function normal(text: string): string {
  return `${text.replace(/\r\n?/g, '\n').trimEnd()}\n`;
}
