// RFC 3339 times with the six fraction digits that audit events carry; JavaScript's Date would drop three of them.

/** Microseconds since 1970; undefined for anything that is no full RFC 3339 time. */
export function parseMicroseconds(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/.exec(text);
  if (!match) return undefined;
  const [, seconds = '', fraction = '', zone = ''] = match;
  const milliseconds = Date.parse(seconds.replace(/[t ]/, 'T') + zone.toUpperCase());
  if (Number.isNaN(milliseconds)) return undefined;
  return milliseconds * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
