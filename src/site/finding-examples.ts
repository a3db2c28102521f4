// A finding's examples as its page shows them, and its message as the first of them gets it.

import { explain, inspect, type Example, type FindingKind, type Locale } from '../core/index.ts';

/** Without the marks around the places, and as long as it is really. */
export function plainText({ text, repeat = 1 }: Example): string {
  return text.replaceAll('«', '').replaceAll('»', '').repeat(repeat);
}

/** What the bench says about the first example that fires. */
export function messageOf(kind: FindingKind, locale: Locale): string {
  const [example] = kind.fires;
  const { kubernetesVersion } = example;
  const report = inspect(plainText(example), kubernetesVersion === undefined ? {} : { kubernetesVersion });
  const finding = report.findings.find(({ code }) => code === kind.code);
  if (!finding) throw new Error(`${kind.code} does not fire on its first example`);
  return explain(finding, locale).message;
}
