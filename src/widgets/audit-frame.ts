// The parts of what there is to look at in an audit log, in order and empty.

import { html } from './html.ts';

const parts = [
  ...(['overview', 'shortcuts', 'sequences', 'timeline', 'folds', 'chips', 'facets', 'groups'] as const),
  ...(['exports', 'totals'] as const),
] as const;
export type PartName = (typeof parts)[number];

/** The line that says what is left stands before the table and stays the same element, so that it is read out. */
export const frame = html`${parts.map(
  (name) =>
    html`${name === 'groups' && html`<p class="audit-remaining" role="status" tabindex="-1"></p>`}
      <div class="audit-part-${name}" data-part="${name}"></div>`,
)}`;
