// What a log holds in all, as markup: events, requests, what every event is counted by, and what could not be read.

import type { AuditSummary, EventGroup, Locale } from '../core/index.ts';
import { auditViewWords } from '../i18n/audit.ts';
import { barView } from './audit-bar.ts';
import { html, openAttribute, type Markup } from './html.ts';

const mostValues = 5;

export interface AuditView {
  readonly locale: Locale;
  /** Level of the headings. */
  readonly level: 2 | 3 | 4;
}

const numbers = { en: new Intl.NumberFormat('en'), ja: new Intl.NumberFormat('ja') } as const;

/** With its thousands apart. */
export const numberIn = (locale: Locale, count: number): string => numbers[locale].format(count);

export function overviewView(summary: AuditSummary, { locale }: AuditView): Markup {
  const words = auditViewWords[locale];
  const total = Object.values(summary.unread.counts).reduce((sum, count) => sum + count, 0);
  const [first] = summary.unread.places;
  return html`<p class="audit-overview">
      ${words.overview(numberIn(locale, summary.events), numberIn(locale, summary.requests))}
      ${summary.first !== '' && html`<span class="audit-time">${summary.first} – ${summary.last}</span>`}
    </p>
    ${summary.events === 0 && html`<p>${words.noEvents}</p>`}
    ${first && html`<p class="audit-note">${words.unread(numberIn(locale, total), String(first.line))}</p>`}`;
}

export function totalsView(summary: AuditSummary, isOpen: boolean, { locale }: AuditView): Markup {
  if (summary.events === 0) return html``;
  const words = auditViewWords[locale];
  const names = ['code', 'verb', 'identity', 'user', 'agent', 'source', 'target'] as const;
  const textOf = (name: string, value: string): string =>
    name === 'identity' ? words.identities[value as EventGroup['identity']] : value || words.none;
  return html`<details class="audit-fold" data-key="audit-totals" ${isOpen && openAttribute}>
    <summary data-focus="totals">${words.totals}</summary>
    <dl class="audit-totals">
      ${names.map((name) => {
        const { values, others } = summary.tallies[name];
        const rest = values.slice(mostValues).reduce((sum, { events }) => sum + events, others);
        const most = Math.max(rest, values[0]?.events ?? 0);
        const line = (text: string, events: number): Markup =>
          html`<dd><span>${text}</span> <b>${numberIn(locale, events)}</b>${barView(events, most)}</dd>`;
        return html`<div>
          <dt>${words.dimensions[name]}</dt>
          ${values.slice(0, mostValues).map(({ value, events }) => line(textOf(name, value), events))}
          ${rest > 0 && line('…', rest)}
        </div>`;
      })}
    </dl>
    ${!summary.everyLineParsed && html`<p class="audit-note">${words.bodiesNotChecked}</p>`}
  </details>`;
}
