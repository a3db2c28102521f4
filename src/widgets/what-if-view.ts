// The bench's questions on a pasted audit log: what if one setting were different, and who would break. Both are worked out
// when their fold is opened, not before: a log may be long.

import {
  auditEventsIn,
  blastRadius,
  consumerTexts,
  counterfactual,
  counterfactualChanges,
  newestMinor,
  smallestAllowList,
  type AnonymousConsumer,
  type AuditEventJson,
  type Counterfactual,
  type CounterfactualChange,
  type Locale,
  type Report,
  type RequestTally,
} from '../core/index.ts';
import { whatIfWords } from '../i18n/what-if.ts';
import { html, inline, type Markup } from './html.ts';

/** What the questions are about: a pasted log, or one that was read from a file. */
export interface Asked {
  readonly text: string;
  readonly minor: Report['version']['minor'];
  readonly tallies: () => readonly RequestTally[];
}

/** So many events are compared; a reader who wants others pastes those. */
const mostEvents = 6;

/** Two folds without content; nothing for a text without audit events. */
export function whatIfFolds({ stories }: Report, locale: Locale): Markup {
  if (!stories.some(({ kind }) => kind === 'audit-event')) return html``;
  return html`${foldView('events', whatIfWords[locale].title)}${radiusFold(locale)}`;
}

/** Who would break, without content. */
export function radiusFold(locale: Locale): Markup {
  return foldView('radius', whatIfWords[locale].radius);
}

function foldView(name: 'events' | 'radius', title: string): Markup {
  return html`<details class="bench-what-if" data-key="what-if-${name}" data-what-if="${name}">
    <summary data-focus="what-if-${name}">${title}</summary>
    <div></div>
  </details>`;
}

export function eventsView({ text, minor }: Asked, locale: Locale): Markup {
  const words = whatIfWords[locale];
  const events = auditEventsIn(text);
  return html`<p>${words.hint}</p>
    ${events.slice(0, mostEvents).map((event) => eventView(event, minor, locale))}
    ${events.length > mostEvents && html`<p>${words.more(events.length - mostEvents)}</p>`}`;
}

function textAt(event: AuditEventJson, key: string): string {
  const value = event[key];
  return typeof value === 'string' ? value : '';
}

function eventView(event: AuditEventJson, minor: number, locale: Locale): Markup {
  const views = counterfactualChanges.map((change) =>
    changeView(change, event, counterfactual(event, change, { minor }), locale),
  );
  return html`<section class="what-if-event">
    <p class="entry-head">
      <b>${textAt(event, 'verb')}</b> <code>${textAt(event, 'requestURI')}</code> ${textAt(event, 'stage')}
    </p>
    ${views}
  </section>`;
}

function changeView(change: CounterfactualChange, event: AuditEventJson, told: Counterfactual, locale: Locale): Markup {
  const words = whatIfWords[locale];
  const { outcome, because, assumes, basis, differences } = told;
  return html`<div class="what-if-change what-if-${outcome}">
    <p>
      <b>${words.changes[change]}</b> – ${words.outcome[outcome]}
      ${outcome !== 'not-known' && html`<span class="what-if-basis">${words.basis[basis]}</span>`}
    </p>
    <p>${inline(because[locale])} ${assumes && inline(assumes[locale])}</p>
    ${outcome === 'changed' && differencesView(withoutBodies(differences, event, told.event), locale)}
  </div>`;
}

const bodies = ['requestObject', 'responseObject'] as const;

/** A body that is another object altogether is named by its kind, not told field by field. */
function withoutBodies(
  differences: Counterfactual['differences'],
  before: AuditEventJson,
  after: AuditEventJson = {},
): Counterfactual['differences'] {
  const isBody = (path: string): boolean => bodies.some((body) => path.startsWith(body));
  const named = bodies
    .filter((body) => differences.some(({ path }) => path.startsWith(body)))
    .map((path) => ({ path, before: kindOf(before[path]), after: kindOf(after[path]) }));
  return [...differences.filter(({ path }) => !isBody(path)), ...named];
}

function kindOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  return 'kind' in body && typeof body.kind === 'string' ? `${body.kind} {…}` : '{…}';
}

/** Longer values are cut: where they differ is in the event itself. */
const longestValue = 160;

function differencesView(differences: Counterfactual['differences'], locale: Locale): Markup {
  const words = whatIfWords[locale];
  const value = (one: unknown): Markup =>
    one === undefined ? html`<i>${words.absent}</i>` : html`<code>${cut(JSON.stringify(one))}</code>`;
  return html`<table class="what-if-diff">
    <thead>
      <tr>
        <th scope="col">${words.field}</th>
        <th scope="col">− ${words.before}</th>
        <th scope="col">+ ${words.after}</th>
      </tr>
    </thead>
    <tbody>
      ${differences.map(
        ({ path, before, after }) =>
          html`<tr>
            <th scope="row"><code>${path}</code></th>
            <td><del>${value(before)}</del></td>
            <td><ins>${value(after)}</ins></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function cut(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

/** Everybody whose requests were allowed is kept at first. */
export function radiusView({ tallies, minor }: Asked, locale: Locale): Markup {
  const words = whatIfWords[locale];
  const { consumers, requests, alreadyRefused } = blastRadius(tallies());
  if (requests === 0) return html`<p>${words.nobody}</p>`;
  const heads = [words.keep, words.looksLike, words.allowed, words.refused, words.paths, words.loses];
  return html`<p>${words.radiusText(requests, alreadyRefused)}</p>
    <div class="what-if-table" tabindex="0" role="group" aria-label="${words.radius}">
      <table>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${consumers.map((consumer) => consumerRow(consumer, locale))}
        </tbody>
      </table>
    </div>
    <div class="what-if-list">${allowListView(consumers.filter(isKept), minor, locale)}</div>`;
}

const isKept = ({ allowed, kind }: AnonymousConsumer): boolean => allowed > 0 && kind !== 'scanner';

function consumerRow(consumer: AnonymousConsumer, locale: Locale): Markup {
  const words = whatIfWords[locale];
  const { kind, allowed, refused, paths } = consumer;
  const { name, loses } = consumerTexts[kind];
  const checked: Markup = { markup: isKept(consumer) ? ' checked' : '' };
  const box = html`<input
    type="checkbox"
    data-keep="${kind}"
    aria-label="${words.keep}: ${name[locale]}"
    ${checked}
  />`;
  return html`<tr>
    <td>${allowed > 0 && box}</td>
    <th scope="row">${name[locale]} <small>${words.from(consumer)}</small></th>
    <td>${allowed}</td>
    <td>${refused}</td>
    <td>${paths.map(({ path, requests }) => html`<span><code>${path}</code> × ${requests}</span> `)}</td>
    <td>${loses[locale]}</td>
  </tr>`;
}

/** The list for those whose boxes are ticked. */
export function keptListView({ tallies, minor }: Asked, kinds: readonly string[], locale: Locale): Markup {
  const { consumers } = blastRadius(tallies());
  return allowListView(
    consumers.filter(({ kind }) => kinds.includes(kind)),
    minor,
    locale,
  );
}

function allowListView(consumers: readonly AnonymousConsumer[], minor: number, locale: Locale): Markup {
  const words = whatIfWords[locale];
  const list = smallestAllowList(consumers, minor);
  if (!list.exists)
    return html`<p>${inline(list.because[locale])}</p>
      ${minor < newestMinor && allowListView(consumers, newestMinor, locale)}`;
  return html`<p><b>${words.list(`1.${minor}`)}</b></p>
    <pre tabindex="0"><code>${list.file}</code></pre>
    <p><button type="button" data-do="copy-allow-list">${words.copy}</button></p>
    <ul>
      ${list.notes.map((note) => html`<li>${inline(note[locale])}</li>`)}
    </ul>`;
}
