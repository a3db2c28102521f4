// What a policy does with requests, as markup: the same for the page that is built and for the browser.

import {
  explainPolicyFinding,
  type AuditRequest,
  type Locale,
  type PolicyTrial,
  type Range,
  type RequestTrial,
  type TriedPolicy,
} from '../core/index.ts';
import { policyWords } from '../i18n/policy.ts';
import { html, inline, type Markup } from './html.ts';

export interface PolicyView {
  readonly locale: Locale;
  readonly minor: number;
  readonly hrefOf: (path: string) => string;
}

const isSilent = ({ stages }: RequestTrial): boolean => !stages.some(({ written }) => written);

/** One sentence for the status line. */
export function policySummary({ tried }: PolicyTrial, locale: Locale): string {
  const words = policyWords[locale];
  return tried ? words.summary(tried.trials.length, tried.trials.filter(isSilent).length) : words.noPolicy;
}

export function policyView(trial: PolicyTrial, view: PolicyView): Markup {
  const words = policyWords[view.locale];
  const { tried, more } = trial;
  return html`${tried?.refused && html`<p class="policy-refused">${words.refused(`1.${view.minor}`)}</p>`}
  ${more > 0 && html`<p class="policy-hint">${words.more(more)}</p>`} ${findingsView(trial, view)}
  ${tried && remarksView(tried, view.locale)}`;
}

/** A link to a place: goes to the line's number, and with the engine selects the range in the text. */
function placeLink({ start, end }: Range, text: string, label?: string): Markup {
  const said = label === undefined ? { markup: '' } : html` aria-label="${label}"`;
  return html`<a
    class="place"
    href="#policy-L${start.line}"
    data-start="${start.offset}"
    data-end="${end.offset}"
    ${said}
    >${text}</a
  >`;
}

function findingsView({ findings }: PolicyTrial, { locale, hrefOf }: PolicyView): Markup {
  if (findings.length === 0) return html``;
  const words = policyWords[locale];
  const items = findings.map((finding) => {
    const { code, title, message, page } = explainPolicyFinding(finding, locale);
    return html`<li class="policy-finding severity-${finding.severity}">
      <p>
        <b>${words.severity[finding.severity]}</b> ${placeLink(finding.range, words.line(finding.range.start.line))}
        <a href="${hrefOf(page)}">${code}</a>
      </p>
      <p class="policy-finding-title">${inline(title)}</p>
      <p>${inline(message)}</p>
    </li>`;
  });
  return html`<h2>${words.findings}</h2>
    <ul class="policy-findings">
      ${items}
    </ul>`;
}

function remarksView({ remarks, trials, places }: TriedPolicy, locale: Locale): Markup {
  const words = policyWords[locale];
  const refused = trials.filter(({ request }) => request.code === 401);
  const seen = refused.filter((trial) => !isSilent(trial)).length;
  const of = (index: number, text: string): Markup => {
    const place = places[index];
    const mark = locale === 'ja' ? 'は、' : ' ';
    return html`<li>${place ? placeLink(place, words.rule(index + 1)) : words.rule(index + 1)}${mark}${text}</li>`;
  };
  const items = remarks.flatMap(({ needsName, behind, decided }, index) => [
    ...(needsName ? [of(index, words.needsName)] : []),
    ...(behind === undefined ? [] : [of(index, words.behind(behind + 1))]),
    ...(behind === undefined && decided === 0 ? [of(index, words.reachesNone)] : []),
  ]);
  const isEachUsed = remarks.length > 0 && remarks.every(({ decided }) => decided > 0);
  return html`<h2>${words.remarks}</h2>
    <p>${words.refusedSeen(seen, refused.length)}${isEachUsed && html` ${words.allReached}`}</p>
    ${
      items.length > 0 &&
      html`<ul class="policy-remarks">
        ${items}
      </ul>`
    }`;
}

