// The discovery file and the commands around it, as markup.

import type { Locale } from '../core/index.ts';
import { discoverySet, type DiscoveryCredential, type Verification } from '../core/verify/index.ts';
import { verifyPageWords } from '../i18n/verify.ts';
import { html, inline, type Markup } from './html.ts';

export interface DiscoveryChoice {
  readonly credential: DiscoveryCredential;
  /** Used where the text names none. */
  readonly server: string;
}

export function discoveryView(
  { discovery }: Pick<Verification, 'discovery'>,
  { credential, server }: DiscoveryChoice,
  locale: Locale,
): Markup {
  const words = verifyPageWords[locale];
  const { text, commands } = discoverySet(
    { server: discovery?.server || server, caData: discovery?.caData ?? '' },
    credential,
  );
  return html`${codeView(text, 'discovery.conf', locale)}
    ${commands.map(
      ({ purpose, text: command }) =>
        html`<p>${inline(words.purposes[purpose])}</p>
          ${codeView(command, command.split('\n')[0] ?? '', locale)}`,
    )}
    <h3>${words.exposesTitle}</h3>
    <ul>
      ${words.exposes[credential].map((sentence) => html`<li>${inline(sentence)}</li>`)}
    </ul>`;
}

/** Code with a button that copies it. */
export function codeView(text: string, what: string, locale: Locale): Markup {
  const words = verifyPageWords[locale];
  return html`<div class="verify-code">
    <pre tabindex="0"><code>${text}</code></pre>
    <button type="button" data-do="copy" data-what="${what}" aria-label="${words.copyWhat(what)}">${words.copy}</button>
  </div>`;
}
