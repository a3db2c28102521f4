// Who gets what from the API server of the paste: in one strip of stamps, then in a row per consumer.

import { findingPage, type Outcome, type Report, type Verdict } from '../core/index.ts';
import { benchWords } from '../i18n/bench.ts';
import { html, type Markup } from './html.ts';
import { heading, stamp, type View } from './view.ts';

const order: readonly Verdict[] = ['fails', 'degrades', 'unknown', 'works'];

/** One stamp per verdict, and who gets it; what fails in every cluster by default, not because of this text, is left to the table. */
export function stripView({ outcomes }: Report, { locale }: View): Markup {
  if (outcomes.length === 0) return html``;
  const words = benchWords[locale];
  const rows = order.map((verdict) => {
    const names = outcomes
      .filter((one) => one.verdict === verdict && (verdict !== 'fails' || one.because.length > 0))
      .map((one) => words.consumers[one.consumer]);
    if (names.length === 0) return undefined;
    return html`<li>${stamp(verdict, words.verdict[verdict])} <span>${names.join(words.comma)}</span></li>`;
  });
  return html`<ul class="strip">
    ${rows}
  </ul>`;
}

export function outcomesView({ outcomes }: Report, view: View): Markup {
  if (outcomes.length === 0) return html``;
  const words = benchWords[view.locale];
  return html`<section class="bench-outcomes">
    ${heading(view, words.outcomes)}
    <table class="ledger">
      <thead>
        <tr>
          <th scope="col">${words.who}</th>
          <th scope="col">${words.result}</th>
          <th scope="col">HTTP</th>
          <th scope="col">${words.prints}</th>
        </tr>
      </thead>
      <tbody>
        ${outcomes.map((outcome) => rowView(outcome, view))}
      </tbody>
    </table>
  </section>`;
}

function rowView({ consumer, verdict, httpStatus, because, text }: Outcome, view: View): Markup {
  const words = benchWords[view.locale];
  const links = because.map(
    (code, index) => html`${index > 0 && ', '}<a href="${view.hrefOf(findingPage(code, view.locale))}">${code}</a>`,
  );
  return html`<tr>
    <th scope="row">${words.consumers[consumer]}</th>
    <td>${stamp(verdict, words.verdict[verdict])}</td>
    <td>${httpStatus ?? '–'}</td>
    <td>
      ${text !== '' && html`<code>${text}</code>`}
      ${links.length > 0 && html`<span class="because">${words.because} ${links}</span>`}
    </td>
  </tr>`;
}
