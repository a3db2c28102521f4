// The stories of a report as entries of a logbook: who, what, from where, on whose word.

import { findingPage, tell, type Report, type Story, type ToldStep } from '../core/index.ts';
import { benchWords } from '../i18n/bench.ts';
import { html, inline, type Markup } from './html.ts';
import { heading, placeView, type View } from './view.ts';

export function storiesView(report: Report, view: View): Markup {
  if (report.stories.length === 0) return html``;
  const entries = report.stories.map((story) => storyView(story, report, view));
  return html`<section class="bench-stories">
    ${heading(view, benchWords[view.locale].stories)}
    <ol class="logbook">
      ${entries}
    </ol>
  </section>`;
}

/** @param place where it stands; else a link to its lines */
export function storyView(story: Story, report: Report, view: View, place?: Markup): Markup {
  const { title, rows, steps } = tell(story, view.locale);
  const told = rows.map(
    (row) =>
      html`<div>
        <dt>${row.label}</dt>
        <dd>${inline(row.text)}</dd>
      </div>`,
  );
  return html`<li class="entry">
    <p class="entry-head"><b>${inline(title)}</b> ${place ?? placeView(view, story.range)}</p>
    <dl>${told}${linksView(story, report, view)}</dl>
    ${
      steps.length > 0 &&
      html`<ol class="steps" aria-label="${benchWords[view.locale].steps}">
        ${steps.map((step) => stepView(step, view))}
      </ol>`
    }
  </li>`;
}

/** An event leads to the findings that stand in it, and to the gates that it went through. */
function linksView({ kind, range }: Story, report: Report, { locale, hrefOf }: View): Markup {
  if (kind !== 'audit-event') return html``;
  const words = benchWords[locale];
  const inside = report.findings.filter(
    ({ range: { start, end } }) => start.offset >= range.start.offset && end.offset <= range.end.offset,
  );
  const codes = [...new Set(inside.map(({ code }) => code))];
  const gates = hrefOf(locale === 'ja' ? 'ja/simulate/' : 'simulate/');
  return html`<div>
    <dt>${words.seeAlso}</dt>
    <dd>
      ${codes.map((code) => html`<a href="${hrefOf(findingPage(code, locale))}">${code}</a> `)}
      <a href="${gates}">${words.gates}</a>
    </dd>
  </div>`;
}

function stepView({ label, said, state, range, text }: ToldStep, view: View): Markup {
  return html`<li class="step step-${state}">
    <p><b>${inline(label)}</b> <span class="step-state">${said}</span> ${range && placeView(view, range)}</p>
    ${text !== undefined && html`<p class="step-line"><code>${text}</code></p>`}
  </li>`;
}
