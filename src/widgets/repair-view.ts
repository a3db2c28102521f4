// The edit that a finding offers: what it does, the lines before and after, and the button that applies it.

import { explain, previewEdits, type ChangedLines, type Finding } from '../core/index.ts';
import { benchWords } from '../i18n/bench.ts';
import { html, inline, type Markup } from './html.ts';
import type { View } from './view.ts';

/** Of one line that fills a screen only this much is shown. */
const longestLine = 400;

/** Nothing if there is no edit. `index` is the finding's place in the report. */
export function repairView(finding: Finding, { locale, text }: View, index: number): Markup {
  const { edits } = finding;
  if (!edits || text === undefined) return html``;
  const words = benchWords[locale];
  const { repair = '' } = explain(finding, locale);
  const label = words.applyWhere(finding.code, finding.range.start.line);
  return html`<div class="fix repair">
    <p>${inline(repair)}</p>
    <pre tabindex="0"><code>${previewEdits(text, edits).map(linesView)}</code></pre>
    <button type="button" class="bench-apply" data-do="apply" data-finding="${index}" aria-label="${label}">
      ${words.apply}
    </button>
  </div>`;
}

function linesView({ before, after }: ChangedLines): Markup {
  const cut = (line: string): string => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line);
  const removed = before.map((line) => html`<del class="severity-error">- ${cut(line)}</del>${'\n'}`);
  const added = after.map((line) => html`<ins class="fix-label">+ ${cut(line)}</ins>${'\n'}`);
  return html`${removed}${added}`;
}
