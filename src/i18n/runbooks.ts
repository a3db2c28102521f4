// The words around a runbook: its groups, its fixed sections, and the block for a wiki.

import type { Localised } from '../core/index.ts';

type Group = 'join' | 'control-plane' | 'audit-demand' | 'narrow-way' | 'audit-log';

/** The sections that every runbook has, in their order; each is its own anchor. */
export const runbookSections = ['symptom', 'check', 'cause', 'fix', 'verify', 'undo', 'versions'] as const;
export type RunbookSection = (typeof runbookSections)[number];

interface RunbookWords {
  readonly index: { readonly title: string; readonly description: string; readonly lead: string };
  readonly group: Readonly<Record<Group, string>>;
  readonly section: Readonly<Record<RunbookSection, string>>;
  readonly answer: string;
  readonly inThisPage: string;
  readonly see: string;
  readonly means: string;
  readonly decides: string;
  readonly lab: string;
  readonly tools: Readonly<Record<'verify' | 'policy', string>>;
  readonly expect: string;
  readonly what: string;
  readonly bench: string;
  readonly findings: string;
  readonly chapters: string;
  readonly related: string;
  readonly cost: string;
  readonly wiki: string;
  readonly wikiText: string;
  readonly asMarkdown: string;
  readonly asHtml: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly origin: string;
}

export const runbookWords: Localised<RunbookWords> = {
  en: {
    index: {
      title: 'Runbooks',
      description:
        'One page for each question that people really ask about anonymous access in Kubernetes: check, cause, fix by version, how to verify, how to undo, what it costs.',
      lead: 'One page a question. Each says at the top what is the matter, then how to check it with one command, what to change in which version, and how to take it back. The addresses stay; link to them.',
    },
    group: {
      join: 'The join fails',
      'control-plane': 'Sick after hardening',
      'audit-demand': 'An auditor or a scanner asks for it',
      'narrow-way': 'Anonymous access for a few paths only',
      'audit-log': 'Strangers in the audit log',
    },
    section: {
      symptom: 'What you see',
      check: 'Check',
      cause: 'Why',
      fix: 'Fix',
      verify: 'Verify',
      undo: 'Undo',
      versions: 'By version',
    },
    answer: 'In short',
    inThisPage: 'On this page',
    see: 'You see',
    means: 'It means',
    decides: 'The line that decides',
    lab: 'Step through it in the lab, request by request',
    tools: {
      verify: 'Check your own cluster-info: its signatures, its CAs, and the pin of a join command',
      policy: 'Try your own policy: which of its rules matches which request',
    },
    expect: 'Expected:',
    what: 'What is so',
    bench: 'Try it on the bench',
    findings: 'Findings',
    chapters: 'Explained in',
    related: 'Runbooks nearby',
    cost: 'What it costs',
    wiki: 'For your wiki',
    wikiText:
      'The text of this page without its frame, to paste into a page of yours. Change names and addresses there.',
    asMarkdown: 'As Markdown',
    asHtml: 'As HTML',
    copy: 'Copy',
    copied: 'Copied.',
    copyByHand: 'Marked: copy it with the keyboard.',
    origin: 'From',
  },
  ja: {
    index: {
      title: '手順書',
      description:
        'Kubernetesの匿名アクセスについて実際によく聞かれる質問ごとに、確認方法、原因、バージョン別の対処、結果の確かめ方、元への戻し方、代償を1ページにまとめました。',
      lead: '質問ごとに1ページです。最初に結論、続いてコマンド1つでの確認方法、バージョン別の対処、元への戻し方を載せています。アドレスは変わらないので、リンク先として使えます。',
    },
    group: {
      join: 'joinが失敗する',
      'control-plane': 'ハードニング後の不調',
      'audit-demand': '監査人やスキャナーに求められた',
      'narrow-way': '一部のパスだけ匿名アクセスを許す',
      'audit-log': '監査ログに見知らぬ相手がいる',
    },
    section: {
      symptom: '症状',
      check: '確認',
      cause: '原因',
      fix: '対処',
      verify: '結果の確認',
      undo: '元に戻す',
      versions: 'バージョン別',
    },
    answer: '結論',
    inThisPage: 'このページの内容',
    see: '結果',
    means: '意味',
    decides: '決め手になる行',
    lab: 'この場面を、リクエスト1つずつ「試す」のページでたどる',
    tools: {
      verify: '手元のcluster-infoを検証する(署名、CA、joinコマンドのピン)',
      policy: '手元のポリシーで、どのリクエストにどのルールが当たるかを試す',
    },
    expect: '期待する結果:',
    what: '内容',
    bench: '実際に調べてみる',
    findings: '検出事項',
    chapters: '説明している章',
    related: '関連する手順書',
    cost: '代償',
    wiki: '社内Wiki用',
    wikiText:
      'このページの本文だけを取り出したものです。社内のページに貼り付けて、名前やアドレスを書き換えてください。',
    asMarkdown: 'Markdown',
    asHtml: 'HTML',
    copy: 'コピー',
    copied: 'コピーしました。',
    copyByHand: '選択しました。キーボードでコピーしてください。',
    origin: '出典',
  },
};
