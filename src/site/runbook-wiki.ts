// A runbook as blocks for somebody else's wiki: the same data as the page, without its frame.

import { formatVersions, type Locale } from '../core/index.ts';
import { runbookWords } from '../i18n/runbooks.ts';
import { words } from '../i18n/ui.ts';
import type { Runbook } from './runbook-schema.ts';
import type { Block } from './wiki-text.ts';

/** What stands below the front matter, in both forms; empty texts if there is nothing. */
interface Body {
  readonly markdown: string;
  readonly markup: string;
}

const withVersions = (versions: string, text: string): string => (versions === '' ? text : `(${versions}) ${text}`);
const code = (text: string | undefined): readonly Block[] => (text === undefined ? [] : [{ code: text }]);

function fixBlocks(runbook: Runbook, costWord: string): readonly Block[] {
  return runbook.fix.flatMap((fix, index): readonly Block[] => [
    { text: `${index + 1}. ${withVersions(formatVersions(fix), fix.do)}` },
    ...code(fix.code),
    { text: `${costWord}: ${fix.cost}` },
  ]);
}

function sourceItems(runbook: Runbook, locale: Locale): readonly string[] {
  const { confidence } = words[locale].finding;
  return runbook.see.map((one) => {
    const versions = formatVersions(one);
    return `${one.source} (${[versions, confidence[one.confidence]].filter((part) => part !== '').join(', ')})`;
  });
}

/** `address` is where the page stands; the page itself puts its full address there when it is copied. */
export function wikiBlocks(runbook: Runbook, locale: Locale, body: Body, address: string): readonly Block[] {
  const text = runbookWords[locale];
  const { versions, allVersions, confidence, standing } = words[locale].finding;
  const section = (name: keyof typeof text.section): Block => ({ heading: text.section[name], level: 2 });
  return [
    { heading: runbook.title, level: 1 },
    { quote: runbook.answer },
    section('symptom'),
    ...runbook.symptom.flatMap((one): readonly Block[] => [
      { text: withVersions(formatVersions(one), one.in) },
      { code: one.text },
    ]),
    section('check'),
    { code: runbook.check.command },
    { head: [text.see, text.means], rows: runbook.check.reads.map(({ see, means }) => [see, means]) },
    section('cause'),
    { text: runbook.cause.text },
    { code: runbook.cause.line },
    section('fix'),
    ...fixBlocks(runbook, text.cost),
    section('verify'),
    { code: runbook.verify.command },
    { text: `${text.expect} ${runbook.verify.expect}` },
    section('undo'),
    { text: runbook.undo.do },
    ...code(runbook.undo.code),
    section('versions'),
    {
      head: [versions, text.what, standing],
      rows: runbook.versions.map((row) => [formatVersions(row) || allVersions, row.is, confidence[row.standing]]),
    },
    ...(body.markdown === '' ? [] : [body]),
    { heading: words[locale].finding.source, level: 2 },
    { items: sourceItems(runbook, locale) },
    { text: `${text.origin}: ${address}` },
  ];
}
