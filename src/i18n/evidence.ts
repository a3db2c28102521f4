// The words around the evidence: its index, a version's matrix, and a scenario's settings and files.

import type { Localised } from '../core/index.ts';

type Setting = 'version' | 'anonymousAuth' | 'authorization' | 'policy' | 'programs';

interface EvidenceWords {
  readonly index: { readonly title: string; readonly description: string; readonly lead: string };
  readonly footer: string;
  readonly runs: (version: string) => string;
  readonly matrixLink: string;
  readonly download: string;
  readonly downloadText: (files: number, kilobytes: number) => string;
  readonly checksums: string;
  readonly checksumOfZip: string;
  readonly repeat: string;
  readonly matrix: {
    readonly title: (version: string) => string;
    readonly description: (version: string) => string;
    readonly lead: string;
    readonly scenarios: string;
    readonly results: string;
    readonly client: string;
    readonly passed: string;
    readonly failed: string;
    readonly seconds: (seconds: number) => string;
    readonly errors: string;
    readonly errorsText: string;
    readonly legend: string;
    readonly raw: string;
    readonly notRun: string;
  };
  readonly setting: Readonly<Record<Setting, string>>;
  readonly settings: string;
  readonly anonymousAuth: Readonly<Record<'true' | 'false' | 'absent' | 'several', string>>;
  readonly authorization: Readonly<Record<'Node,RBAC' | 'AlwaysAllow' | 'several' | 'none', string>>;
  readonly policy: Readonly<Record<'article' | 'rich' | 'several' | 'none', string>>;
  readonly programs: Readonly<Record<'processes' | 'kubelet' | 'starts' | 'kubeadm', string>>;
  readonly files: string;
  readonly filesText: string;
  readonly bytes: (bytes: number) => string;
  readonly cut: string;
  readonly raw: string;
  readonly firstLines: (shown: number, lines: number) => string;
  readonly empty: string;
  readonly usedBy: string;
  readonly chapters: string;
  readonly runbooks: string;
  readonly findings: string;
}

