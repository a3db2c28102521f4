// `audit --follow`: goes on reading the last file as it grows, and prints each new kind of request as it appears.
// Ends at Ctrl+C; then the summary follows.

import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AuditReader, EventGroup, Locale } from '../core/logs/index.ts';
import { printable } from '../print/columns.ts';
import { auditWords } from './audit-words.ts';

const pause = 500;

export async function followFile(file: string, reader: AuditReader, locale: Locale): Promise<void> {
  if (file === '-') return;
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const buffer = new Uint8Array(1 << 20);
  const keyOf = ({ place }: EventGroup): string => `${place.file} ${place.offset}`;
  const told = new Set(reader.summary().groups.map(keyOf));
  process.stderr.write(`${auditWords[locale].following}\n`);
  let descriptor = openSync(file, 'r');
  let at = fstatSync(descriptor).size;
  reader.beginFile();
  while (!stop.signal.aborted) {
    const length = readSync(descriptor, buffer, 0, buffer.length, at);
    if (length > 0) {
      at += length;
      reader.push(buffer.subarray(0, length));
      continue;
    }
    for (const group of reader.summary().groups) {
      if (told.has(keyOf(group))) continue;
      told.add(keyOf(group));
      process.stderr.write(`${lineOf(group)}\n`);
    }
    await sleep(pause, undefined, { signal: stop.signal }).catch(() => undefined);
    if (isReplaced(file, descriptor, at)) {
      closeSync(descriptor);
      descriptor = openSync(file, 'r');
      at = 0;
      reader.endFile();
      reader.beginFile();
    }
  }
  closeSync(descriptor);
  reader.endFile();
}

function lineOf({ first, identity, code, verb, path, source, agent }: EventGroup): string {
  return printable([first, identity, code || '-', verb, path, source, agent].join('  '));
}

/** A rotated log is a new file of the same name, or the same file made empty. */
function isReplaced(file: string, descriptor: number, at: number): boolean {
  try {
    const [now, then] = [statSync(file), fstatSync(descriptor)];
    return now.ino !== then.ino || now.size < at;
  } catch {
    return false;
  }
}
