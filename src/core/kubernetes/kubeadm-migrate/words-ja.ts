// A migration in Japanese.

import type { MigrationWords } from './words.ts';

export const ja: MigrationWords = {
  lost: {
    comments: ({ count, line }) =>
      count === 1 ? `${line}行目のコメント。` : `コメント${count}か所すべて（最初は${line}行目）。`,
    anchors: ({ line }) => `アンカーとエイリアス（最初は${line}行目）。値そのものが書き出されます。`,
    field: ({ field, line }) => `\`${field}\`（${line}行目）。v1beta3以降にこのフィールドはありません。`,
    'unknown-field': ({ field, line }) =>
      `\`${field}\`（${line}行目）。存在しないフィールドで、kubeadm 1.22〜1.26は警告を出して捨てます。`,
    document: ({ kind, apiVersion, line }) =>
      `ドキュメント\`${kind}\`（\`${apiVersion}\`、${line}行目）。\`config migrate\`はこれを書き出しません。kubeadmに読ませる場合は、新しいファイルの後ろに戻してください。`,
    'foreign-document': ({ kind, apiVersion, line }) =>
      `ドキュメント\`${kind}\`（\`${apiVersion}\`、${line}行目）。kubeadm用ではなく、1.28以降のkubeadmはこれを含むファイルの変換を拒否します。ここでは省いています。`,
  },
  notes: {
    'two-steps': () =>
      'v1beta2からv1beta4へ一度に変換できるkubeadmはありません。1.22〜1.26がv1beta3を書き、次に1.31〜1.36がv1beta4を書きます。ここに示すのは1.26と1.31で両方を終えた結果です。`imageRepository`がない場合、1.22〜1.24なら`k8s.gcr.io`が書かれます。',
    'version-too-old': ({ minor, text }) =>
      `kubeadm 1.${minor}自身は\`${text}\`と出力して終了します。\`kubernetesVersion\`を上げれば\`config migrate\`を実行できます。ここでは書かれているとおりに残しています。`,
    moved: ({ from, to }) => `\`${from}\`は\`${to}\`に移ります。`,
    added: ({ kind }) => `kubeadmは\`${kind}\`も既定値で書き出します。`,
    'left-out': ({ kind, fields }) =>
      `kubeadmは\`${kind}\`の${fields.map((field) => `\`${field}\``).join('、')}も、実行したマシンやネットワークの情報、または乱数から書き出します。ここでは省いているので、ファイルを使うときに決まります。`,
    'http-endpoints': () =>
      'kubeadm 1.35と1.36は、`endpoints`の写しである`etcd.external.httpEndpoints`も書き出します。1.31〜1.34にはないフィールドなので、ここでは省いています。',
    'not-run': () => 'kubeadm 1.31のソースとフィールドの表に基づく結果です。実際に実行した出力とは比較していません。',
  },
  refused: {
    'unknown-field': ({ field, line }) => `${line}行目: \`${field}\`というフィールドはありません。`,
    type: ({ field, line }) => `${line}行目: \`${field}\`の値の型が違います。`,
    'duplicate-key': ({ field, line }) => `${line}行目: キー\`${field}\`はすでに書かれています。`,
    'duplicate-kind': ({ kind, line }) => `${line}行目: \`${kind}\`がファイルに2つあります。`,
    'old-version': ({ kind, line }) =>
      `${line}行目: \`${kind}\`のバージョンは、ほかと一緒に読み取れないほど古いものです。`,
    syntax: ({ line }) => `${line}行目: YAMLとして読めません。`,
    kubeadm: ({ minor, text }) => `kubeadm 1.${minor}の出力: \`${text}\``,
  },
};
