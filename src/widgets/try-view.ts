// A link from a report into the lab: the server that the text describes, as settings; nothing of the text itself.

import { labServerFrom, type LabServer, type LeftOut, type Report } from '../core/index.ts';
import { whatIfWords } from '../i18n/what-if.ts';
import { html, type Markup } from './html.ts';
import { firstState, writeState } from './lab-address.ts';
import { choicesOf } from './lab-server.ts';
import type { View } from './view.ts';

/** Nothing for a text without an API server, and for one that the lab's form has no words for. */
export function tryView({ version, apiServer }: Report, { text = '', locale, hrefOf }: View): Markup {
  const pasted = apiServer && labServerFrom(text, { kubernetesVersion: version.text });
  if (!pasted) return html``;
  const [server, alsoLeft] = asOffered(pasted.server, version.minor);
  const choices = choicesOf(server, firstState.choices.client);
  if (!choices) return html``;
  const words = whatIfWords[locale];
  const left = [...new Set([...pasted.leftOut, ...alsoLeft])].map((one) => words.left[one]);
  const page = hrefOf(locale === 'ja' ? 'ja/simulate/' : 'simulate/');
  return html`<p class="bench-try">
    <a href="${page}${writeState({ choices })}">${words.tryServer}</a>
    <span
      >${words.tryText}${left.length > 0 && html` ${words.leftOut} ${left.join(locale === 'ja' ? '、' : '; ')}${locale === 'ja' ? '。' : '.'}`}</span
    >
  </p>`;
}

const gate = 'AnonymousAuthConfigurableEndpoints';

/** The form knows whole versions, one gate, and three policies. */
function asOffered(server: LabServer, minor: number): readonly [LabServer, readonly LeftOut[]] {
  const { auditPolicy, featureGates } = server;
  const wanted = featureGates[gate];
  const isOwnPolicy = typeof auditPolicy !== 'string';
  return [
    {
      ...server,
      kubernetesVersion: `1.${minor}`,
      featureGates: wanted === undefined ? {} : { [gate]: wanted },
      auditPolicy: isOwnPolicy ? 'metadata-for-all' : auditPolicy,
    },
    isOwnPolicy ? ['audit-policy'] : [],
  ];
}
