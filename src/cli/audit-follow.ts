// `audit --follow`: goes on reading the last file as it grows, and prints each new kind of request as it appears.
// Ends at Ctrl+C; then the summary follows.

import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AuditReader, EventGroup, Locale } from '../core/logs/index.ts';
import { printable } from '../print/columns.ts';
import { auditWords } from './audit-words.ts';

const pause = 500;

export interface FollowedFile {
  readonly file: string;
  /** What was read of it already. */
  readonly at: number;
}

/** Answers the name once for every file of this name that came later: a rotated log begins again. Ends the last of them. */
export async function followFile(from: FollowedFile, reader: AuditReader, locale: Locale): Promise<readonly string[]> {
  const { file } = from;
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
  const buffer = new Uint8Array(1 << 18);
  const later: string[] = [];
  let descriptor = openSync(file, 'r');
  let at = from.at;
  const readOn = (): void => {
    for (let length; (length = readSync(descriptor, buffer, 0, buffer.length, at)) > 0; at += length)
      reader.push(buffer.subarray(0, length));
    reader.settle();
  };
  reader.settle();
  const tell = tellNewGroups(reader);
  process.stderr.write(`${auditWords[locale].following}\n`);
  while (!stop.signal.aborted) {
    readOn();
    tell();
    await sleep(pause, undefined, { signal: stop.signal }).catch(() => undefined);
    if (!isReplaced(file, descriptor, at)) continue;
    // What was written before the log was rotated.
    readOn();
    closeSync(descriptor);
    descriptor = openSync(file, 'r');
    at = 0;
    reader.endFile();
    reader.beginFile();
    later.push(file);
  }
  readOn();
  closeSync(descriptor);
  reader.endFile();
  return later;
}

/** Prints each group that was not there before. */
function tellNewGroups(reader: AuditReader): () => void {
  const keyOf = ({ place }: EventGroup): string => `${place.file} ${place.offset}`;
  const told = new Set(reader.summary().groups.map(keyOf));
  let events = reader.events;
  return () => {
    if (reader.events === events) return;
    events = reader.events;
    for (const group of reader.summary().groups) {
      if (told.has(keyOf(group))) continue;
      told.add(keyOf(group));
      process.stderr.write(`${lineOf(group)}\n`);
    }
  };
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
