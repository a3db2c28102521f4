// Lines of syslog and of the journal (`journalctl -u …`, rsyslog, Papertrail): time, host and program before the event.
// Spec: RFC 3164 and RFC 5424; journalctl writes the first form. A pretty-printed event may begin in the next line: that is an
// audit log like any other. Lost: the prefix.

import { prefixFormat } from './wrapping.ts';

export const syslog = prefixFormat({
  name: 'syslog',
  label: { en: 'audit log behind syslog or journal prefixes', ja: '監査ログ(syslogやjournalの行)' },
  sign: /(?:^|[\n\ufeff])(?:<\d{1,3}>)?(?:1 )?(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S+) \S+ \S[^{\n]*\{/,
  before:
    /^(?:<\d{1,3}>)?(?:(?:1 )?\d{4}-\d\d-\d\dT\S+ (?!std(?:out|err) )\S+ \S+ \S+ \S+ |(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S+) (?!std(?:out|err) )\S+ [^\s:[\]]+(?:\[\d+\])?: ).*$/,
});
