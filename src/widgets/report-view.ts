// A report as markup: the same for the page that is built and for the browser.

import type { RecognisedObject, Report } from '../core/index.ts';
import { formats } from '../core/index.ts';
import { addressOf } from '../i18n/addresses.ts';
import { benchWords, type Counts } from '../i18n/bench.ts';
import { findingsView } from './findings-view.ts';
import { html, type Markup } from './html.ts';
import { joinView } from './join-view.ts';
import { kubeadmView } from './kubeadm-view.ts';
import { migrationView } from './migration-view.ts';
import { outcomesView, stripView } from './outcomes-view.ts';
import { serverView } from './server-view.ts';
import { storiesView } from './stories-view.ts';
import { tryView } from './try-view.ts';
import { stamp, type View } from './view.ts';
import { whatIfFolds } from './what-if-view.ts';

export function reportView(report: Report, view: View): Markup {
  return html`${headView(report, view)}${stripView(report, view)}${findingsView(report, view)}${storiesView(report, view)}${view.unfolded && joinView(report, view)}${view.unfolded && whatIfFolds(report, view.locale)}${kubeadmView(report, view)}${outcomesView(report, view)}${view.unfolded && html`${tryView(report, view)}${serverView(report, view)}${migrationView(view)}`}`;
}

export function countFindings(report: Report): Counts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of report.findings) counts[severity] += 1;
  return counts;
}

/** One sentence for the status line and for screen readers. */
export function summaryOf(report: Report, view: Pick<View, 'locale'>): string {
  return benchWords[view.locale].summary(countFindings(report));
}

function headView(report: Report, view: View): Markup {
  const words = benchWords[view.locale];
  const objects = runsOf(report.objects);
  const { kubeadm } = report;
  const verdict = kubeadm?.exitCode === 0 ? 'works' : 'fails';
  const names = objects.map((run) => html`<li>${runView(run, view)}</li>`);
  return html`<div class="bench-head">
    <dl class="bench-recognised">
      <dt>${words.recognised}</dt>
      <dd>
        ${
          names.length > 0
            ? html`<ul>
                ${names}
              </ul>`
            : words.nothingRecognised
        }
      </dd>
      <dd class="bench-version">${words.version(report.version)}</dd>
      ${verifyLink(view)} ${policyLink(report, view)}
    </dl>
    ${kubeadm && html`<p class="bench-verdict">${stamp(verdict, `kubeadm ${kubeadm.command}: ${words.exitCode(kubeadm.exitCode)}`)}</p>`}
  </div>`;
}

/** The text itself is not taken along: it may hold a token. */
function verifyLink({ locale, text = '', hrefOf }: View): Markup | undefined {
  if (!text.includes('jws-kubeconfig-')) return undefined;
  return html`<dd><a href="${hrefOf(addressOf(locale, 'verify/').slice(1))}">${benchWords[locale].verifyThis}</a></dd>`;
}

function policyLink({ objects }: Report, { locale, hrefOf }: View): Markup | undefined {
  const isPolicy = objects.some(
    ({ kind, apiVersion = '' }) => kind === 'Policy' && apiVersion.startsWith('audit.k8s.io/'),
  );
  if (!isPolicy) return undefined;
  return html`<dd><a href="${hrefOf(addressOf(locale, 'policy/').slice(1))}">${benchWords[locale].tryPolicy}</a></dd>`;
}

interface Run {
  readonly first: RecognisedObject;
  readonly last: RecognisedObject;
  readonly count: number;
}

/** Neighbours of the same kind are named once: an audit log has thousands of them. */
function runsOf(objects: readonly RecognisedObject[]): readonly Run[] {
  const runs: Run[] = [];
  for (const object of objects) {
    const run = runs.at(-1);
    if (run && run.first.kind === object.kind && run.first.apiVersion === object.apiVersion)
      runs[runs.length - 1] = { first: run.first, last: object, count: run.count + 1 };
    else runs.push({ first: object, last: object, count: 1 });
  }
  return runs;
}

function runView({ first, last, count }: Run, { locale }: View): Markup {
  const label = formats.find((format) => format.name === first.format)?.label[locale] ?? first.format;
  const { start } = first.range;
  const { end } = last.range;
  const lastLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const colon = locale === 'ja' ? '：' : ': ';
  const rest = [
    count > 1 ? ` × ${count}` : '',
    locale === 'ja' ? '、' : ', ',
    benchWords[locale].lines(start.line, lastLine),
  ];
  return html`${label}${colon}<b>${first.kind}</b>${first.apiVersion && html` <code>${first.apiVersion}</code>`}<span
      class="bench-where"
      >${rest}</span
    >`;
}
