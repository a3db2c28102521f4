// The stories of a report as entries of a logbook: who, what, from where, on whose word.

import { tell, type Report, type Story, type ToldStep } from '../core/index.ts';
import { benchWords } from '../i18n/bench.ts';
import { html, inline, type Markup } from './html.ts';
import { heading, placeView, type View } from './view.ts';

export function storiesView(report: Report, view: View): Markup {
  if (report.stories.length === 0) return html``;
  const entries = report.stories.map((story) => storyView(story, view));
  return html`<section class="bench-stories">
    ${heading(view, benchWords[view.locale].stories)}
    <ol class="logbook">
      ${entries}
    </ol>
  </section>`;
}

function storyView(story: Story, view: View): Markup {
  const { title, rows, steps } = tell(story, view.locale);
  const told = rows.map(
    (row) =>
      html`<div>
        <dt>${row.label}</dt>
        <dd>${inline(row.text)}</dd>
      </div>`,
  );
  return html`<li class="entry">
    <p class="entry-head"><b>${inline(title)}</b> ${placeView(view, story.range)}</p>
    <dl>${told}</dl>
    ${
      steps.length > 0 &&
      html`<ol class="steps" aria-label="${benchWords[view.locale].steps}">
        ${steps.map((step) => stepView(step, view))}
      </ol>`
    }
  </li>`;
}

function stepView({ label, said, state, range, text }: ToldStep, view: View): Markup {
  return html`<li class="step step-${state}">
    <p><b>${inline(label)}</b> <span class="step-state">${said}</span> ${range && placeView(view, range)}</p>
    ${text !== undefined && html`<p class="step-line"><code>${text}</code></p>`}
  </li>`;
}