export const evidenceWords: Localised<EvidenceWords> = {
  en: {
    index: {
      title: 'Evidence',
      description:
        'The files of the real runs behind this guide, by Kubernetes version and scenario, to read and to download, with the commands to repeat them.',
      lead: 'What this guide says was tried on real programs first. Here is what they were given and what they wrote, by version and scenario. The files are as the programs left them; where one is cut, a line says so.',
    },
    footer: 'The files of our runs',
    runs: (version) => `Kubernetes ${version}`,
    matrixLink: 'All clients against all servers, as one table',
    download: 'Download',
    downloadText: (files, kilobytes) =>
      `All ${files} files in one zip (${kilobytes} KB), with a README and a SHA-256 checksum for each.`,
    checksums: 'Checksums alone',
    checksumOfZip: 'SHA-256 of the zip:',
    repeat: 'Repeat it',
    matrix: {
      title: (version) => `All runs of Kubernetes ${version}`,
      description: (version) =>
        `Every client against every server, as Kubernetes ${version} answered: exit code, HTTP statuses, seconds and error texts.`,
      lead: 'A row is a client, a column is a server with its value of `--anonymous-auth`. A cell says whether the command ended with 0, the HTTP statuses that it saw, and how long it took; a number in brackets is the error text below.',
      scenarios: 'Scenarios',
      results: 'Results',
      client: 'Client',
      passed: 'ended with 0',
      failed: 'ended with an error',
      seconds: (seconds) => `${seconds} s`,
      errors: 'Error texts',
      errorsText: 'The last error line of each failed run, word for word.',
      legend: '○ exit code 0 · × any other exit code · – not run',
      raw: 'The same as JSON, with commands and whole error texts:',
      notRun: 'not run',
    },
    setting: {
      version: 'Kubernetes',
      anonymousAuth: '--anonymous-auth',
      authorization: '--authorization-mode',
      policy: 'Audit policy',
      programs: 'What ran',
    },
    settings: 'Settings',
    anonymousAuth: { true: '`true`', false: '`false`', absent: 'not given', several: 'many values, one start each' },
    authorization: {
      'Node,RBAC': '`Node,RBAC`',
      AlwaysAllow: '`AlwaysAllow`',
      several: 'several',
      none: 'no server was started',
    },
    policy: {
      article: 'only what `system:anonymous` does, nothing else',
      rich: '`Metadata` for everything, `RequestResponse` for ConfigMaps in `kube-public`',
      several: 'several',
      none: 'none',
    },
    programs: {
      processes: 'etcd, kube-apiserver and kube-controller-manager as plain processes, no kubelet',
      kubelet: 'a whole node: kubelet, containerd, the control plane as static Pods',
      starts: 'kube-apiserver, one process start for each case',
      kubeadm: 'kubeadm alone, no server',
    },
    files: 'Files',
    filesText:
      'Open a file to read it. Long ones show their first lines here; the link inside leads to the file itself.',
    bytes: (bytes) => `${bytes.toLocaleString('en')} bytes`,
    cut: 'cut',
    raw: 'the file itself',
    firstLines: (shown, lines) => `The first ${shown} of ${lines} lines.`,
    empty: 'The file is empty.',
    usedBy: 'What rests on it',
    chapters: 'Chapters',
    runbooks: 'Runbooks',
    findings: 'Findings',
  },
  ja: {
    index: {
      title: '実行記録',
      description:
        'このガイドの根拠となった実行の生ファイルを、Kubernetesのバージョンとシナリオごとに掲載しています。再現用のコマンドもあり、まとめてダウンロードできます。',
      lead: 'このガイドの説明は、本物のプログラムで試した結果に基づいています。ここでは、プログラムに渡したものと、プログラムが書き出したものを、バージョンとシナリオごとに掲載します。ファイルは書き出されたままの内容です。省略した箇所には、その旨の行を入れています。',
    },
    footer: '実行記録のファイル',
    runs: (version) => `Kubernetes ${version}`,
    matrixLink: 'すべてのクライアントとサーバーの組み合わせを1つの表で見る',
    download: 'ダウンロード',
    downloadText: (files, kilobytes) =>
      `全${files}ファイルをまとめたzip（${kilobytes} KB）です。READMEと、各ファイルのSHA-256チェックサムが入っています。`,
    checksums: 'チェックサムのみ',
    checksumOfZip: 'zipのSHA-256:',
    repeat: '再現する',
    matrix: {
      title: (version) => `Kubernetes ${version}の全実行結果`,
      description: (version) =>
        `すべてのクライアントとサーバーの組み合わせについて、Kubernetes ${version}の終了コード、HTTPステータス、秒数、エラーの文面をまとめています。`,
      lead: '行がクライアント、列がサーバーとその`--anonymous-auth`の値です。各欄には、コマンドが0で終わったか、受け取ったHTTPステータス、かかった時間を載せています。角かっこの番号は、下のエラー文面の番号です。',
      scenarios: 'シナリオ',
      results: '結果',
      client: 'クライアント',
      passed: '終了コード0',
      failed: 'エラーで終了',
      seconds: (seconds) => `${seconds}秒`,
      errors: 'エラーの文面',
      errorsText: '失敗した各実行の最後のエラー行です。出力のままの文面です。',
      legend: '○ 終了コード0 · × それ以外の終了コード · – 実行せず',
      raw: 'コマンドとエラー全文を含む同じ内容のJSON:',
      notRun: '実行せず',
    },
    setting: {
      version: 'Kubernetes',
      anonymousAuth: '--anonymous-auth',
      authorization: '--authorization-mode',
      policy: '監査ポリシー',
      programs: '動かしたもの',
    },
    settings: '設定',
    anonymousAuth: { true: '`true`', false: '`false`', absent: '指定なし', several: '多数の値を1つずつ起動して確認' },
    authorization: {
      'Node,RBAC': '`Node,RBAC`',
      AlwaysAllow: '`AlwaysAllow`',
      several: '複数',
      none: 'サーバーは起動していません',
    },
    policy: {
      article: '`system:anonymous`の操作だけを記録',
      rich: 'すべてを`Metadata`で、`kube-public`のConfigMapは`RequestResponse`で記録',
      several: '複数',
      none: 'なし',
    },
    programs: {
      processes: 'etcd、kube-apiserver、kube-controller-managerを通常のプロセスとして実行（kubeletなし）',
      kubelet: 'kubelet、containerd、静的Podのコントロールプレーンを備えたノード一式',
      starts: 'kube-apiserverを1件ごとに起動',
      kubeadm: 'kubeadmのみ（サーバーなし）',
    },
    files: 'ファイル',
    filesText: 'ファイル名を開くと内容を表示します。長いファイルは先頭だけを表示し、全体は中のリンクから開けます。',
    bytes: (bytes) => `${bytes.toLocaleString('en')}バイト`,
    cut: '一部省略',
    raw: 'ファイル本体',
    firstLines: (shown, lines) => `全${lines}行のうち、先頭の${shown}行です。`,
    empty: '空のファイルです。',
    usedBy: 'この記録に基づくページ',
    chapters: '章',
    runbooks: '手順書',
    findings: '検出事項',
  },
};
