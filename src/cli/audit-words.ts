// The words of `audit` in both languages.

import {
  sequenceTexts,
  type AuditSummary,
  type Dimension,
  type EventGroup,
  type Localised,
  type Sequence,
  type Unread,
  type UnreadReason,
} from '../core/logs/index.ts';

interface ProgressNumbers {
  readonly read: number;
  /** 0 where it is not known. */
  readonly total: number;
  readonly perSecond: number;
  /** In seconds. */
  readonly left: number | undefined;
}

export interface AuditWords {
  readonly title: string;
  readonly overview: (summary: AuditSummary, files: number) => readonly string[];
  readonly section: (title: string, events: number) => string;
  readonly anonymous: string;
  readonly nameless: string;
  readonly refused: string;
  readonly sequences: string;
  readonly sequence: (sequence: Sequence) => string;
  readonly totals: string;
  readonly nothing: string;
  readonly more: (hidden: number) => string;
  readonly dimensions: Readonly<Record<Dimension, string>>;
  readonly identities: Readonly<Record<EventGroup['identity'], string>>;
  readonly heads: Readonly<Record<'events' | 'identity' | 'request' | 'source' | 'agent' | 'first' | 'last', string>>;
  readonly unread: (counts: Unread['counts']) => string;
  readonly reasons: Readonly<Record<UnreadReason, string>>;
  readonly bodiesNotChecked: string;
  readonly progress: (numbers: ProgressNumbers) => string;
  readonly following: string;
  readonly notFollowed: (file: string) => string;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const sum = (counts: Unread['counts']): number => Object.values(counts).reduce((all, one) => all + one, 0);
const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const progressOf = ({ read, total, perSecond }: ProgressNumbers): string =>
  `${megabytes(read)}${total > 0 ? ` / ${megabytes(total)} (${Math.floor((read / total) * 100)}%)` : ''}  ${megabytes(perSecond)}/s`;

export const auditWords: Localised<AuditWords> = {
  en: {
    title: 'Audit log',
    overview: ({ bytes, events, requests, first, last }, files) => [
      `${files === 1 ? '1 file' : `${files} files`}, ${megabytes(bytes)}`,
      `${countOf(events, 'event')}, ${countOf(requests, 'request')}`,
      ...(events === 0 ? ['No audit event was found in it.'] : []),
      ...(first === '' ? [] : [`${first} – ${last}`]),
    ],
    section: (title, events) => `${title}: ${countOf(events, 'event')}`,
    anonymous: 'Anonymous',
    nameless: 'Refused before they had a name (401)',
    refused: 'Refused by authorization or admission, with a name (403)',
    sequences: 'What belongs together',
    sequence: ({ name, source, requests, first, last, steps }) =>
      `${first} – ${last}  ${sequenceTexts[name].title.en}, ${source}: ${countOf(requests, 'request')} (${steps.join(', ')})`,
    totals: 'All events',
    nothing: '(none)',
    more: (hidden) => `and ${hidden} more; --format json and csv hold them all`,
    dimensions: {
      ...{ stage: 'stage', level: 'level', verb: 'verb', code: 'code', identity: 'identity', user: 'user' },
      ...{ agent: 'user agent', source: 'source', target: 'resource, path' },
    },
    identities: {
      ...{ anonymous: 'anonymous', 'anonymous-name-only': 'named system:anonymous, without the group' },
      ...{ rejected: 'refused before it had a name', 'bootstrap-token': 'bootstrap token', node: 'node' },
      ...{ 'service-account': 'service account', impersonated: 'impersonated', user: 'user', unknown: 'unknown' },
    },
    heads: {
      ...{ events: 'Events', identity: 'Who', request: 'Request', source: 'Source', agent: 'User agent' },
      ...{ first: 'First', last: 'Last' },
    },
    unread: (counts) => `Not read as events: ${sum(counts) === 1 ? '1 stretch' : `${sum(counts)} stretches`}`,
    reasons: {
      ...{ 'no-json': 'no JSON', broken: 'broken JSON', 'other-json': 'JSON, but no audit event' },
      'too-long': 'longer than 16 MB',
    },
    bodiesNotChecked:
      'Bodies of events that do not matter here were stepped over; --every-line reads them too, and is slower.',
    progress: (numbers) => `${progressOf(numbers)}${numbers.left === undefined ? '' : `  ${numbers.left} s left`}`,
    following: 'Following; Ctrl+C prints the summary.',
    notFollowed: (file) => `${file}: only a plain text file can be followed.`,
  },
  ja: {
    title: '監査ログ',
    overview: ({ bytes, events, requests, first, last }, files) => [
      `${files}ファイル、${megabytes(bytes)}`,
      `イベント${events}件、リクエスト${requests}件`,
      ...(events === 0 ? ['監査イベントは見つかりませんでした。'] : []),
      ...(first === '' ? [] : [`${first} 〜 ${last}`]),
    ],
    section: (title, events) => `${title}: イベント${events}件`,
    anonymous: '匿名',
    nameless: '名前が付く前に拒否されたもの(401)',
    refused: '名前があり、認可またはアドミッションで拒否されたもの(403)',
    sequences: 'ひと続きのリクエスト',
    sequence: ({ name, source, requests, first, last, steps }) =>
      `${first} 〜 ${last}  ${sequenceTexts[name].title.ja}、${source}: リクエスト${requests}件(${steps.join('、')})`,
    totals: 'すべてのイベント',
    nothing: '(なし)',
    more: (hidden) => `ほか${hidden}件(--format jsonとcsvにはすべて含まれます)`,
    dimensions: {
      ...{ stage: 'ステージ', level: 'レベル', verb: 'verb', code: 'コード', identity: '呼び出し元', user: 'ユーザー' },
      ...{ agent: 'userAgent', source: '送信元', target: '対象' },
    },
    identities: {
      ...{ anonymous: '匿名', 'anonymous-name-only': 'system:anonymousという名前のみ(グループなし)' },
      ...{ rejected: '名前が付く前に拒否', 'bootstrap-token': 'ブートストラップトークン', node: 'ノード' },
      ...{
        'service-account': 'ServiceAccount',
        impersonated: 'なりすまし(impersonation)',
        user: 'ユーザー',
        unknown: '不明',
      },
    },
    heads: {
      ...{ events: '件数', identity: '呼び出し元', request: 'リクエスト', source: '送信元', agent: 'userAgent' },
      ...{ first: '最初', last: '最後' },
    },
    unread: (counts) => `イベントとして読めなかった部分: ${sum(counts)}か所`,
    reasons: {
      ...{ 'no-json': 'JSONではない', broken: '壊れたJSON', 'other-json': '監査イベントではないJSON' },
      'too-long': '16 MBを超えている',
    },
    bodiesNotChecked:
      'ここで問題にしないイベントの本文は読み飛ばしました。--every-lineを付けると本文も読みますが、遅くなります。',
    progress: (numbers) => `${progressOf(numbers)}${numbers.left === undefined ? '' : `  残り${numbers.left}秒`}`,
    following: '追記を待っています。Ctrl+Cで要約を表示します。',
    notFollowed: (file) => `${file}: 追記を待てるのは通常のテキストファイルだけです。`,
  },
};
