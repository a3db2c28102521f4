// The words of the bench's questions: what if one setting were different, and who would break.

import type { AnonymousConsumer, CounterfactualChange, LeftOut, Localised } from '../core/index.ts';

type Basis = 'run' | 'source' | 'inferred';

export interface WhatIfWords {
  readonly tryServer: string;
  readonly tryText: string;
  readonly leftOut: string;
  readonly left: Readonly<Record<LeftOut, string>>;
  readonly title: string;
  readonly hint: string;
  readonly changes: Readonly<Record<CounterfactualChange, string>>;
  readonly outcome: Readonly<Record<'same' | 'changed' | 'not-written' | 'not-known', string>>;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly absent: string;
  readonly more: (count: number) => string;
  readonly basis: Readonly<Record<Basis, string>>;
  readonly radius: string;
  readonly radiusText: (requests: number, alreadyRefused: number) => string;
  readonly nobody: string;
  readonly keep: string;
  readonly looksLike: string;
  readonly allowed: string;
  readonly refused: string;
  readonly paths: string;
  readonly loses: string;
  readonly from: (consumer: AnonymousConsumer) => string;
  readonly list: (version: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
}

const en: WhatIfWords = {
  tryServer: 'Try this server in the lab',
  tryText: 'Only the settings travel in the link, nothing of the text.',
  leftOut: 'The lab cannot show:',
  left: {
    'start-failure': 'what keeps this server from starting',
    'unreadable-flag': 'a flag whose value cannot be read',
    'authentication-file': 'the AuthenticationConfiguration, which is not in the text',
    'audit-policy': 'your own audit policy',
    probes: 'probes other than kubeadm’s',
    'bootstrap-tokens': 'bootstrap tokens that are turned off',
  },
  title: 'What if one setting were different?',
  hint: 'The event that the same request would have left, field by field.',
  changes: {
    'anonymous-off': 'Anonymous requests off',
    'path-not-listed': 'An allow-list without this path',
    'path-listed': 'An allow-list with this path',
    'role-binding-removed': 'The RBAC binding removed',
  },
  outcome: { same: 'the same event', changed: 'another event', 'not-written': 'no event', 'not-known': 'not known' },
  field: 'Field',
  before: 'As it was',
  after: 'As it would be',
  absent: 'absent',
  more: (count) => `${count} more events are not shown here.`,
  basis: { run: 'run for real', source: 'read in source', inferred: 'inferred' },
  radius: 'Who would break with anonymous requests off?',
  radiusText: (requests, alreadyRefused) =>
    `${requests} anonymous requests${alreadyRefused > 0 ? `, and ${alreadyRefused} that got 401 already` : ''}. A user agent is the client’s own claim, so read “looks like”.`,
  nobody: 'No anonymous request stands in this text.',
  keep: 'Keep',
  looksLike: 'Who',
  allowed: 'Allowed',
  refused: 'Refused',
  paths: 'Paths',
  loses: 'With anonymous off',
  from: ({ sources, agents }) => [...agents.slice(0, 2), ...sources.slice(0, 3)].join(' · '),
  list: (version) => `The smallest allow-list for those you keep, for ${version}`,
  copy: 'Copy the file',
  copied: 'The file is on your clipboard.',
  copyByHand: 'The browser does not allow copying; select the file and copy it by hand.',
};

const ja: WhatIfWords = {
  tryServer: 'このサーバーを実験で試す',
  tryText: 'リンクに入るのは設定だけで、貼り付けた文章は含まれません。',
  leftOut: '実験では次のことを再現できません。',
  left: {
    'start-failure': 'このサーバーが起動しない理由',
    'unreadable-flag': '値を読み取れないフラグ',
    'authentication-file': '貼り付けた中にないAuthenticationConfiguration',
    'audit-policy': '独自の監査ポリシー',
    probes: 'kubeadmのものではないプローブ',
    'bootstrap-tokens': 'ブートストラップトークンの無効化',
  },
  title: '設定が1つ違っていたら？',
  hint: '同じリクエストが残したはずのイベントを、フィールドごとに比べます。',
  changes: {
    'anonymous-off': '匿名リクエストを無効にした場合',
    'path-not-listed': 'このパスを含まない一覧で制限した場合',
    'path-listed': 'このパスを含む一覧で制限した場合',
    'role-binding-removed': 'RBACのバインディングを削除した場合',
  },
  outcome: { same: '同じイベント', changed: '別のイベント', 'not-written': 'イベントなし', 'not-known': '不明' },
  field: 'フィールド',
  before: '実際の値',
  after: '変えた場合の値',
  absent: 'なし',
  more: (count) => `ほかに${count}件のイベントがあります（ここでは省略）。`,
  basis: { run: '実行して確認', source: 'ソースで確認', inferred: '推定' },
  radius: '匿名リクエストを無効にすると、誰が困るか',
  radiusText: (requests, alreadyRefused) =>
    `匿名リクエストは${requests}件です${alreadyRefused > 0 ? `（ほかに、すでに401のものが${alreadyRefused}件）` : ''}。ユーザーエージェントは相手の自己申告なので、「～のようです」としか言えません。`,
  nobody: 'この中に匿名リクエストはありません。',
  keep: '残す',
  looksLike: '相手',
  allowed: '許可',
  refused: '拒否',
  paths: 'パス',
  loses: '匿名を無効にすると',
  from: ({ sources, agents }) => [...agents.slice(0, 2), ...sources.slice(0, 3)].join('・'),
  list: (version) => `残す相手だけを許す最小の一覧（${version}用）`,
  copy: 'ファイルをコピー',
  copied: 'ファイルをクリップボードにコピーしました。',
  copyByHand: 'ブラウザーがコピーを許可していません。選択してコピーしてください。',
};

export const whatIfWords: Localised<WhatIfWords> = { en, ja };
