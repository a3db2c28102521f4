// Audit events as kube-apiserver's log backend writes them (one JSON object per line), and as people copy them:
// pretty-printed by jq one after another, in a JSON array, in an EventList of the webhook backend, with CRLF, with a BOM, cut
// off at either end; and events in any other JSON or behind any other prefix, for which there is no format of its own.
// Spec: staging/src/k8s.io/apiserver/pkg/apis/audit/v1/types.go; the writer: plugin/pkg/audit/log/backend.go.
// Lost: prefixes, and what no longer is JSON.

import { claimRuns, holdsEvents, readRuns } from './event-runs.ts';
import { maybeEvents } from './event-value.ts';
import type { Format } from './format.ts';
import { layerOf } from './layer.ts';

export const auditLog: Format = {
  name: 'audit-log',
  label: { en: 'audit log', ja: '監査ログ' },
  claim: (text, free) =>
    free.flatMap(({ start, end }) => {
      const part = text.slice(start, end);
      return maybeEvents.test(part) ? claimRuns({ text: part, offset: start }, holdsEvents, true) : [];
    }),
  read: (segment) => readRuns(layerOf(segment), 'audit-log', holdsEvents),
};
