// A verification as markup: the joins step by step, the signatures, the certificates. The same at build time and in the browser.

import type { Locale } from '../core/index.ts';
import { tellStep, verifyWords, type Check, type Step, type Verification } from '../core/verify/index.ts';
import { verifyPageWords } from '../i18n/verify.ts';
import { html, inline, type Markup } from './html.ts';
import { certificatesView } from './verify-certificates-view.ts';
import { signaturesView } from './verify-signatures-view.ts';

/** One sentence for the status line. */
export function verifySummary({ checks, clusterInfo, certificates, minor }: Verification, locale: Locale): string {
  const words = verifyPageWords[locale].summary;
  const version = `1.${minor}`;
  if (!clusterInfo && certificates.length === 0) return words.nothing(version);
  const verdicts = checks.map(({ verdict }) => verdict);
  const worst = verdicts.includes('stops') ? 'stops' : verdicts.includes('open') ? 'open' : 'passes';
  return words[worst](version);
}

export function verifyView(verification: Verification, locale: Locale): Markup {
  const { checks, problems, clusterInfo, certificates, minor } = verification;
  const words = verifyWords[locale];
  const page = verifyPageWords[locale];
  const isEmpty = !clusterInfo && certificates.length === 0;
  return html`${problems.map((problem) => html`<p class="verify-problem">${inline(words.problems[problem])}</p>`)}
  ${
    !isEmpty &&
    html`<h2>${page.checksTitle(`1.${minor}`)}</h2>
      <p class="verify-order">${page.order}</p>
      ${checks.map((check) => checkView(check, `1.${minor}`, locale))}`
  }
  ${clusterInfo && signaturesView(clusterInfo, locale)} ${certificatesView(certificates, checks, locale)}`;
}

function checkView(check: Check, version: string, locale: Locale): Markup {
  const words = verifyWords[locale];
  const { text, verdict } = check;
  const remarks = [
    ...(check.unrelated ? [words.unrelated] : []),
    ...(verdict === 'passes' ? [words.tokenLife] : []),
    ...(check.cleaned ? [words.cleaned] : []),
    ...(check.otherServer === '' ? [] : [words.otherServer(check.otherServer)]),
  ];
  return html`<section class="verify-check" data-verdict="${verdict}">
    <h3>
      ${words.from[check.from]}${check.tokenID !== '' && html` <code>${check.tokenID}</code>`}${
        check.endpoint !== '' && html` <code>${check.endpoint}</code>`
      }
    </h3>
    <ol class="verify-steps">
      ${check.steps.map((step) => stepView(step, locale))}
    </ol>
    <p class="verify-verdict">${words.verdict[verdict](version)}</p>
    ${text && printedView(text, locale)}
    ${remarks.map((remark) => html`<p class="verify-remark">${inline(remark)}</p>`)}
  </section>`;
}

function stepView(step: Step, locale: Locale): Markup {
  const words = verifyWords[locale];
  const { name, state, reached } = step;
  return html`<li class="verify-step" data-state="${state}" ${reached ? '' : reachedNot}>
    <p class="verify-title"><span class="verify-state">${words.states[state]}</span> <b>${words.steps[name]}</b></p>
    <p class="verify-says">${inline(tellStep(step, locale))}${!reached && html` <i>${words.notReached}</i>`}</p>
  </li>`;
}

const reachedNot: Markup = { markup: ' data-behind' };

function printedView({ line, verbose, when, confidence }: NonNullable<Check['text']>, locale: Locale): Markup {
  const words = verifyWords[locale];
  return html`<p class="verify-prints">${words.prints[when]} <small>${words.sureness[confidence]}</small></p>
    <pre class="verify-line" tabindex="0"><code>${line}</code></pre>
    ${
      verbose !== undefined &&
      html`<p class="verify-prints">${words.verbose}</p>
        <pre class="verify-line" tabindex="0"><code>${verbose}</code></pre>`
    }`;
}
