// The command's own words in both languages; what is said about a cluster comes from the core.

import type { Localised } from '../core/index.ts';
import { largestFile, type ReadProblem } from './read-text.ts';

export interface Messages {
  readonly seeHelp: string;
  readonly noFiles: string;
  readonly oneFile: (verb: string) => string;
  readonly notFor: (verb: string, name: string) => string;
  readonly noTokenArgument: string;
  readonly oneStandardInput: string;
  readonly unknownVerb: (verb: string | undefined) => string;
  readonly unknownOption: (name: string) => string;
  readonly valueWanted: (name: string) => string;
  readonly noValueWanted: (name: string) => string;
  readonly wrongChoice: (name: string, value: string, allowed: readonly string[]) => string;
  readonly wrongVersion: (value: string) => string;
  readonly unreadable: (problem: ReadProblem, file: string) => string;
}

const megabytes = largestFile / 1_000_000;

/** What goes to standard error. */
export const messages: Localised<Messages> = {
  en: {
    seeHelp: 'See who-goes-there --help.',
    noFiles: 'name at least one file, or - for standard input.',
    oneFile: (verb) => `${verb} takes one file, or - for standard input.`,
    notFor: (verb, name) => `${verb} does not take ${name}.`,
    noTokenArgument:
      'a token is read from a file (--token-file) or asked for, never from an argument: others on this machine can read those.',
    oneStandardInput: 'only one of the two files can be standard input.',
    unknownVerb: (verb) =>
      verb === undefined
        ? 'say what to do: explain FILE…, migrate FILE, or verify CLUSTER-INFO'
        : `there is no command ${verb}.`,
    unknownOption: (name) => `there is no option ${name}.`,
    valueWanted: (name) => `${name} needs a value.`,
    noValueWanted: (name) => `${name} takes no value.`,
    wrongChoice: (name, value, allowed) => `${name} cannot be ${value}; choose one of: ${allowed.join(', ')}.`,
    wrongVersion: (value) => `${value} is not a Kubernetes version; write one like 1.20 or v1.20.2.`,
    unreadable: (problem, file) => {
      const reasons: Record<ReadProblem, string> = {
        missing: 'no such file.',
        directory: 'this is a directory; name a file.',
        forbidden: 'not allowed to read it.',
        'too-large': `larger than ${megabytes} MB, so nothing of it was read; cut out the part in question.`,
        broken: 'it could not be read.',
      };
      return `${file}: ${reasons[problem]}`;
    },
  },
  ja: {
    seeHelp: '使い方は who-goes-there --help で見られます。',
    noFiles: 'ファイルを1つ以上指定してください。標準入力は - です。',
    oneFile: (verb) => `${verb}に指定できるファイルは1つです。標準入力は - です。`,
    notFor: (verb, name) => `${verb}で${name}は使えません。`,
    noTokenArgument:
      'トークンは引数では受け取りません。引数は同じマシンの他の利用者にも見えるためです。ファイル(--token-file)か入力で渡してください。',
    oneStandardInput: '標準入力にできるのは、2つのファイルのどちらか一方だけです。',
    unknownVerb: (verb) =>
      verb === undefined
        ? '何をするか指定してください: explain FILE…、migrate FILE、verify CLUSTER-INFO'
        : `${verb}というコマンドはありません。`,
    unknownOption: (name) => `${name}というオプションはありません。`,
    valueWanted: (name) => `${name}には値が必要です。`,
    noValueWanted: (name) => `${name}に値は指定できません。`,
    wrongChoice: (name, value, allowed) =>
      `${name}に${value}は指定できません。次のいずれかを指定してください: ${allowed.join(', ')}`,
    wrongVersion: (value) => `${value}はKubernetesのバージョンではありません。1.20やv1.20.2のように書いてください。`,
    unreadable: (problem, file) => {
      const reasons: Record<ReadProblem, string> = {
        missing: 'ファイルがありません。',
        directory: 'ディレクトリです。ファイルを指定してください。',
        forbidden: '読み取る権限がありません。',
        'too-large': `${megabytes} MBを超えているため、まったく読み取っていません。必要な部分を切り出してください。`,
        broken: '読み取れませんでした。',
      };
      return `${file}: ${reasons[problem]}`;
    },
  },
};

export interface MigrationFrame {
  readonly lost: string;
  readonly nothingLost: string;
  readonly notes: string;
  readonly refused: string;
  readonly nothing: (file: string) => string;
}

/** What stands around a new file, on standard error. */
export const migrationFrame: Localised<MigrationFrame> = {
  en: {
    lost: 'Lost:',
    nothingLost: 'Lost: nothing but the order of the fields.',
    notes: 'Note:',
    refused: 'kubeadm config migrate would not write a new file:',
    nothing: (file) => `${file}: no kubeadm document of v1beta2 or v1beta3, nothing to migrate.`,
  },
  ja: {
    lost: '失われるもの:',
    nothingLost: '失われるもの: フィールドの順序だけです。',
    notes: '補足:',
    refused: 'kubeadm config migrateは新しいファイルを書き出しません:',
    nothing: (file) => `${file}: v1beta2またはv1beta3のkubeadmのドキュメントがなく、変換するものはありません。`,
  },
};
