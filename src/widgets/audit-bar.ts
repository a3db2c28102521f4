// A bar behind a text: how many there are, beside the most there are of one kind.

import { html, type Markup } from './html.ts';

export function barView(events: number, most: number): Markup {
  return html`<svg class="audit-bar" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
    <rect width="${(events / most).toFixed(3)}" height="1" />
  </svg>`;
}
