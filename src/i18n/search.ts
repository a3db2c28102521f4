// The words of the search in both languages: the box in every page, and the page of its own.

import type { Localised } from '../core/index.ts';

export interface SearchWords {
  /** Of the page, and on the link in the header. */
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly label: string;
  readonly placeholder: string;
  readonly close: string;
  readonly keys: readonly (readonly [key: string, what: string])[];
  readonly loading: string;
  readonly failed: string;
  readonly found: (count: number) => string;
  /** There are more than are shown. */
  readonly foundMany: (count: number) => string;
  readonly nothing: string;
  readonly bench: string;
  readonly noScript: string;
  readonly everything: string;
  readonly kind: Readonly<Record<'tool' | 'chapter' | 'runbook' | 'finding' | 'evidence', string>>;
  readonly kinds: Readonly<Record<'tool' | 'chapter' | 'runbook' | 'finding' | 'evidence', string>>;
}

export const searchWords: Localised<SearchWords> = {
  en: {
    title: 'Search',
    description: 'Search all chapters, runbooks and findings, by a word, a code, or an error text pasted whole.',
    lead: 'A word, a code such as KA201, or an error text pasted whole. It is searched on this page and sent nowhere.',
    label: 'Word, code or error text',
    placeholder: 'anonymous-auth, KA201, couldn’t validate …',
    close: 'Close',
    keys: [
      ['/', 'opens this from everywhere'],
      ['↑ ↓', 'choose'],
      ['Enter', 'go there'],
      ['Esc', 'close'],
    ],
    loading: 'Loading the index …',
    failed: 'The index (assets/search.….js) could not be loaded. All pages are listed on the page “Search”.',
    found: (count) => (count === 1 ? '1 page' : `${count} pages`),
    foundMany: (count) => `The best ${count} pages`,
    nothing: 'Nothing found. If it is a config, an output or a log, the bench may know it:',
    bench: 'to the bench',
    noScript: 'The box needs JavaScript. The list below does not.',
    everything: 'All pages',
    kind: { tool: 'Tool', chapter: 'Chapter', runbook: 'Runbook', finding: 'Finding', evidence: 'Evidence' },
    kinds: {
      tool: 'Tools and overviews',
      chapter: 'Chapters',
      runbook: 'Runbooks',
      finding: 'Findings',
      evidence: 'Evidence',
    },
  },
  ja: {
    title: '検索',
    description: '章、手順書、検出事項のすべてを、言葉、コード、またはエラーの文面をそのまま貼り付けて検索できます。',
    lead: '言葉、KA201のようなコード、またはエラーの文面をそのまま入れてください。検索はこのページの中で行い、どこにも送りません。',
    label: '言葉、コード、エラーの文面',
    placeholder: '証明書、KA201、couldn’t validate …',
    close: '閉じる',
    keys: [
      ['/', 'どこからでも開く'],
      ['↑ ↓', '選ぶ'],
      ['Enter', '移動する'],
      ['Esc', '閉じる'],
    ],
    loading: '索引を読み込んでいます…',
    failed: '索引（assets/search.….js）を読み込めませんでした。「検索」のページに、すべてのページの一覧があります。',
    found: (count) => `${count}ページ`,
    foundMany: (count) => `近いものから${count}ページ`,
    nothing: '見つかりませんでした。設定、出力、ログなら、貼り付けて調べられます。',
    bench: '調べるページへ',
    noScript: '検索欄にはJavaScriptが必要です。下の一覧は、なくても使えます。',
    everything: 'すべてのページ',
    kind: { tool: 'ツール', chapter: '章', runbook: '手順書', finding: '検出事項', evidence: '記録' },
    kinds: {
      tool: 'ツールと一覧',
      chapter: '章',
      runbook: '手順書',
      finding: '検出事項',
      evidence: '実行記録',
    },
  },
};
