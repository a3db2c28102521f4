// "Copy a link": the bench's address with the text in its fragment.

import type { Locale } from '../core/index.ts';
import { benchWords } from '../i18n/bench.ts';
import type { Parts } from './bench-parts.ts';
import { encodeFragment } from './fragment.ts';
import { hrefOf } from './site-root.ts';

/** Longer addresses are cut by chat programs and mail. */
const longestLink = 8_000;

/** Puts the link into its field and, if the browser lets us, on the clipboard; says which. */
export async function showLink({ area, link, status }: Parts, locale: Locale): Promise<void> {
  const words = benchWords[locale];
  const field = link?.querySelector('input');
  if (!link || !field) return;
  const address = hrefOf(locale === 'ja' ? 'ja/explain/' : 'explain/') + (await encodeFragment(area.value));
  link.hidden = address.length > longestLink;
  if (link.hidden) {
    status.textContent = words.linkTooLong;
    return;
  }
  field.value = address;
  field.focus();
  field.select();
  const copied = await navigator.clipboard?.writeText(address).then(
    () => true,
    () => false,
  );
  status.textContent = copied ? words.linkCopied : words.linkByHand;
}
