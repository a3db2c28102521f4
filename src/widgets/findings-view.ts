// The findings of a report, the worst first: severity, place, what, why, what to do, and what that costs.

import { explain, formatVersions, type Finding, type Fix, type Report } from '../core/index.ts';
import { benchWords } from '../i18n/bench.ts';
import { html, inline, openAttribute, paragraphs, type Markup } from './html.ts';
import { repairView } from './repair-view.ts';
import { heading, moreView, placeView, type View } from './view.ts';

export function findingsView(report: Report, view: View): Markup {
  if (report.findings.length === 0) return html``;
  const shown = report.findings.slice(0, view.limit);
  const firstError = shown.findIndex((finding) => finding.severity === 'error');
  const items = shown.map((finding, index) =>
    findingView(finding, report, view, { unfolded: view.unfolded && index === firstError, index }),
  );
  return html`<section class="bench-findings">
    ${heading(view, benchWords[view.locale].findings)}
    <ol>
      ${items}
    </ol>
    ${moreView(view, report.findings.length)}
  </section>`;
}

function findingView(
  finding: Finding,
  report: Report,
  view: View,
  at: { readonly unfolded: boolean; readonly index: number },
): Markup {
  const words = benchWords[view.locale];
  const { code, title, message, why, fix, page } = explain(finding, view.locale);
  const usableFirst = fix.toSorted((a, b) => Number(exists(b, report)) - Number(exists(a, report)));
  const fixes = usableFirst.map((one) => fixView(one, report, view));
  return html`<li class="finding finding-${finding.severity}">
    <p class="finding-head">
      <span class="severity severity-${finding.severity}">${words.severity[finding.severity]}</span>
      ${placeView(view, finding.range)} <span class="finding-code">${code}</span>
    </p>
    <p class="finding-title">${inline(title)}</p>
    <p>${inline(message)}</p>
    ${repairView(finding, view, at.index)}
    <details data-key="${code}-${finding.range.start.offset}" ${at.unfolded && openAttribute}>
      <summary>${words.why}</summary>
      <div class="finding-why">${paragraphs(why)}</div>
      ${
        fixes.length > 0 &&
        html`<ul class="fixes">
          ${fixes}
        </ul>`
      }
      <p class="finding-page"><a href="${view.hrefOf(page)}">${words.page(code)}</a></p>
    </details>
  </li>`;
}

function exists({ since = 0, until = Infinity }: Fix, { version }: Report): boolean {
  return version.minor >= since && version.minor <= until;
}

function fixView(fix: Fix, report: Report, { locale }: View): Markup {
  const words = benchWords[locale];
  const usable = exists(fix, report);
  const versions = [formatVersions(fix), usable ? '' : words.fixElsewhere(report.version.text)].filter(Boolean);
  return html`<li class="fix${!usable && ' fix-elsewhere'}">
    <p>
      <b class="fix-label">${words.fix}</b>
      ${versions.length > 0 && html`<span class="fix-versions">${versions.join(', ')}</span> `}${inline(fix.do)}
    </p>
    ${fix.code && html`<pre tabindex="0"><code>${fix.code}</code></pre>`}
    <p><b class="fix-label">${words.cost}</b> ${inline(fix.cost)}</p>
  </li>`;
}
