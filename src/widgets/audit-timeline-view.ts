// Requests over time as markup: a row of bars for each class, each with its own scale, since a flood of one class must not hide the
// three requests of another. Below it two sliders choose a shorter time, and a table says the same in words.

import { requestClasses, type AuditSummary, type RequestClass } from '../core/logs/index.ts';
import { auditExplorerWords } from '../i18n/audit-explorer.ts';
import { numberIn, type AuditView } from './audit-totals-view.ts';
import { element, html, type Markup } from './html.ts';

/** Rows of the table: neighbours are put together until they fit. */
const mostRows = 40;
/** The smallest bar is this share of the largest, so that one request is seen. */
const least = 0.14;

type Timeline = AuditSummary['timeline'];

/** How a bucket's border is written: `2026-01-05T08:00:00.000000Z`, as the log itself does. */
export function borderOf({ start, secondsPerBucket }: Timeline, bucket: number): string {
  const time = Date.parse(start) + bucket * secondsPerBucket * 1000;
  return new Date(time).toISOString().replace(/\.(\d+)Z$/, '.$1000Z');
}

export const bucketCount = ({ buckets }: Timeline): number => buckets.other.length;

/** `2026-01-05 08:00:00`, for people. */
export const readable = (time: string): string => time.slice(0, 19).replace('T', ' ');

interface TimelineState {
  /** Whether it is a stretch of the log only. */
  readonly isPart: boolean;
  readonly isReading: boolean;
}

export function timelineView(timeline: Timeline, view: AuditView, { isPart, isReading }: TimelineState): Markup {
  const count = bucketCount(timeline);
  if (count === 0) return html``;
  const words = auditExplorerWords[view.locale];
  const lanes = requestClasses.filter((name) => timeline.buckets[name].some((requests) => requests > 0));
  return html`${element(`h${view.level}`, 'bench-heading', words.timeline)}
    <div class="audit-lanes">
      ${lanes.map((name) => laneView(name, timeline, view))}
      <p class="audit-axis" aria-hidden="true">
        <span>${readable(timeline.start)}</span><span>${readable(borderOf(timeline, count))}</span>
      </p>
    </div>
    ${!isReading && [rangeView(timeline, view, isPart), tableView(timeline, lanes, view)]}`;
}

function laneView(name: RequestClass, timeline: Timeline, { locale }: AuditView): Markup {
  const words = auditExplorerWords[locale];
  const bars = timeline.buckets[name];
  const peak = Math.max(...bars);
  const requests = bars.reduce((sum, one) => sum + one, 0);
  const path = bars.map((one, index) => {
    if (one === 0) return '';
    const height = Math.max(least, one / peak).toFixed(3);
    return `M${index + 0.05} 1v-${height}h.9v${height}z`;
  });
  const said = words.lane({
    ...{ name: words.lanes[name], requests: numberIn(locale, requests), peak: numberIn(locale, peak) },
    ...{ seconds: numberIn(locale, timeline.secondsPerBucket) },
    at: readable(borderOf(timeline, bars.indexOf(peak))),
  });
  return html`<div class="audit-lane audit-lane-${name}">
    <span aria-hidden="true">${words.lanes[name]} <b>${numberIn(locale, requests)}</b></span>
    <svg viewBox="0 0 ${bars.length} 1" preserveAspectRatio="none" role="img" aria-label="${said}">
      <rect class="audit-chosen" height="1" width="0" />
      <path d="${path.join('')}" />
    </svg>
  </div>`;
}

function rangeView(timeline: Timeline, { locale }: AuditView, isPart: boolean): Markup {
  const words = auditExplorerWords[locale];
  const count = bucketCount(timeline);
  const slider = (name: 'from' | 'until', value: number): Markup =>
    html`<label
      >${words[name]}
      <input
        type="range"
        min="0"
        max="${count}"
        value="${value}"
        data-range="${name}"
        data-focus="${name}"
        aria-valuetext="${readable(borderOf(timeline, value))}"
    /></label>`;
  return html`<div class="audit-range">
    ${slider('from', 0)}${slider('until', count)}
    <output class="audit-range-said"
      >${words.chosenTime(readable(timeline.start), readable(borderOf(timeline, count)))}</output
    >
    <button type="button" data-log="this-time" data-focus="this-time">${words.onlyThisTime}</button>
    ${isPart && html`<button type="button" data-log="whole-time" data-focus="whole-time">${words.wholeTime}</button>`}
    <p class="audit-note">${words.timelineHint}</p>
  </div>`;
}

function tableView(timeline: Timeline, lanes: readonly RequestClass[], { locale }: AuditView): Markup {
  const words = auditExplorerWords[locale];
  const count = bucketCount(timeline);
  const together = Math.ceil(count / mostRows);
  const sumOf = (name: RequestClass, row: number): number =>
    timeline.buckets[name].slice(row * together, (row + 1) * together).reduce((sum, one) => sum + one, 0);
  const rows = Array.from({ length: Math.ceil(count / together) }, (_, row) => ({
    time: readable(borderOf(timeline, row * together)),
    sums: lanes.map((name) => sumOf(name, row)),
  })).filter(({ sums }) => sums.some((sum) => sum > 0));
  return html`<details class="audit-fold" data-key="audit-timeline">
    <summary data-focus="timeline-table">${words.asTable}</summary>
    <div class="audit-table" role="region" tabindex="0" aria-label="${words.asTable}">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.time}</th>
            ${lanes.map((name) => html`<th scope="col">${words.lanes[name]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ time, sums }) =>
              html`<tr>
                <th scope="row">${time}</th>
                ${sums.map((sum) => html`<td class="audit-count">${numberIn(locale, sum)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
