// What the share panel shows: what is replaced by what, the text that leaves, the link and its length.

import type { Locale, NameKind, Redacted, Redaction } from '../core/index.ts';
import { shareWords } from '../i18n/share.ts';
import { html, type Markup } from './html.ts';

export interface Shared {
  readonly redacted: Redacted;
  /** The text that was redacted. */
  readonly text: string;
  readonly address: string;
  /** What the reader lets through. */
  readonly keep: readonly NameKind[];
  /** What this browser was asked to keep. */
  readonly draft: string | undefined;
}

/** Longer addresses are cut by chat programs and mail. */
const longestLink = 8_000;

/** One row for each value, however often it stands in the text. */
export function shareView(shared: Shared, locale: Locale): Markup {
  const words = shareWords[locale];
  const { redacted, address } = shared;
  const fits = address.length <= longestLink;
  return html`<p>${words.lead}</p>
    ${redacted.redactions.length > 0 ? tableView(shared, locale) : html`<p class="share-none">${words.nothing}</p>`}
    <fieldset class="share-keep">
      <legend>${words.hide}</legend>
      ${switchView('address', words.hideAddresses, shared)} ${switchView('name', words.hideNames, shared)}
    </fieldset>
    <p class="share-look">${words.look}</p>
    <label class="share-text"
      >${words.preview}<textarea rows="6" readonly spellcheck="false">${'\n'}${redacted.text}</textarea>
    </label>
    ${
      fits
        ? html`<label class="share-link"
            >${words.link} <span>${words.length(address.length, longestLink)}</span>
            <input type="text" readonly value="${address}"
          /></label>`
        : html`<p class="share-long">${words.tooLong(address.length, longestLink)}</p>`
    }
    <p class="share-copies">
      ${fits && copyButton('link', words.copyLink)} ${copyButton('text', words.copyText)}
      ${copyButton('markdown', words.copyMarkdown)} ${copyButton('plain', words.copyPlain)}
      ${copyButton('json', words.copyJson)}
    </p>
    ${draftView(shared, locale)}`;
}

/** Asks before anything is kept; a kept text can be brought back, and erased. */
function draftView({ draft, redacted }: Shared, locale: Locale): Markup {
  const words = shareWords[locale];
  const checked: Markup = { markup: draft === redacted.text ? ' checked' : '' };
  return html`<p class="share-draft">
    <label><input type="checkbox" name="draft" ${checked} /> ${words.draft}</label>
    <small>${words.draftHint}</small> ${draft !== undefined && draft !== redacted.text && bringBackView(locale)}
  </p>`;
}

export function bringBackView(locale: Locale): Markup {
  return html`<button type="button" data-do="share-bring-back">${shareWords[locale].bringBack}</button>`;
}

function copyButton(what: string, label: string): Markup {
  return html`<button type="button" data-do="share-copy" data-what="${what}">${label}</button>`;
}

function switchView(kind: NameKind, label: string, { keep }: Shared): Markup {
  const checked: Markup = { markup: keep.includes(kind) ? '' : ' checked' };
  return html`<label><input type="checkbox" name="${kind}" ${checked} /> ${label}</label>`;
}

function tableView({ redacted, text }: Shared, locale: Locale): Markup {
  const words = shareWords[locale];
  const values = new Map<string, Redaction[]>();
  for (const redaction of redacted.redactions) {
    const same = values.get(redaction.placeholder) ?? [];
    values.set(redaction.placeholder, [...same, redaction]);
  }
  const rows = [...values].map(([placeholder, all]) => {
    const { kind, start, end } = all[0] as Redaction;
    const original = text.slice(start, end);
    const shown = kind === 'address' || kind === 'name' ? original : words.secretShown(original.slice(0, 4));
    return html`<tr>
      <td>${words.kinds[kind]}</td>
      <td><code>${shown}</code></td>
      <td><code>${placeholder}</code></td>
      <td>${all.length}</td>
    </tr>`;
  });
  return html`<div class="share-table" tabindex="0" role="group" aria-label="${words.title}">
    <table>
      <thead>
        <tr>
          <th scope="col">${words.kind}</th>
          <th scope="col">${words.yours}</th>
          <th scope="col">${words.inLink}</th>
          <th scope="col">${words.times}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
