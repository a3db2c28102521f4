// Words of the panel that makes a link: what is replaced, what the link holds, what can be copied.

import type { Locale, RedactedKind } from '../core/index.ts';

export interface ShareWords {
  readonly open: string;
  readonly title: string;
  readonly close: string;
  readonly lead: string;
  /** The columns of the table. */
  readonly kind: string;
  readonly yours: string;
  readonly inLink: string;
  readonly times: string;
  readonly kinds: Readonly<Record<RedactedKind, string>>;
  readonly nothing: string;
  readonly secretShown: (start: string) => string;
  readonly hide: string;
  readonly hideAddresses: string;
  readonly hideNames: string;
  readonly look: string;
  readonly preview: string;
  readonly link: string;
  readonly length: (length: number, most: number) => string;
  readonly tooLong: (length: number, most: number) => string;
  readonly tooLarge: string;
  readonly copyLink: string;
  readonly copyText: string;
  readonly copyMarkdown: string;
  readonly copyPlain: string;
  readonly copyJson: string;
  readonly copied: string;
  readonly byHand: string;
  readonly empty: string;
  readonly draft: string;
  readonly draftHint: string;
  readonly draftKept: string;
  readonly draftRefused: string;
  readonly draftErased: string;
  readonly bringBack: string;
}

export const shareWords: Readonly<Record<Locale, ShareWords>> = {
  en: {
    open: 'Share…',
    title: 'What will leave this page',
    close: 'Close',
    lead: 'A link carries the text behind the # of the address, which no browser sends to a server. Whoever has the link can read it, so these values are replaced first. Equal values stay equal.',
    kind: 'Kind',
    yours: 'In your text',
    inLink: 'In the link',
    times: 'Times',
    kinds: {
      token: 'token',
      'private key': 'private key',
      'certificate key': 'certificate key',
      password: 'password',
      'secret data': 'data of a Secret',
      address: 'address',
      name: 'name',
    },
    nothing: 'No token, key, password, address or name was recognised in this text.',
    secretShown: (start) => `${start}…`,
    hide: 'Replace as well',
    hideAddresses: 'IP addresses',
    hideNames: 'names of hosts, nodes and people',
    look: 'Only known shapes are found. Read the text once before you send it.',
    preview: 'The text as it will leave',
    link: 'Link',
    length: (length, most) => `${length} of at most ${most} characters`,
    tooLong: (length, most) =>
      `The link would have ${length} characters; chat programs and mail cut links longer than ${most}. Shorten the text, or copy it as text.`,
    tooLarge: 'The text is too large to be shared. Shorten it to the lines that matter.',
    copyLink: 'Copy the link',
    copyText: 'Copy the text',
    copyMarkdown: 'Copy the answer as Markdown',
    copyPlain: 'Copy the answer as plain text',
    copyJson: 'Copy the answer as JSON',
    copied: 'Copied.',
    byHand: 'The browser did not let this page copy. It is selected: press Ctrl+C or ⌘C.',
    empty: 'There is no text to share.',
    draft: 'Keep this text in this browser',
    draftHint: 'Off unless you turn it on. What is kept is the text as shown above; turning it off erases it.',
    draftKept: 'Kept in this browser.',
    draftRefused: 'This browser keeps nothing for this page.',
    draftErased: 'Erased from this browser.',
    bringBack: 'Bring back the kept text',
  },
  ja: {
    open: '共有…',
    title: 'このページから出ていく内容',
    close: '閉じる',
    lead: 'リンクはアドレスの#より後ろにテキストを載せます。ブラウザーはこの部分をサーバーに送信しません。ただしリンクを受け取った人は内容を読めるため、次の値を置き換えてから載せます。同じ値は同じ文字列に置き換わります。',
    kind: '種類',
    yours: '元のテキスト',
    inLink: 'リンク',
    times: '箇所',
    kinds: {
      token: 'トークン',
      'private key': '秘密鍵',
      'certificate key': '証明書キー',
      password: 'パスワード',
      'secret data': 'Secretのデータ',
      address: 'アドレス',
      name: '名前',
    },
    nothing: 'このテキストには、トークン、鍵、パスワード、アドレス、名前は見つかりませんでした。',
    secretShown: (start) => `${start}…`,
    hide: 'あわせて置き換えるもの',
    hideAddresses: 'IPアドレス',
    hideNames: 'ホスト、ノード、利用者の名前',
    look: '見つけられるのは決まった形の値だけです。送る前にひととおり目を通してください。',
    preview: '実際に出ていくテキスト',
    link: 'リンク',
    length: (length, most) => `${length}文字 (上限${most}文字)`,
    tooLong: (length, most) =>
      `リンクが${length}文字になります。${most}文字を超えるリンクはチャットやメールで切れることがあります。テキストを短くするか、テキストのままコピーしてください。`,
    tooLarge: 'テキストが大きすぎて共有できません。必要な行だけに絞ってください。',
    copyLink: 'リンクをコピー',
    copyText: 'テキストをコピー',
    copyMarkdown: '結果をMarkdownでコピー',
    copyPlain: '結果をプレーンテキストでコピー',
    copyJson: '結果をJSONでコピー',
    copied: 'コピーしました。',
    byHand: 'ブラウザーがコピーを許可しませんでした。選択した状態にしてあるので、Ctrl+Cまたは⌘Cを押してください。',
    empty: '共有するテキストがありません。',
    draft: 'このテキストをこのブラウザーに残す',
    draftHint: 'オンにしないかぎり、何も残しません。残すのは上に表示されたテキストで、オフにすると消去します。',
    draftKept: 'このブラウザーに残しました。',
    draftRefused: 'このページの内容は、このブラウザーには残せません。',
    draftErased: 'このブラウザーから消去しました。',
    bringBack: '残したテキストを戻す',
  },
};
