// The bench's side of audit logs: asks the other engine for a desk, and gives it what knows formats, stories and secrets.

import { auditEventsIn, inspect, redact, type InspectOptions } from '../core/index.ts';
import type { AuditDesk } from './audit-desk.ts';
import type { AuditLog } from './audit-log.ts';
import { html, type Markup } from './html.ts';
import { storyView } from './stories-view.ts';
import type { View } from './view.ts';
import { radiusFold } from './what-if-view.ts';

interface Bench {
  readonly report: HTMLElement;
  readonly status: HTMLElement;
  readonly view: () => View;
  readonly options: () => InspectOptions;
}

const longestShown = 2000;

/** Undefined where the other engine could not be loaded, or the bench has no use for it. */
export function openDesk(bench: Bench): AuditDesk | undefined {
  if (!customElements.get('wgt-audit-log')) return undefined;
  const element = document.createElement('wgt-audit-log') as AuditLog;
  return element.desk({
    ...bench,
    folds: radiusFold(bench.view().locale),
    eventsOf: (text) => auditEventsIn(text),
    mask: (text) => redact(text, { keep: ['address', 'name'] }).text,
    tell: (line, verb, where) => tellLine(line, verb, html`<span class="bench-where">${where}</span>`, bench),
  });
}

/** A line may wrap several events; the first of the wanted verb is told. */
function tellLine(line: string, verb: string, where: Markup, { view, options }: Bench): Markup {
  const report = inspect(line, options());
  const told = report.stories.filter(({ kind }) => kind === 'audit-event');
  const isWanted = ({ range: { start, end } }: (typeof told)[number]): boolean =>
    line.slice(start.offset, end.offset).includes(`"${verb}"`);
  const story = told.find(isWanted) ?? told[0];
  if (story)
    return html`<ol class="audit-story">
      ${storyView(story, report, view(), where)}
    </ol>`;
  return html`<p>${where}</p>
    <pre tabindex="0"><code>${redact(line).text.slice(0, longestShown)}</code></pre>`;
}
