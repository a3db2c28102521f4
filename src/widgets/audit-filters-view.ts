// Filters as markup: the three questions that are asked most, what is chosen as removable chips, and all facets with counts.

import type { EventGroup } from '../core/index.ts';
import {
  countFacet,
  countRequests,
  facets,
  filterGroups,
  shortcuts,
  toggleShortcut,
  type Facet,
  type GroupFilter,
  type PathGroup,
} from '../core/logs/index.ts';
import { auditViewWords } from '../i18n/audit.ts';
import { auditExplorerWords } from '../i18n/audit-explorer.ts';
import { barView } from './audit-bar.ts';
import { numberIn, type AuditView } from './audit-totals-view.ts';
import { html, openAttribute, type Markup } from './html.ts';

const mostValues = 20;

/** A value as people read it. */
export function valueText(facet: Facet, value: string, { locale }: AuditView): string {
  if (facet === 'identity') return auditViewWords[locale].identities[value as EventGroup['identity']];
  if (facet === 'path') return auditExplorerWords[locale].paths[value as PathGroup];
  return value || auditViewWords[locale].none;
}

/** Buttons that stay pressed; the number is what is left if the button is pressed with all other filters as they are. */
export function shortcutsView(groups: readonly EventGroup[], filter: GroupFilter, { locale }: AuditView): Markup {
  const words = auditExplorerWords[locale];
  return html`<div class="audit-shortcuts" role="group" aria-label="${words.shortcutsLabel}">
    ${shortcuts.map((name) => {
      const isPressed = filter.shortcuts.includes(name);
      const count = countRequests(filterGroups(groups, isPressed ? filter : toggleShortcut(filter, name)));
      return html`<button
        type="button"
        class="audit-shortcut audit-shortcut-${name}"
        aria-pressed="${String(isPressed)}"
        data-log="shortcut"
        data-value="${name}"
        data-focus="shortcut-${name}"
      >
        <b>${numberIn(locale, count)}</b> <span>${words.shortcuts[name]}</span>
      </button>`;
    })}
  </div>`;
}

export function chipsView(filter: GroupFilter, view: AuditView): Markup {
  const words = auditExplorerWords[view.locale];
  const colon = view.locale === 'ja' ? '：' : ': ';
  const chips = [
    ...filter.shortcuts.map((name) => ({ log: 'shortcut', facet: '', value: name, text: words.shortcuts[name] })),
    ...facets.flatMap((facet) =>
      (filter.ticked[facet] ?? []).map((value) => ({
        ...{ log: 'untick', facet, value },
        text: `${words.facets[facet]}${colon}${valueText(facet, value, view)}`,
      })),
    ),
  ];
  if (chips.length === 0) return html``;
  return html`<ul class="audit-chips">
    ${chips.map(
      ({ log, facet, value, text }) =>
        html`<li>
          <button
            type="button"
            data-log="${log}"
            data-facet="${facet}"
            data-value="${value}"
            aria-label="${words.remove(text)}"
          >
            ${text} <span aria-hidden="true">×</span>
          </button>
        </li>`,
    )}
    <li><button type="button" data-log="no-filter">${words.removeAll}</button></li>
  </ul>`;
}

export function facetsView(
  groups: readonly EventGroup[],
  filter: GroupFilter,
  isOpen: boolean,
  view: AuditView,
): Markup {
  const words = auditExplorerWords[view.locale];
  return html`<details class="audit-fold" data-key="audit-facets" ${isOpen && openAttribute}>
    <summary data-focus="facets">${words.filters}</summary>
    <div class="audit-facets">${isOpen && facets.map((facet) => facetView(facet, groups, filter, view))}</div>
  </details>`;
}

function facetView(facet: Facet, groups: readonly EventGroup[], filter: GroupFilter, view: AuditView): Markup {
  const words = auditExplorerWords[view.locale];
  const counts = countFacet(groups, filter, facet);
  const ticked = filter.ticked[facet] ?? [];
  const most = Math.max(...counts.map(({ events }) => events));
  const shown = counts.filter(({ value }, index) => index < mostValues || ticked.includes(value));
  return html`<fieldset>
    <legend>${words.facets[facet]}</legend>
    <ul>
      ${shown.map(({ value, events }) => {
        const checked: Markup = { markup: ticked.includes(value) ? ' checked' : '' };
        return html`<li>
          <label
            ><input
              type="checkbox"
              data-facet="${facet}"
              data-value="${value}"
              data-focus="${facet} ${value}"
              ${checked}
            />
            <span>${valueText(facet, value, view)}</span>
            <b>${numberIn(view.locale, events)}</b> ${barView(events, most)}</label
          >
        </li>`;
      })}
    </ul>
    ${counts.length > shown.length && html`<p>${words.moreValues(numberIn(view.locale, counts.length - shown.length))}</p>`}
  </fieldset>`;
}
