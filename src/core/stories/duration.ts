// How long something took, in the unit in which one would say it.

import type { Locale } from '../locale.ts';

/** `1.6 ms`, `12.4 s`, `31 min`: a watch may last for half an hour. */
export function duration(milliseconds: number, locale: Locale): string {
  const short = (value: number): number => Number(value.toFixed(1));
  if (milliseconds < 10_000) return `${short(milliseconds)} ms`;
  if (milliseconds < 120_000) return `${short(milliseconds / 1000)}${locale === 'ja' ? '秒' : ' s'}`;
  return `${Math.round(milliseconds / 60_000)}${locale === 'ja' ? '分' : ' min'}`;
}
