// The sheet around a text area: line numbers with marks, and the marked ranges that shine through it.
// Draws a window of lines, so a text of a million lines costs no more than what is visible.

import type { Report, Severity } from '../core/index.ts';
import { html, type Markup } from './html.ts';
import { spanOfLine, type Lines } from './lines.ts';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly severity: Severity;
}

export interface LineWindow {
  /** Counted from 1, both included. */
  readonly first: number;
  readonly last: number;
}

/** Marks are drawn up to this column; lines of audit logs are long. */
const widestMark = 20_000;

const rank: Readonly<Record<Severity, number>> = { error: 3, warning: 2, note: 1 };

export function marksOf({ findings }: Pick<Report, 'findings'>): readonly Mark[] {
  return findings.map(({ range, severity }) => ({
    start: range.start.offset,
    end: range.end.offset,
    firstLine: range.start.line,
    lastLine: range.end.line,
    severity,
  }));
}

function worst(marks: readonly Mark[]): Severity | undefined {
  return marks.map((mark) => mark.severity).sort((a, b) => rank[b] - rank[a])[0];
}

/** Lines to which the places of a bench link. */
export interface LinkTargets {
  readonly name: string;
  readonly lines: ReadonlySet<number>;
}

/** Every line that the report's markup links to. */
export function linkTargetsOf(report: Markup, name: string): LinkTargets {
  const links = report.markup.matchAll(new RegExp(`href="#${name}-L(\\d+)"`, 'g'));
  return { name, lines: new Set(Array.from(links, ([, line]) => Number(line))) };
}

/** Line numbers. With a link's target the line gets the id, so that the link works without JavaScript. */
export function gutterView(marks: readonly Mark[], window: LineWindow, targets?: LinkTargets): Markup {
  const lines: Markup[] = [];
  for (let line = window.first; line <= window.last; line += 1) {
    const severity = worst(marks.filter((mark) => mark.firstLine <= line && line <= mark.lastLine));
    const id = targets?.lines.has(line) ? ` id="${targets.name}-L${line}"` : '';
    const className = severity ? ` class="gutter-line gutter-${severity}"` : '';
    const number = id + className === '' ? html`${line}` : html`<span${{ markup: id + className }}>${line}</span>`;
    lines.push(html`${number}${'\n'}`);
  }
  return html`${lines}`;
}

/** The marked ranges: unmarked text is left out behind the last mark of a line. A range of several lines is marked on its first. */
export function marksView(marks: readonly Mark[], lines: Lines, window: LineWindow): Markup {
  const views: Markup[] = [];
  for (let line = window.first; line <= window.last; line += 1) {
    const here = marks.filter((mark) => mark.firstLine === line);
    views.push(html`${here.length > 0 && lineView(here, lines, line)}${'\n'}`);
  }
  return html`${views}`;
}

function lineView(marks: readonly Mark[], lines: Lines, line: number): Markup {
  const span = spanOfLine(lines, line);
  const end = Math.min(span.end, span.start + widestMark);
  const clip = (offset: number): number => Math.min(Math.max(offset, span.start), end);
  const edges = [...new Set([span.start, ...marks.flatMap((mark) => [clip(mark.start), clip(mark.end)])])];
  edges.sort((a, b) => a - b);
  const parts = edges.slice(1).map((to, index) => {
    const from = edges[index] ?? to;
    const severity = worst(marks.filter((mark) => mark.start < to && mark.end > from));
    const text = lines.text.slice(from, to);
    return severity ? html`<mark class="mark-${severity}">${text}</mark>` : html`${text}`;
  });
  const points = marks.filter((mark) => mark.start === mark.end);
  return html`${parts}${points.length > 0 && html`<mark class="mark-point mark-${worst(points) ?? 'note'}"></mark>`}`;
}
