// `audit`: reads audit logs of any size and prints what is in them. Loads the logs' part of the core alone, so that it starts at once.

import { AuditReader, type AuditSummary } from '../core/logs/index.ts';
import { readAuditCommandLine, type AuditLine } from './audit-command-line.ts';
import { followFile, type FollowedFile } from './audit-follow.ts';
import { auditHelp } from './audit-help.ts';
import { printAuditCsv, printAuditJson, printAuditMarkdown } from './audit-exports.ts';
import { orderRotated } from './audit-order.ts';
import { printAuditText } from './audit-print.ts';
import { showProgress } from './audit-progress.ts';
import { nodePlatform, readLogFile } from './audit-read.ts';
import { auditWords } from './audit-words.ts';
import { colours, plain } from '../print/paint.ts';
import { problemOf } from './read-text.ts';
import { messages } from './words.ts';

// A reader like `head` may leave early; what it did not want is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2));

/** 0: everything was read; 1: no event, or lines that are broken; 2: wrong usage, or a file that could not be read. */
async function run(args: readonly string[]): Promise<0 | 1 | 2> {
  const line = readAuditCommandLine(args, process.env);
  if ('help' in line) {
    process.stdout.write(auditHelp[line.help]);
    return 0;
  }
  if ('problem' in line) {
    process.stderr.write(`who-goes-there: ${line.problem}\n${messages[line.locale].seeHelp}\n`);
    return 2;
  }
  const files = orderRotated(line.files);
  const reader = new AuditReader(nodePlatform, { everyLine: line.everyLine });
  const { failed, open } = await readAll(files, reader, line);
  const rotated = open ? await followFile(open, reader, line.locale) : [];
  const summary = reader.summary();
  write(print(summary, [...files, ...rotated], line));
  if (failed) return 2;
  const { broken, 'too-long': tooLong } = summary.unread.counts;
  return summary.events === 0 || broken + tooLong > 0 ? 1 : 0;
}

interface AllRead {
  /** Whether a file could not be read; the others count all the same. */
  readonly failed: boolean;
  /** The last file if it is to be followed: it was not ended, and goes on behind so many bytes. */
  readonly open: FollowedFile | undefined;
}

async function readAll(files: readonly string[], reader: AuditReader, line: AuditLine): Promise<AllRead> {
  const progress = showProgress(files, line.locale);
  let failed = false;
  let open: FollowedFile | undefined;
  for (const [index, file] of files.entries()) {
    reader.beginFile();
    let at = 0;
    try {
      const isPlain = await readLogFile(file, (chunk, bytes) => {
        reader.push(chunk);
        progress.add(bytes);
        at += bytes;
      });
      if (line.follow && index === files.length - 1) {
        if (isPlain) open = { file, at };
        else process.stderr.write(`who-goes-there: ${auditWords[line.locale].notFollowed(file)}\n`);
      }
    } catch (error) {
      progress.clear();
      process.stderr.write(`who-goes-there: ${messages[line.locale].unreadable(problemOf(error), file)}\n`);
      failed = true;
    }
    if (!open) reader.endFile();
  }
  progress.clear();
  return { failed, open };
}

/** In pieces of some size. */
function write(parts: Iterable<string>): void {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < 1 << 16) continue;
    process.stdout.write(piece);
    piece = '';
  }
  process.stdout.write(piece);
}

function print(summary: AuditSummary, files: readonly string[], { format, locale }: AuditLine): Iterable<string> {
  switch (format) {
    case 'json':
      return printAuditJson(summary, files);
    case 'csv':
      return [printAuditCsv(summary, files)];
    case 'markdown':
      return [printAuditMarkdown(summary, files, locale)];
    case 'text': {
      const terminal = process.stdout.isTTY === true;
      const coloured = terminal && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
      return [printAuditText(summary, files, { locale, paint: coloured ? colours : plain })];
    }
  }
}
