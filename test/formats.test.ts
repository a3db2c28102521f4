// Every sample in samples/<format>/ gives the report beside it, and survives what happens to texts on their way into a paste.
// A new report is written by the first run and reviewed by a person; with CI=true a missing one is a failure.
// Its first line is a command; a reader may add options there (`--kubernetes-version 1.20 --command join`) and run again with -u.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../src/cli/command-line.ts';
import { formats, inspect, type InspectOptions, type Report } from '../src/core/index.ts';
import { reportLines } from './report-lines.ts';

const folder = new URL('samples/', import.meta.url).pathname;
const samples = globSync('*/*.{yaml,yml,conf,json,jsonl,log,txt}', { cwd: folder })
  .filter((path) => !path.endsWith('.report.txt'))
  .sort();

/** The command line that a report begins with, or the plainest one. */
function commandOf(path: string, reportFile: string): string {
  const plain = `$ who-goes-there explain ${basename(path)}`;
  if (!existsSync(reportFile)) return plain;
  return readFileSync(reportFile, 'utf8').split('\n')[0] ?? plain;
}

function optionsOf(command: string): InspectOptions {
  const args = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '').slice(2);
  const request = readCommandLine(args, {});
  if (request.does !== 'explain') throw new Error(`the report begins with a wrong command: ${command}`);
  return request.inspect;
}

const kindsOf = (report: Report): readonly string[] =>
  report.objects.map(({ format, kind, apiVersion }) => `${format} ${kind} ${apiVersion}`);

it('has samples of every format', () => {
  const folders = new Set(samples.map((path) => path.split('/')[0]));
  expect(formats.map((format) => format.name).filter((name) => !folders.has(name))).toEqual([]);
});

it('gives every report a sample', () => {
  const reports = globSync('*/*.report.txt', { cwd: folder });
  const names = new Set(samples.map((path) => path.replace(/\.\w+$/, '.report.txt')));
  expect(reports.filter((path) => !names.has(path))).toEqual([]);
});

describe.each(samples)('%s', (path) => {
  const text = readFileSync(folder + path, 'utf8');
  const reportFile = folder + path.replace(/\.\w+$/, '.report.txt');
  const command = commandOf(path, reportFile);
  const options = optionsOf(command);
  const report = inspect(text, options);
  const good = kindsOf(report);

  it('gives its report', async () => {
    await expect([command, ...reportLines(report), ''].join('\n')).toMatchFileSnapshot(reportFile);
  });

  it('reads the same with CRLF line ends', () => {
    expect(kindsOf(inspect(text.replace(/\r?\n/g, '\r\n'), options))).toEqual(good);
  });

  it('reads the same behind a byte order mark', () => {
    expect(kindsOf(inspect(`\ufeff${text}`, options))).toEqual(good);
  });

  it('keeps the good objects when it is cut off in its last line', () => {
    const body = text.trimEnd();
    const cut = body.slice(0, Math.floor((body.lastIndexOf('\n') + 1 + body.length) / 2));
    expect(kindsOf(inspect(cut, options)).slice(0, Math.max(0, good.length - 1))).toEqual(good.slice(0, -1));
  });
});
