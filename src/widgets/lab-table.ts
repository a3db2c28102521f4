// A client's whole run as a table, one row a request: what stands on the page without JavaScript, and below the picture with it.

import type { Exchange, GateStep, LabRun, LabTurn, Locale } from '../core/index.ts';
import { labWords } from '../i18n/lab.ts';
import { html, inline, type Markup } from './html.ts';
import { clock } from './lab-frames.ts';
import { requestLine, statusLine } from './lab-view.ts';

/** Nothing for a run without requests. */
export function runTable(run: LabRun, locale: Locale): Markup {
  const words = labWords[locale];
  if (run.turns.length === 0) return html``;
  const { number, time, request, gate1, gate2, answer, audit } = words.columns;
  const heads = [number, time, request, gate1, gate2, answer, audit].map((head) => html`<th scope="col">${head}</th>`);
  return html`<div class="lab-table" tabindex="0" role="group" aria-label="${words.run}">
    <table>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${run.turns.map((turn, index) => row(turn, index, locale))}
      </tbody>
    </table>
  </div>`;
}

function row({ atSeconds, exchange, repeats = 1, everySeconds = 0 }: LabTurn, index: number, locale: Locale): Markup {
  const words = labWords[locale];
  const { request, response, auditEvents } = exchange;
  return html`<tr>
    <th scope="row">${index + 1}</th>
    <td>${clock(atSeconds)}</td>
    <td>
      <code>${requestLine(request)}</code>
      <span>${words.credentials[request.credentials]}</span>
      ${repeats > 1 && html`<span class="lab-repeats">${words.timesMore(repeats - 1, everySeconds)}</span>`}
    </td>
    <td>${gateCell(exchange, 'authentication', locale)}</td>
    <td>${gateCell(exchange, 'authorization', locale)}</td>
    <td>${response ? statusLine(response.status) : words.noAnswer}</td>
    <td>${words.events(auditEvents.length)}</td>
  </tr>`;
}

function gateCell({ steps }: Exchange, gate: GateStep['gate'], locale: Locale): Markup {
  const words = labWords[locale];
  const step = steps.find((one) => one.gate === gate);
  if (!step) return html`<span class="lab-unasked">${words.unasked}</span>`;
  const said = step.unknown
    ? html`<b>${words.notKnown}</b>`
    : step.passed
      ? html`<b class="lab-allowed"
          >${step.user && gate === 'authentication' ? words.passedAs(step.user.username) : words.passed}</b
        >`
      : html`<b class="lab-refused">${words.refused}</b>`;
  return html`${said} <span>${inline(step.because[locale])}</span>`;
}
