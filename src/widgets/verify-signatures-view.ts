// The JWSs of a cluster-info as pictures: header, what is left out, signature, each in its colour, and what the header says.

import type { Locale } from '../core/index.ts';
import { verifyWords, type ClusterInfoView, type SignatureView } from '../core/verify/index.ts';
import { verifyPageWords } from '../i18n/verify.ts';
import { html, type Markup } from './html.ts';

export function signaturesView({ signatures, signedBytes }: ClusterInfoView, locale: Locale): Markup {
  if (signatures.length === 0) return html``;
  const page = verifyPageWords[locale];
  return html`<h2>${page.signaturesTitle}</h2>
    <p>${page.signaturesLead}</p>
    ${signatures.map((signature) => signatureView(signature, signedBytes, locale))}`;
}

function signatureView(
  { id, header, headerText, signature, state }: SignatureView,
  bytes: number,
  locale: Locale,
): Markup {
  const words = verifyWords[locale];
  const page = verifyPageWords[locale];
  return html`<section class="verify-jws" data-state="${state}">
    <h3><code>jws-kubeconfig-${id}</code> <span class="verify-state">${words.signatureStates[state]}</span></h3>
    ${
      header !== '' &&
      html`<dl class="jws">
        <div class="jws-header">
          <dt>${page.header}</dt>
          <dd>
            <code>${header}</code>
            <code>${headerText}</code>
          </dd>
        </div>
        <div class="jws-payload">
          <dt aria-hidden="true">.</dt>
          <dd>${page.payload(bytes)}</dd>
          <dt aria-hidden="true">.</dt>
        </div>
        <div class="jws-signature">
          <dt>${page.signature}</dt>
          <dd><code>${signature}</code></dd>
        </div>
      </dl>`
    }
  </section>`;
}