/** Which rule decides which request; nothing for a text without a policy. */
export function matrixView({ tried }: PolicyTrial, locale: Locale): Markup {
  if (!tried) return html``;
  const words = policyWords[locale];
  const heads = tried.policy.rules.map(({ level }, index) => {
    const place = tried.places[index];
    return html`<th scope="col">
      ${place && placeLink(place, String(index + 1), words.ruleHead(index + 1, level, place.start.line))}
      <span>${level}</span>
    </th>`;
  });
  const rows = tried.trials.map((trial, index) => rowView(trial, index, tried, locale));
  return html`<h2 id="policy-matrix">${words.matrix}</h2>
    <p class="policy-hint">${words.matrixHint}</p>
    <div class="policy-matrix" tabindex="0" role="group" aria-labelledby="policy-matrix">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.request}</th>
            <th scope="col">${words.writes}</th>
            ${heads}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

function rowView(trial: RequestTrial, index: number, { policy }: TriedPolicy, locale: Locale): Markup {
  const words = policyWords[locale];
  const { request, rules, stages } = trial;
  const cells = rules.map((rule, at) => {
    if (rule.state === 'decides')
      return html`<td class="policy-decides${policy.rules[at]?.level === 'None' && ' policy-none'}">
        ${words.decides}
      </td>`;
    if (rule.state === 'not asked')
      return html`<td class="policy-behind"><span class="unseen">${words.notAsked}</span></td>`;
    return html`<td class="policy-over">${rule.field}</td>`;
  });
  const written = stages.filter((stage) => stage.written).map(({ stage }) => html`<span>${stage}</span>`);
  return html`<tr${isSilent(trial) && html` class="policy-silent"`}>
    <th scope="row"><a href="#policy-request-${index + 1}">${request.name[locale]}</a> <b>${request.code}</b></th>
    <td class="policy-written">${written.length > 0 ? written : words.nothing}</td>
    ${cells}
  </tr>`;
}

/** One sentence: what this request leaves, and because of which rule. */
export function verdictOf({ decision, stages }: RequestTrial, locale: Locale): string {
  const words = policyWords[locale];
  const rule = (decision.rule ?? 0) + 1;
  if (decision.rule === undefined) return words.leavesUnmatched;
  if (decision.level === 'None') return words.leavesNone(rule);
  const events = stages.filter(({ written }) => written).length;
  return events === 0 ? words.leavesOmitted(rule, decision.level) : words.leaves(events, rule, decision.level);
}

/** What a request asks for, as a line: `get configmaps kube-public/cluster-info`. */
function lineOf({ verb, resource, path }: AuditRequest): string {
  if (!resource) return `${verb} ${path}`;
  const { apiGroup, subresource, namespace, name } = resource;
  const what = [resource.resource, ...(apiGroup === '' ? [] : [apiGroup])].join('.');
  const which = [namespace, name].filter((part) => part !== '').join('/');
  return [verb, subresource === '' ? what : `${what}/${subresource}`, which].filter((part) => part !== '').join(' ');
}

/** Each ready-made request with its verdict in words, its stages and its bodies. */
export function requestsView({ tried }: PolicyTrial, locale: Locale): Markup {
  if (!tried) return html``;
  const items = tried.trials.map((trial, index) =>
    trial.request.id === 'own' ? html`` : slipView(trial, index, tried, locale),
  );
  return html`<h2>${policyWords[locale].each}</h2>
    <ol class="policy-requests">
      ${items}
    </ol>`;
}

/** The same for the own request. */
export function ownView({ tried }: PolicyTrial, locale: Locale): Markup {
  const index = tried?.trials.findIndex(({ request }) => request.id === 'own') ?? -1;
  const trial = tried?.trials[index];
  return tried && trial
    ? html`<ul class="policy-requests">
        ${slipView(trial, index, tried, locale)}
      </ul>`
    : html``;
}

function slipView(trial: RequestTrial, index: number, { places }: TriedPolicy, locale: Locale): Markup {
  const words = policyWords[locale];
  const { request, stages, requestObject, responseObject } = trial;
  const place = places[trial.decision.rule ?? -1];
  const { user } = request.request;
  const passed = stages.map(
    ({ stage, written }) =>
      html`<li class="${written ? 'policy-is-written' : 'policy-is-omitted'}">
        ${stage} <span>${written ? words.written : words.omitted}</span>
      </li>`,
  );
  return html`<li id="policy-request-${index + 1}" ${isSilent(trial) && html`class="policy-silent"`}>
    <h3>${request.name[locale]}</h3>
    <p class="policy-asks">
      <code>${lineOf(request.request)}</code> <b>${request.code}</b>
      <span>${user ? html`<code>${user.name}</code>` : words.nobody}</span>
    </p>
    <p class="policy-verdict">
      ${verdictOf(trial, locale)}${place && html` (${placeLink(place, words.line(place.start.line))})`}${locale === 'ja' ? '。' : '.'}
    </p>
    <ul class="policy-stages" aria-label="${words.stages}">
      ${passed}
    </ul>
    ${
      !isSilent(trial) &&
      html`<p class="policy-bodies">
        <code>requestObject</code> ${words.body[requestObject]}${locale === 'ja' ? '、' : ', '}<code
          >responseObject</code
        >
        ${words.body[responseObject]}
      </p>`
    }
  </li>`;
}
