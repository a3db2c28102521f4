// Findings as SARIF 2.1.0 (OASIS): one log for all files, for code scanning and editors.

import {
  explain,
  findingKinds,
  findingPage,
  type Edit,
  type Finding,
  type FindingKind,
  type Locale,
  type Range,
  type Severity,
} from '../core/index.ts';
import { linkTo, type Explained } from '../print/sections.ts';

export interface SarifStyle {
  readonly locale: Locale;
  readonly site: string;
  /** Of this command. */
  readonly version: string;
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  note: 'note',
};

/**
 * One log with one run: a rule for each finding that fired, in order of code, and a result for each place. Columns count
 * UTF-16 units. Texts are in the reader's language; the pasted text itself is not part of the log.
 */
export function printSarif(files: readonly Explained[], style: SarifStyle): string {
  const fired = new Set(files.flatMap(({ report }) => report.findings.map(({ code }) => code)));
  const rules = findingKinds.filter(({ code }) => fired.has(code));
  const ruleIndex = new Map(rules.map(({ code }, index) => [code as string, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driverOf(rules, style) },
        language: style.locale,
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, report }) =>
          report.findings.map((finding) => resultOf(finding, uriOf(file), ruleIndex.get(finding.code) ?? -1, style)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function driverOf(rules: readonly FindingKind[], { locale, site, version }: SarifStyle): object {
  return {
    name: 'who-goes-there',
    version,
    ...absolute('informationUri', site),
    rules: rules.map(({ code, slug, severity, text }) => ({
      id: code,
      name: slug.replace(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase()),
      shortDescription: { text: plain(text[locale].title) },
      fullDescription: { text: plain(text[locale].why), markdown: text[locale].why },
      ...helpOf(text[locale].fix.map((fix) => `- ${fix.do} (${fix.cost})`).join('\n')),
      defaultConfiguration: { level: levels[severity] },
      ...absolute('helpUri', linkTo(findingPage(code, locale), site)),
    })),
  };
}

function resultOf(finding: Finding, uri: string, ruleIndex: number, { locale }: SarifStyle): object {
  const { title, message, repair = '' } = explain(finding, locale);
  const artifactLocation = { uri };
  return {
    ruleId: finding.code,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: `${plain(title)}: ${plain(message)}`, markdown: `${title}: ${message}` },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding.range) } }],
    ...(finding.edits
      ? {
          fixes: [
            { description: { text: plain(repair) }, artifactChanges: [changeOf(artifactLocation, finding.edits)] },
          ],
        }
      : {}),
  };
}

function changeOf(artifactLocation: object, edits: readonly Edit[]): object {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    ...(newText === '' ? {} : { insertedContent: { text: newText } }),
  }));
  return { artifactLocation, replacements };
}

function regionOf({ start, end }: Range): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

const helpOf = (list: string): object => (list === '' ? {} : { help: { text: plain(list), markdown: list } });

/** SARIF wants absolute addresses here; without a site there is none. */
function absolute(name: string, address: string): object {
  return URL.canParse(address) ? { [name]: address } : {};
}

const plain = (text: string): string => text.replaceAll('`', '');

/** A path as a URI reference: relative as given, `stdin` for standard input. */
function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}
