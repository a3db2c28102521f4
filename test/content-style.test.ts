// Spelling and setting of the chapters, in both languages: one spelling for each word, and Japanese set as Japanese is set.
import { describe, expect, it } from 'vitest';
import { chapters, type Chapter } from './content-chapters.ts';

const inLocale = (locale: string): readonly Chapter[] => chapters.filter((chapter) => chapter.locale === locale);

/** What a reader reads: no front matter keys, imports or tags, and no code. */
function proseOf({ text, data }: Chapter): string {
  const attributes = [...text.matchAll(/(?:question|caption)="([^"]*)"|choices=\{([^}]*)\}/g)];
  const spoken = attributes.map(([, quoted, listed]) => (quoted ?? listed ?? '').replace(/^\[|\]$|'/g, ''));
  const body = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(?:import .*|\|.*)$/gm, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\[[\w-]+#\d+\]\([^)]*\)/g, 'a thread');
  return [data['title'], data['description'], body, ...spoken].join('\n').replace(/`[^`\n]*`/g, '`code`');
}

/** Every match with some words around it, so that a failure names its place. */
const found = (prose: string, pattern: RegExp): readonly string[] =>
  [...prose.matchAll(pattern)].map(({ index }) => prose.slice(Math.max(0, index - 12), index + 20));

describe.each(inLocale('en'))('$file', (chapter) => {
  const prose = proseOf(chapter);

  it('is spelt as in Britain', () => {
    const american =
      /\b(?:behavior|color|favor|honor|center|canceled|labeled|modeled|traveled|signaled|fulfill|gray|(?:recogn|organ|real|summar|emphas)iz\w+|analyz\w+|license\b(?! 2))/gi;
    expect(found(prose, american)).toEqual([]);
  });

  it('spells names as Kubernetes does', () => {
    const wrong =
      /\b(?:kubernetes|Kubeadm|KubeAdm|Kubelet|kube-api-server|(?<!kube-)apiserver|Configmap|config map|rolebinding|role binding|API Server|Containerd|etcD|Api|web hook|back end|CrashLoopBackoff)\b/g;
    expect(found(prose, wrong)).toEqual([]);
  });

  it('is set with typographic quotes and single blanks', () => {
    expect(found(prose.replace(/^\s+/gm, ''), /\w'\w| {2,}| [,.;!?]|\.\.\.(?!\])|--(?![a-z])/g)).toEqual([]);
    expect(found(prose, /"/g)).toEqual([]);
  });
});

/** Not this, but that: the terms of the Kubernetes documentation in Japanese. */
const terms: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/discovery/gi, 'ディスカバリー'],
  [/サーバ(?!ー)/g, 'サーバー'],
  [/クラスタ(?!ー)/g, 'クラスター'],
  [/ユーザ(?!ー)/g, 'ユーザー'],
  [/フォルダ(?!ー)|フォルダー/g, 'ディレクトリ'],
  [/スキャナ(?!ー)/g, 'スキャナー'],
  [/プロキシー/g, 'プロキシ'],
  [/パラメータ(?!ー)/g, 'パラメーター'],
  [/コンテナー/g, 'コンテナ'],
  [/ネームスペース/g, '名前空間'],
  [/マニュフェスト/g, 'マニフェスト'],
  [/認証局/g, 'CA'],
  [/(?<!の)資格情報|クレデンシャル/g, '認証情報'],
  [/ステートメント|シグネチャ/g, '署名'],
  [/下さい/g, 'ください'],
  [/出来(?:る|ます|ない)/g, 'できる'],
  [/([がはをに])\1/g, 'one particle'],
];

describe.each(inLocale('ja'))('$file', (chapter) => {
  const prose = proseOf(chapter);
  const japanese = '[\\u3040-\\u30ff\\u4e00-\\u9fff]';

  it('is set as Japanese is set', () => {
    const set = chapter.text.replace(/^(?:import .*|\|.*)$/gm, '').replace(/<[^>]*>/g, '');
    expect(found(set, new RegExp(`${japanese} +[\\w\`]|[\\w\`] +${japanese}|${japanese}[.,!?;]`, 'g'))).toEqual([]);
    expect(found(set.replace(/`[^`]*`/g, ''), /[!?]/g)).toEqual([]);
    expect(found(prose, /[\uff61-\uff9f]/g)).toEqual([]);
    expect(found(prose, /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g)).toEqual([]);
    expect(found(prose, /[，．]/g)).toEqual([]);
  });

  it('uses the terms of the Kubernetes documentation', () => {
    const wrong = terms.flatMap(([pattern, right]) => found(prose, pattern).map((place) => `${place} → ${right}`));
    expect(wrong).toEqual([]);
  });

  it('speaks politely, in です and ます', () => {
    expect(found(prose, /(?:である|であった|だった|のだ|(?<![まで])した|ではない)。/g)).toEqual([]);
  });
});
