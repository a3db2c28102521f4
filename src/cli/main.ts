// The command: reads the arguments and the files, explains each file, answers with an exit code.

import { readFileSync } from 'node:fs';
import { inspect, type Locale, type Report } from '../core/index.ts';
import { readCommandLine, type CommandLine } from './command-line.ts';
import { help } from './help.ts';
import { colours, plain, type Paint } from '../print/paint.ts';
import { printMarkdown } from '../print/print-markdown.ts';
import { printSarif } from './print-sarif.ts';
import { printText } from '../print/print-text.ts';
import { printJoin } from './print-join.ts';
import { printMigration } from './print-migration.ts';
import { readText } from './read-text.ts';
import type { Explained } from '../print/sections.ts';
import { verifyFile } from './verify-file.ts';
import { messages } from './words.ts';

/** 0: nothing worse than a note, a file written, a join that nothing stops; 1: findings, nothing to write, a join that stops; 2: wrong usage, or a file that could not be read. */
type ExitCode = 0 | 1 | 2;

interface Package {
  readonly version: string;
  readonly homepage?: string;
}

const packageFile = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Package;

// A reader like `head` may leave early; what it did not want is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<ExitCode> {
  const request = readCommandLine(args, process.env);
  switch (request.does) {
    case 'explain':
      return explainFiles(request);
    case 'migrate':
      return migrateFile(request.file, request.locale);
    case 'verify':
      return verifyFile(request, { paint: paint(), width: terminalWidth() });
    case 'help':
      process.stdout.write(help[request.locale]);
      return 0;
    case 'version':
      process.stdout.write(`who-goes-there ${packageFile.version}\n`);
      return 0;
    case 'refuse':
      process.stderr.write(`who-goes-there: ${request.problem}\n${messages[request.locale].seeHelp}\n`);
      return 2;
  }
}

function explainFiles(line: CommandLine): ExitCode {
  let worst: ExitCode = 0;
  const together: Explained[] = [];
  line.files.forEach((file, index) => {
    const read = readText(file);
    if ('problem' in read) {
      process.stderr.write(`who-goes-there: ${messages[line.locale].unreadable(read.problem, file)}\n`);
      worst = 2;
      return;
    }
    const report = inspect(read.text, line.inspect);
    const before = index > 0 && line.format !== 'json' ? '\n' : '';
    if (line.format === 'sarif') together.push({ file, text: read.text, report });
    else process.stdout.write(before + print(file, read.text, report, line));
    if (worst === 0 && report.findings.some((finding) => finding.severity !== 'note')) worst = 1;
  });
  if (line.format === 'sarif')
    process.stdout.write(
      printSarif(together, { locale: line.locale, site: siteOf(line), version: packageFile.version }),
    );
  return worst;
}

/** The new file alone goes to standard output; everything about it to standard error. */
function migrateFile(file: string, locale: Locale): ExitCode {
  const read = readText(file);
  if ('problem' in read) {
    process.stderr.write(`who-goes-there: ${messages[locale].unreadable(read.problem, file)}\n`);
    return 2;
  }
  const { output, remarks, exitCode } = printMigration(file, read.text, locale);
  process.stderr.write(remarks);
  process.stdout.write(output);
  return exitCode;
}

function siteOf(line: CommandLine): string {
  return line.site || packageFile.homepage || '';
}

function print(file: string, text: string, report: Report, line: CommandLine): string {
  if (line.format === 'json') return `${JSON.stringify({ file, report })}\n`;
  const site = siteOf(line);
  if (line.format === 'markdown') return printMarkdown({ file, text, report }, { locale: line.locale, site });
  const style = { locale: line.locale, site, width: terminalWidth(), paint: paint() };
  return printText({ file, text, report }, style) + printJoin(text, report.version.minor, style);
}

function paint(): Paint {
  const coloured = process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return coloured ? colours : plain;
}

function terminalWidth(): number {
  return process.stdout.isTTY === true ? Math.min(process.stdout.columns || 80, 100) : Infinity;
}
