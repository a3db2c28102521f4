// The words of the matrix of versions in both languages; what is said about a cell comes from the core.

import type { Localised, Verdict } from '../core/index.ts';

type Basis = 'run' | 'source' | 'inferred';

export interface VersionsWords {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly overview: string;
  readonly filter: string;
  readonly all: string;
  readonly filtered: (version: string) => string;
  readonly unfiltered: string;
  readonly noSuchVersion: (text: string) => string;
  readonly client: string;
  readonly versions: string;
  readonly result: string;
  readonly reason: string;
  readonly prints: string;
  readonly standing: string;
  readonly watch: string;
  readonly watchWhat: (client: string, version: string) => string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly basis: Readonly<Record<Basis, string>>;
  readonly basisText: Readonly<Record<Basis, string>>;
  readonly legend: string;
  readonly counted: (cells: number, counts: Readonly<Record<Basis, number>>) => string;
  readonly since: (version: string) => string;
  readonly notThere: string;
  readonly loadFailed: string;
}

const en: VersionsWords = {
  title: 'What works in which version',
  description:
    'kubeadm join, probes, load balancers, kubectl and OIDC discovery against ten settings of kube-apiserver, for Kubernetes 1.18 to 1.37: works or fails, why, and whether it was run for real.',
  lead: 'Every client against every setting of the API server, from Kubernetes 1.18 to 1.37. The tables are those that the lab runs on; each row leads there, and each has an address to link to.',
  overview: 'At a glance',
  filter: 'Show',
  all: 'all versions',
  filtered: (version) => `Only Kubernetes ${version} is shown.`,
  unfiltered: 'All versions are shown.',
  noSuchVersion: (text) => `The address asks for “${text}”, which is not on the list. All versions are shown.`,
  client: 'Who comes',
  versions: 'Versions',
  result: 'Result',
  reason: 'Why',
  prints: 'It prints',
  standing: 'How sure',
  watch: 'watch it',
  watchWhat: (client, version) => `watch it in the lab: ${client}, ${version}`,
  verdict: { works: 'works', fails: 'fails', degrades: 'degrades', unknown: 'not known' },
  basis: { run: 'run', source: 'read', inferred: 'inferred' },
  basisText: {
    run: 'run for real by us in that version',
    source: 'read in the source of that version',
    inferred: 'concluded from versions before and after it, or from the code around it',
  },
  legend: 'How to read it',
  counted: (cells, { run, source, inferred }) =>
    `${cells} cells, one for each client, setting and version: ${run} run for real, ${source} read in source, ${inferred} inferred.`,
  since: (version) => `From ${version} on.`,
  notThere: 'not in this version',
  loadFailed: 'The filter (assets/versions.….js) could not be loaded; all versions are shown.',
};

const ja: VersionsWords = {
  title: 'バージョンごとの動作',
  description:
    'kubeadm join、プローブ、ロードバランサー、kubectl、OIDCディスカバリーが、kube-apiserverの10通りの設定でどうなるか。Kubernetes 1.18から1.37までについて、成否と理由、実行して確かめたかどうかを示します。',
  lead: 'Kubernetes 1.18から1.37まで、すべてのクライアントとAPIサーバーの設定の組み合わせです。実験室と同じ表から作っています。各行から実験室へ移動でき、各行へ直接リンクすることもできます。',
  overview: '一覧',
  filter: '表示',
  all: 'すべてのバージョン',
  filtered: (version) => `Kubernetes ${version}だけを表示しています。`,
  unfiltered: 'すべてのバージョンを表示しています。',
  noSuchVersion: (text) => `アドレスで指定された「${text}」は一覧にありません。すべてのバージョンを表示しています。`,
  client: '訪れる相手',
  versions: 'バージョン',
  result: '結果',
  reason: '理由',
  prints: '表示',
  standing: '確かさ',
  watch: '実験で見る',
  watchWhat: (client, version) => `実験で見る：${client}、${version}`,
  verdict: { works: '成功', fails: '失敗', degrades: '不安定', unknown: '不明' },
  basis: { run: '実行', source: 'ソース', inferred: '推定' },
  basisText: {
    run: 'そのバージョンを実際に動かして確認',
    source: 'そのバージョンのソースで確認',
    inferred: '前後のバージョンや周辺のコードから推定',
  },
  legend: '見方',
  counted: (cells, { run, source, inferred }) =>
    `クライアント、設定、バージョンの組み合わせは${cells}通りです。実行して確認したものが${run}、ソースで確認したものが${source}、推定が${inferred}です。`,
  since: (version) => `${version}以降の設定です。`,
  notThere: 'このバージョンにはありません',
  loadFailed:
    '絞り込みのスクリプト（assets/versions.….js）を読み込めませんでした。すべてのバージョンを表示しています。',
};

export const versionsWords: Localised<VersionsWords> = { en, ja };
