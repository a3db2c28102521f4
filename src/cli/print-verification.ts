// A verification for a terminal: each join step by step, then signatures and certificates.

import type { Locale } from '../core/index.ts';
import type { Check, PinnedCertificate, Verification, VerifyWords } from '../core/verify/index.ts';
import { padTo, printable, widthOf, wrap } from '../print/columns.ts';
import type { Paint } from '../print/paint.ts';
import { verifyFrame } from './verify-words.ts';

export interface VerificationStyle {
  readonly locale: Locale;
  /** Columns to fill; Infinity leaves every paragraph on one line. */
  readonly width: number;
  readonly paint: Paint;
}

type Door = Pick<typeof import('../core/verify/index.ts'), 'tellKey' | 'tellStep' | 'verifyWords'>;

interface Printer extends VerificationStyle {
  readonly door: Door;
  readonly words: VerifyWords;
  readonly version: string;
}

/** Ends with a line end; blocks are separated by an empty line. */
export async function printVerification(file: string, raw: Verification, style: VerificationStyle): Promise<string> {
  const verification = withoutControls(raw);
  const door = await import('../core/verify/index.ts');
  const version = `1.${verification.minor}`;
  const printer: Printer = { ...style, door, words: door.verifyWords[style.locale], version };
  const blocks = [
    head(file, verification, printer),
    ...verification.checks.map((check) => checkBlock(check, printer)),
    ...signatureBlock(verification, printer),
    ...certificateBlock(verification.certificates, printer),
  ];
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** What was pasted may hold escape sequences; the colours are ours. */
function withoutControls(verification: Verification): Verification {
  const text = JSON.stringify(verification);
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  ) as Verification;
}

function head(file: string, { clusterInfo, problems }: Verification, { locale, paint, words, version }: Printer) {
  const frame = verifyFrame[locale];
  return [
    paint.strong(printable(file)),
    ...(clusterInfo ? [`  ${words.clusterInfoFrom[clusterInfo.from]}: ${frame.server(clusterInfo.server)}`] : []),
    `  ${frame.version(version)}`,
    ...problems.map((problem) => `  ${paint.warning(plainText(words.problems[problem]))}`),
  ];
}

function checkBlock(check: Check, printer: Printer): readonly string[] {
  const { locale, paint, words, door, version } = printer;
  const name = [words.from[check.from], check.tokenID, check.endpoint].filter((part) => part !== '').join(', ');
  const width = Math.max(...check.steps.map(({ state }) => widthOf(words.states[state])));
  const styles = {
    passes: paint.note,
    stops: paint.error,
    open: paint.warning,
    server: paint.faint,
    'left out': paint.faint,
  };
  const steps = check.steps.flatMap(({ name: step, state, says, args, reached }) => [
    `  ${styles[state](padTo(words.states[state], width))}  ${words.steps[step]}`,
    ...prose(door.tellStep({ says, args }, locale), printer, ' '.repeat(width + 4)),
    ...(reached ? [] : prose(words.notReached, printer, ' '.repeat(width + 4))),
  ]);
  const remarks = [
    ...(check.unrelated ? [words.unrelated] : []),
    ...(check.verdict === 'passes' ? [words.tokenLife] : []),
    ...(check.cleaned ? [words.cleaned] : []),
    ...(check.otherServer === '' ? [] : [words.otherServer(check.otherServer)]),
  ];
  return [
    paint.strong(name),
    ...steps,
    `  ${paint.strong(words.verdict[check.verdict](version))}`,
    ...(check.text ? textLines(check.text, printer) : []),
    ...remarks.flatMap((remark) => prose(remark, printer, '  ')),
  ];
}

function textLines(
  { line, verbose, when, confidence }: NonNullable<Check['text']>,
  printer: Printer,
): readonly string[] {
  const { words } = printer;
  return [
    `  ${words.prints[when]} (${words.sureness[confidence]})`,
    `  | ${line}`,
    ...(verbose === undefined ? [] : [`  ${words.verbose}`, `  | ${verbose}`]),
  ];
}

function signatureBlock(
  { clusterInfo }: Verification,
  { locale, paint, words }: Printer,
): readonly (readonly string[])[] {
  if (!clusterInfo || clusterInfo.signatures.length === 0) return [];
  const lines = clusterInfo.signatures.map(
    ({ id, state }) => `  jws-kubeconfig-${id}  ${words.signatureStates[state]}`,
  );
  return [[paint.strong(verifyFrame[locale].signatures), ...lines]];
}

function certificateBlock(
  certificates: readonly PinnedCertificate[],
  { locale, paint, words, door }: Printer,
): readonly (readonly string[])[] {
  if (certificates.length === 0) return [];
  const labels = words.certificate;
  const width = Math.max(...Object.values(labels).map(widthOf));
  const row = (name: keyof typeof labels, value: string): string => `  ${padTo(labels[name], width)}  ${value}`;
  const cards = certificates.map((certificate) => [
    row('pin', certificate.pin),
    row('subject', certificate.subject),
    row('issuer', certificate.issuer),
    row('notBefore', certificate.notBefore),
    row('notAfter', `${certificate.notAfter} (${words.validity[certificate.validity]})`),
    row('key', door.tellKey(certificate.key, locale)),
    row('use', words.isCA[certificate.isCA ? 'yes' : 'no']),
  ]);
  const [first = [], ...others] = cards;
  return [[paint.strong(verifyFrame[locale].certificates), ...first], ...others];
}

function prose(text: string, { width, paint }: Printer, indent: string): readonly string[] {
  return wrap(plainText(text), width - indent.length).map((line) => indent + paint.faint(line));
}

function plainText(text: string): string {
  return text.replaceAll('`', '');
}
