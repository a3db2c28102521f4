// `verify`: reads the cluster-info, gets the token from a file or the terminal, prints what kubeadm would find.

import { newestMinor, parseVersion } from '../core/index.ts';
import type { VerifyInput } from '../core/verify/index.ts';
import { askSecretly } from './ask-secretly.ts';
import type { VerifyLine } from './command-line.ts';
import { printVerification, type VerificationStyle } from './print-verification.ts';
import { readText } from './read-text.ts';
import { verifyFrame } from './verify-words.ts';
import { messages } from './words.ts';

type Style = Pick<VerificationStyle, 'paint' | 'width'>;

/** 0: nothing stops the join; 1: it stops, or there is no cluster-info; 2: a file could not be read. */
export async function verifyFile(line: VerifyLine, style: Style): Promise<0 | 1 | 2> {
  const input = await readInput(line);
  if (!input) return 2;
  // Loaded only here: reading certificates takes a library that the other commands do without.
  const { chooseDigests, verifyClusterInfo } = await import('../core/verify/index.ts');
  const { locale, file, format } = line;
  const verification = await verifyClusterInfo(input, {
    minor: parseVersion(line.kubernetesVersion ?? '')?.minor ?? newestMinor,
    now: Date.now(),
    digests: chooseDigests(globalThis.crypto.subtle),
  });
  process.stdout.write(
    format === 'json'
      ? `${JSON.stringify({ file, verification })}\n`
      : await printVerification(file, verification, { locale, ...style }),
  );
  const isMissing = verification.certificates.length === 0 && !verification.clusterInfo;
  return isMissing || verification.checks.some(({ verdict }) => verdict === 'stops') ? 1 : 0;
}

/** A token file may hold the whole join command. Undefined if a file could not be read. */
async function readInput(line: VerifyLine): Promise<VerifyInput | undefined> {
  const { locale, pins, tokenFile } = line;
  const text = readOrSay(line.file, line);
  if (text === undefined) return undefined;
  if (tokenFile === '') {
    const token = mayAsk(line, text) ? await askSecretly(verifyFrame[locale].askToken) : '';
    return { text, token, pins };
  }
  const written = readOrSay(tokenFile, line);
  if (written === undefined) return undefined;
  return /kubeadm\s+join/.test(written)
    ? { text: `${text}\n\n${written}\n`, pins }
    : { text, token: written.trim(), pins };
}

/** Where somebody sits at a terminal, and the text does not name a token itself. */
function mayAsk({ file, format }: VerifyLine, text: string): boolean {
  if (format === 'json' || file === '-' || process.stdin.isTTY !== true || process.stderr.isTTY !== true) return false;
  return !/kubeadm\s+join|kind:\s*JoinConfiguration/.test(text);
}

function readOrSay(file: string, { locale }: VerifyLine): string | undefined {
  const read = readText(file);
  if (!('problem' in read)) return read.text;
  process.stderr.write(`who-goes-there: ${messages[locale].unreadable(read.problem, file)}\n`);
  return undefined;
}
