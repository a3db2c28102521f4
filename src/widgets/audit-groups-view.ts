// Groups of requests as markup: a table with a page of rows, sorted by its headings; a row opens to tell its first event.

import type { EventGroup } from '../core/index.ts';
import { sortKeys, type SortOrder } from '../core/logs/index.ts';
import { auditViewWords } from '../i18n/audit.ts';
import { auditExplorerWords } from '../i18n/audit-explorer.ts';
import { readable } from './audit-timeline-view.ts';
import { numberIn, type AuditView } from './audit-totals-view.ts';
import { html, type Markup } from './html.ts';

const rowsPerPage = 50;
/** While a log is read the table is written again and again. */
const rowsWhileReading = 10;

export interface GroupPage {
  /** All that pass the filters, in order. */
  readonly groups: readonly EventGroup[];
  readonly order: SortOrder;
  /** Index of the first row. */
  readonly from: number;
  readonly isReading: boolean;
}

export function groupsView({ groups, order, from, isReading }: GroupPage, view: AuditView): Markup {
  const words = auditExplorerWords[view.locale];
  if (groups.length === 0) return html`<p>${words.nothingLeft}</p>`;
  const shown = groups.slice(from, from + (isReading ? rowsWhileReading : rowsPerPage));
  return html`<div class="audit-table" role="region" tabindex="0" aria-label="${words.groups}">
      <table aria-rowcount="${groups.length + 1}">
        <thead>
          <tr aria-rowindex="1">
            ${sortKeys.map((key) => headView(key, order, view))}
          </tr>
        </thead>
        <tbody>
          ${shown.map((group, index) => rowView(group, from + index, view))}
        </tbody>
      </table>
    </div>
    ${!isReading && groups.length > rowsPerPage && pagerView(from, groups.length, view)}`;
}

function headView(key: SortOrder['key'], order: SortOrder, { locale }: AuditView): Markup {
  const isSorted = order.key === key;
  const direction = order.descending ? 'descending' : 'ascending';
  const sort: Markup = { markup: isSorted ? ` aria-sort="${direction}"` : '' };
  return html`<th scope="col" ${sort}>
    <button type="button" data-log="sort" data-value="${key}" data-focus="sort-${key}">
      ${auditExplorerWords[locale].columns[key]}
      <span aria-hidden="true">${isSorted ? (order.descending ? '▼' : '▲') : ''}</span>
    </button>
  </th>`;
}

function rowView(group: EventGroup, index: number, { locale }: AuditView): Markup {
  const words = auditViewWords[locale];
  return html`<tr aria-rowindex="${index + 2}">
    <td class="audit-count">${numberIn(locale, group.events)}</td>
    <td>${words.identities[group.identity]}${nameOf(group)}</td>
    <td class="audit-code audit-code-${group.code === 401 || group.code === 403 ? 'refused' : 'other'}">
      ${group.code || '–'}
    </td>
    <td>
      <button
        type="button"
        class="audit-open"
        aria-expanded="false"
        data-log="open"
        data-value="${index}"
        data-focus="row-${index}"
        title="${auditExplorerWords[locale].open}"
      >
        <code>${group.verb} ${group.path}</code>
      </button>
    </td>
    <td>${group.source}</td>
    <td>${group.agent || words.none}</td>
    <td class="audit-when">${readable(group.first)}</td>
    <td class="audit-when">${readable(group.last)}</td>
  </tr>`;
}

/** Everybody knows the name of those who have none. */
function nameOf({ identity, user }: EventGroup): Markup | false {
  return identity !== 'anonymous' && user !== '' && html`<small>${user}</small>`;
}

function pagerView(from: number, all: number, { locale }: AuditView): Markup {
  const words = auditExplorerWords[locale];
  const last = Math.min(from + rowsPerPage, all);
  const disabled = (isOff: boolean): Markup => ({ markup: isOff ? ' disabled' : '' });
  return html`<nav class="audit-pager" aria-label="${words.groups}">
    <button
      type="button"
      data-log="page"
      data-value="${from - rowsPerPage}"
      data-focus="previous"
      ${disabled(from === 0)}
    >
      ${words.previous}
    </button>
    <span>${words.rows(numberIn(locale, from + 1), numberIn(locale, last), numberIn(locale, all))}</span>
    <button
      type="button"
      data-log="page"
      data-value="${from + rowsPerPage}"
      data-focus="next"
      ${disabled(last === all)}
    >
      ${words.next}
    </button>
  </nav>`;
}
