// What real kubeadm said to hundreds of files, held against the verdict: exit codes, whole error texts, and Go's reading of YAML.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readGoYaml } from '../../src/core/source/go-yaml.ts';
import { judgeKubeadmFile } from '../../src/core/kubernetes/kubeadm/judge.ts';
import type { KubeadmCommand } from '../../src/core/index.ts';

const shared = new URL('../../../shared/', import.meta.url);
const isThere = existsSync(shared);
const reasonToSkip = isThere ? '' : ' (recorded runs, shared/, are not beside this project)';

const rowsOf = <Row>(file: string): readonly Row[] =>
  readFileSync(new URL(file, shared), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

interface Run {
  readonly kubeadm: '1.20.2' | '1.28.4';
  readonly command: KubeadmCommand;
  readonly text: string;
  readonly exitCode: number;
  readonly error: string | null;
}

/** Why an answer differs, by what kubeadm said. */
const causes: readonly (readonly [cause: string, says: RegExp])[] = [
  [
    'old JSON reader: which field a random map order meets first, and its excerpt',
    /ReadString|error found in #\d+ byte|readUint|ReadMap|bigger context/,
  ],
  ['js-yaml takes a tab that Go refuses', /tab character|cannot start any token/],
  ['strict texts of a duplicate key before the validation', /already set in map/],
  ['text behind a separator that 1.20 does not take as one', /^$|kind and apiVersion is mandatory|TypeMeta/],
  ['a value that depends on the machine, or the order of several faults', /Invalid value|doesn't match patterns/],
];

function answerTo({ kubeadm, command, text }: Run): { exitCode: number; error: string } {
  const minor = kubeadm === '1.20.2' ? 20 : 28;
  const judged = judgeKubeadmFile({ text, offset: 0 }, { minor, kubernetesVersion: kubeadm, command });
  return { exitCode: judged?.verdict.exitCode ?? 0, error: judged?.verdict.error ?? '' };
}

describe.skipIf(!isThere)(`the recorded runs of kubeadm${reasonToSkip}`, () => {
  it('agree in exit code and in the whole text of the error', () => {
    const runs = rowsOf<Run>('evidence/kubeadm-mutations.jsonl');
    const answers = runs.map((run) => ({ run, answer: answerTo(run) }));
    const sameCode = answers.filter(({ run, answer }) => run.exitCode === answer.exitCode).length;
    const misses = answers.filter(({ run, answer }) => (run.error ?? '').trim() !== answer.error.trim());
    const byCause = causes.map(([cause, says]) => ({
      cause,
      count: misses.filter(({ run }) => causeOf(run.error ?? '') === says).length,
    }));
    const sameText = runs.length - misses.length;
    process.stdout.write(`kubeadm: ${sameCode}/${runs.length} exit codes, ${sameText}/${runs.length} texts agree\n`);
    for (const { cause, count } of byCause) process.stdout.write(`  ${count} differ: ${cause}\n`);
    expect(sameCode / runs.length).toBeGreaterThanOrEqual(0.97);
    expect(sameText / runs.length).toBeGreaterThanOrEqual(0.9);
    expect(misses.filter(({ run }) => causeOf(run.error ?? '') === undefined).map(({ run }) => run.error)).toEqual([]);
  });

  it('agree in how Go reads small YAML texts', () => {
    interface Reading {
      readonly text: string;
      readonly json?: string;
      readonly error?: string;
    }
    const readings = rowsOf<Reading>('facts/go-yaml.jsonl');
    const misses = readings.filter(({ text, json, error }) => {
      const read = readGoYaml(text);
      if (error !== undefined) return read.error?.text !== error.replace('error converting YAML to JSON: ', '');
      return read.error !== undefined || sorted(read.value) !== sorted(JSON.parse(json ?? 'null'));
    });
    process.stdout.write(`go-yaml: ${readings.length - misses.length}/${readings.length} texts agree\n`);
    expect(misses.map(({ text }) => text).sort()).toEqual([...knownYamlMisses].sort());
  });
});

/** Other people's files as the real programs took them; `config images list` and edited copies are other questions. */
const commandOf: Readonly<Record<string, KubeadmCommand>> = {
  'config migrate': 'config migrate',
  'config validate': 'config validate',
  'init phase control-plane apiserver': 'init',
  'join phase control-plane-prepare download-certs': 'join',
};

describe.skipIf(!isThere)(`real kubeadm on other people’s files${reasonToSkip}`, () => {
  interface Said {
    readonly file: string;
    readonly command: string;
    readonly exitCode: number;
    readonly error: string | null;
  }
  it.each(['1.20.2', '1.28.4'] as const)('%s says what the verdict says', (kubeadm) => {
    const minor = kubeadm === '1.20.2' ? 20 : 28;
    const said = rowsOf<Said>(`samples/kubeadm/real-kubeadm-${kubeadm}.jsonl`).filter(
      ({ command }) => commandOf[command],
    );
    const judged = said.map((row) => {
      const text = readFileSync(new URL(`samples/kubeadm/configs/${row.file}`, shared), 'utf8');
      const command = commandOf[row.command] ?? 'init';
      return { row, judgement: judgeKubeadmFile({ text, offset: 0 }, { minor, kubernetesVersion: kubeadm, command }) };
    });
    // Files of Cluster API, kind and templates hold no kubeadm document: no verdict is given, and the files are named as what they are.
    const own = judged.filter(({ judgement }) => judgement !== undefined);
    const misses = own.filter(
      ({ row, judgement }) =>
        row.exitCode !== judgement?.verdict.exitCode ||
        (row.error ?? '').trim() !== (judgement.verdict.error ?? '').trim(),
    );
    process.stdout.write(
      `kubeadm ${kubeadm} on other people’s files: ${own.length - misses.length}/${own.length} agree, ${judged.length - own.length} are not for kubeadm\n`,
    );
    expect(misses.map(({ row }) => `${row.command} ${row.file}`)).toEqual(knownFileMisses[kubeadm]);
  });
});

/** Each with its reason. */
const knownFileMisses: Readonly<Record<'1.20.2' | '1.28.4', readonly string[]>> = {
  '1.20.2': [
    // before 1.30 the documents are read in random order: another one of the two refused kinds was met first
    'config migrate ousiax+kube-addons__kubeadm-config.yml',
  ],
  '1.28.4': [],
};

const causeOf = (error: string): RegExp | undefined => causes.find(([, says]) => says.test(error))?.[1];

/** Texts that js-yaml and Go read differently, each with its reason. */
const knownYamlMisses: readonly string[] = [
  'a: [::1]\n', // Go takes the colons for a key; js-yaml for a text
  'a: !x\n', // a local tag on a plain scalar makes it a text, even an empty one
  'a: \u2028x\n', // a line break for Go
  "a: 'x'#c\n", // Go needs no blank before this comment
];

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
