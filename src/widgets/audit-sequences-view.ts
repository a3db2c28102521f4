// Sequences as markup: what it looks like, how often, from when to when, and where to read on.

import type { AuditSummary, Sequence, SequenceName } from '../core/index.ts';
import { sequenceTexts } from '../core/logs/index.ts';
import { auditExplorerWords } from '../i18n/audit-explorer.ts';
import { addressOf } from '../i18n/addresses.ts';
import { readable } from './audit-timeline-view.ts';
import { numberIn, type AuditView } from './audit-totals-view.ts';
import { element, html, inline, type Markup } from './html.ts';

const mostListed = 20;

/** Pages below the site's root. */
export const sequencePages: Readonly<Record<SequenceName, string>> = {
  'kubeadm-join': 'learn/what-kubeadm-join-does-first/',
  scanner: 'runbooks/what-anonymous-can-read/',
  'load-balancer-refused': 'runbooks/load-balancer-401/',
  'probe-failures': 'runbooks/apiserver-restarts-probe-401/',
  'rejected-credentials': 'runbooks/audit-401-no-user/',
};

export function sequencesView(
  { sequences }: AuditSummary,
  view: AuditView & { readonly hrefOf: (path: string) => string },
  isReading: boolean,
): Markup {
  if (sequences.length === 0) return html``;
  const words = auditExplorerWords[view.locale];
  const names = [...new Set(sequences.map(({ name }) => name))];
  return html`${element(`h${view.level}`, 'bench-heading', words.sequences)}
    <ul class="audit-sequences">
      ${names.map((name) => {
        const all = sequences.filter((one) => one.name === name);
        const href = view.hrefOf(addressOf(view.locale, sequencePages[name]).slice(1));
        return html`<li class="audit-sequence-${name}">
          ${sequenceView(name, all, view)}
          <div class="audit-more">
            <a href="${href}">${words.read}</a> ${!isReading && listView(name, all, view.locale)}
          </div>
        </li>`;
      })}
    </ul>`;
}

function sequenceView(name: SequenceName, all: readonly Sequence[], { locale }: AuditView): Markup {
  const words = auditExplorerWords[locale];
  const { title, meaning } = sequenceTexts[name];
  const first = all.reduce((least, one) => (one.first < least ? one.first : least), all[0]?.first ?? '');
  const last = all.reduce((most, one) => (one.last > most ? one.last : most), '');
  const requests = all.reduce((sum, one) => sum + one.requests, 0);
  const sources = [...new Set(all.map(({ source }) => source))];
  const facts = [
    ...(all.length > 1 ? [words.times(numberIn(locale, all.length))] : []),
    words.requests(numberIn(locale, requests)),
    sources.length === 1 ? (sources[0] ?? '') : words.sources(numberIn(locale, sources.length)),
  ];
  return html`<p>
      <b>${title[locale]}</b> <span>${facts.join(locale === 'ja' ? '、' : ', ')}</span>
      <span class="audit-time">${readable(first)} – ${readable(last)}</span>
    </p>
    <p class="audit-note">${inline(meaning[locale])}</p>`;
}

function listView(name: SequenceName, all: readonly Sequence[], locale: AuditView['locale']): Markup {
  const words = auditExplorerWords[locale];
  const runs = html`<ul>
      ${all.slice(0, mostListed).map((one) => runView(one, locale))}
    </ul>
    ${all.length > mostListed && html`<p>${words.moreValues(numberIn(locale, all.length - mostListed))}</p>`}`;
  return html`<details class="audit-fold" data-key="audit-${name}">
    <summary data-focus="sequence-${name}">${words.everyOne(numberIn(locale, all.length))}</summary>
    ${runs}
  </details>`;
}

function runView({ first, last, source, requests, steps }: Sequence, locale: AuditView['locale']): Markup {
  const words = auditExplorerWords[locale];
  return html`<li>
    ${readable(first)} – ${readable(last)}, ${words.requests(numberIn(locale, requests))} (${steps.join(' → ')})
    <button type="button" class="audit-small" data-log="source" data-value="${source}">
      ${words.onlySource(source)}
    </button>
  </li>`;
}
