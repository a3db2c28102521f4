// The bench's second engine: audit logs by the gigabyte, and what there is to look at in them. A file of its own, so that neither
// is heavy; the bench hands over what only it holds.

import { AuditDesk, type DeskPlace } from './audit-desk.ts';

/** An element without content: it is how one script finds what another defines. */
class AuditLog extends HTMLElement {
  desk(place: DeskPlace): AuditDesk {
    return new AuditDesk(place);
  }
}

export type { AuditLog };

if (!customElements.get('wgt-audit-log')) customElements.define('wgt-audit-log', AuditLog);
