// Lines in which a health check tells that it was answered 401: events and logs of the kubelet, HAProxy's log. Copied from
// `kubectl describe pod`, `kubectl get events`, journalctl. Writers: pkg/probe/http of the kubelet, HAProxy's `option httpchk`.

import { toldLines } from './told-lines.ts';

/** The first group is the probe's name; HAProxy has none. */
const messages: readonly RegExp[] = [
  /\b(Startup|Liveness|Readiness) probe failed: HTTP probe failed with statuscode: 401\b/,
  /\bprobeType="(Startup|Liveness|Readiness)".{0,2000}HTTP probe failed with statuscode: 401\b/,
  /\b(Startup|Liveness|Readiness) probe for ".{0,500}HTTP probe failed with statuscode: 401\b/,
  /\bLayer7 wrong status, code: 401\b()/,
];

export const healthCheckMessage = toldLines({
  name: 'health-check-message',
  label: { en: 'messages of health checks', ja: 'ヘルスチェックのメッセージ' },
  kind: 'health check message',
  sign: /: 401\b/,
  tell(line) {
    if (!line.includes(': 401')) return undefined;
    const probe = messages.map((message) => message.exec(line)?.[1]).find((name) => name !== undefined);
    return probe === undefined ? undefined : { probe: probe.toLowerCase() };
  },
});
