// The certificates of a bundle as cards, and which of the pins given fits which.

import type { Locale } from '../core/index.ts';
import { tellKey, verifyWords, type Check, type PinnedCertificate } from '../core/verify/index.ts';
import { verifyPageWords } from '../i18n/verify.ts';
import { html, type Markup } from './html.ts';

export function certificatesView(
  certificates: readonly PinnedCertificate[],
  checks: readonly Check[],
  locale: Locale,
): Markup {
  if (certificates.length === 0) return html``;
  const pins = checks.flatMap((check) => check.pins);
  return html`<h2>${verifyPageWords[locale].certificatesTitle}</h2>
    ${certificates.map((certificate) => cardView(certificate, locale))} ${pins.length > 0 && pinsView(pins, locale)}`;
}

function cardView(certificate: PinnedCertificate, locale: Locale): Markup {
  const { certificate: labels, validity, isCA } = verifyWords[locale];
  const row = (name: keyof typeof labels, value: string | Markup): Markup =>
    html`<div>
      <dt>${labels[name]}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<dl class="verify-card" data-validity="${certificate.validity}">
    ${row('pin', html`<code>${certificate.pin}</code>`)} ${row('subject', certificate.subject)}
    ${row('issuer', certificate.issuer)} ${row('notBefore', dateText(certificate.notBefore))}
    ${row(
      'notAfter',
      html`${dateText(certificate.notAfter)} <span class="verify-state">${validity[certificate.validity]}</span>`,
    )}
    ${row('key', tellKey(certificate.key, locale))} ${row('use', isCA[certificate.isCA ? 'yes' : 'no'])}
  </dl>`;
}

function dateText(date: string): string {
  return date.replace('T', ' ').replace('Z', ' UTC');
}

function pinsView(pins: Check['pins'], locale: Locale): Markup {
  const { pinStates } = verifyWords[locale];
  const rows = pins.map(
    ({ pin, state }) =>
      html`<li data-state="${state}"><code>${pin}</code> <span class="verify-state">${pinStates[state]}</span></li>`,
  );
  return html`<p>${verifyPageWords[locale].pinsGiven}</p>
    <ul class="verify-pins">
      ${rows}
    </ul>`;
}
