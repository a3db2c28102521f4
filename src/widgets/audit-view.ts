// A summary of audit logs as markup: who came without credentials, who was refused, what belongs together, the totals.

import type { AuditSummary, EventGroup, Locale } from '../core/index.ts';
import { sequenceTexts } from '../core/logs/index.ts';
import { auditViewWords } from '../i18n/audit.ts';
import { element, html, inline, type Markup } from './html.ts';

const mostRows = 20;
const mostValues = 5;
const mostSequences = 20;

export interface AuditView {
  readonly locale: Locale;
  /** Level of the headings. */
  readonly level: 2 | 3 | 4;
}

export const numberIn = (locale: Locale, count: number): string => count.toLocaleString(locale);

export function auditView(summary: AuditSummary, view: AuditView): Markup {
  const { locale } = view;
  const words = auditViewWords[locale];
  const by = (test: (group: EventGroup) => boolean): readonly EventGroup[] => summary.groups.filter(test);
  const total = Object.values(summary.unread.counts).reduce((sum, count) => sum + count, 0);
  const [firstUnread] = summary.unread.places;
  return html`
    <p class="audit-overview">
      ${words.overview(numberIn(locale, summary.events), numberIn(locale, summary.requests))}
      ${summary.first !== '' && html`<span class="audit-time">${summary.first} – ${summary.last}</span>`}
    </p>
    ${summary.events === 0 && html`<p>${words.noEvents}</p>`}
    ${groupsView(
      words.anonymous,
      by(({ identity }) => identity === 'anonymous'),
      view,
    )}
    ${groupsView(
      words.nameless,
      by(({ identity }) => identity === 'rejected'),
      view,
    )}
    ${groupsView(
      words.refused,
      by(({ identity, code }) => identity !== 'anonymous' && code === 403),
      view,
    )}
    ${sequencesView(summary, view)} ${summary.events > 0 && totalsView(summary, view)}
    ${firstUnread && html`<p>${words.unread(numberIn(locale, total), String(firstUnread.line))}</p>`}
    ${!summary.everyLineParsed && summary.events > 0 && html`<p class="audit-note">${words.bodiesNotChecked}</p>`}
  `;
}

function groupsView(title: string, groups: readonly EventGroup[], { locale, level }: AuditView): Markup {
  if (groups.length === 0) return html``;
  const words = auditViewWords[locale];
  const events = groups.reduce((sum, group) => sum + group.events, 0);
  return html`${element(`h${level}`, 'bench-heading', `${title}: ${numberIn(locale, events)}`)}
    <div class="audit-table" role="region" tabindex="0" aria-label="${title}">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.events}</th>
            <th scope="col">${words.code}</th>
            <th scope="col">${words.request}</th>
            <th scope="col">${words.source}</th>
            <th scope="col">${words.agent}</th>
            <th scope="col">${words.first}</th>
          </tr>
        </thead>
        <tbody>
          ${groups.slice(0, mostRows).map(
            (group) =>
              html`<tr>
                <td class="audit-count">${numberIn(locale, group.events)}</td>
                <td>${group.code || '–'}</td>
                <td><code>${group.verb} ${group.path}</code></td>
                <td>${group.source}</td>
                <td>${group.agent}</td>
                <td>${group.first}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${groups.length > mostRows && html`<p>${words.more(numberIn(locale, groups.length - mostRows))}</p>`}`;
}

function sequencesView({ sequences }: AuditSummary, { locale, level }: AuditView): Markup {
  if (sequences.length === 0) return html``;
  const words = auditViewWords[locale];
  const names = [...new Set(sequences.map(({ name }) => name))];
  return html`${element(`h${level}`, 'bench-heading', `${words.sequences}: ${numberIn(locale, sequences.length)}`)}
    <dl class="audit-sequences">
      ${names.map((name) => {
        const all = sequences.filter((one) => one.name === name);
        return html`<dt>${sequenceTexts[name].title[locale]}</dt>
          <dd>
            <p>${inline(sequenceTexts[name].meaning[locale])}</p>
            <ul>
              ${all
                .slice(0, mostSequences)
                .map(
                  (one) =>
                    html`<li>
                      ${one.first} – ${one.last}, ${one.source}: ${words.requests(numberIn(locale, one.requests))}
                      (${one.steps.join(', ')})
                    </li>`,
                )}
            </ul>
            ${all.length > mostSequences && html`<p>${words.more(numberIn(locale, all.length - mostSequences))}</p>`}
          </dd>`;
      })}
    </dl>`;
}

function totalsView({ tallies }: AuditSummary, { locale, level }: AuditView): Markup {
  const words = auditViewWords[locale];
  const names = ['code', 'verb', 'identity', 'user', 'agent', 'source', 'target'] as const;
  const textOf = (name: string, value: string): string =>
    name === 'identity' ? words.identities[value as EventGroup['identity']] : value || words.none;
  return html`${element(`h${level}`, 'bench-heading', words.totals)}
    <dl class="audit-totals">
      ${names.map((name) => {
        const { values, others } = tallies[name];
        const rest = values.slice(mostValues).reduce((sum, { events }) => sum + events, others);
        return html`<dt>${words.dimensions[name]}</dt>
          <dd>
            ${values
              .slice(0, mostValues)
              .map(
                ({ value, events }) => html`<span>${textOf(name, value)} <b>${numberIn(locale, events)}</b></span> `,
              )}
            ${rest > 0 && html`<span>… <b>${numberIn(locale, rest)}</b></span>`}
          </dd>`;
      })}
    </dl>`;
}
