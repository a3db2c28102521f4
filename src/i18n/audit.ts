// The words around a summary of audit logs, in both languages.

import type { EventGroup, Localised } from '../core/index.ts';

type Identity = EventGroup['identity'];

export interface AuditProgressNumbers {
  readonly megabytes: string;
  readonly total: string;
  readonly events: string;
  readonly perSecond: string;
  readonly secondsLeft: number;
}

export interface AuditViewWords {
  readonly starting: (file: string) => string;
  readonly progress: (numbers: AuditProgressNumbers) => string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly finished: (events: string, seconds: string) => string;
  readonly unreadable: (file: string) => string;
  readonly damagedArchive: (file: string) => string;
  readonly noEvents: string;
  readonly overview: (events: string, requests: string) => string;
  readonly totals: string;
  readonly none: string;
  readonly unread: (count: string, lines: string) => string;
  readonly bodiesNotChecked: string;
  readonly identities: Readonly<Record<Identity, string>>;
  readonly dimensions: Readonly<Record<'code' | 'verb' | 'identity' | 'user' | 'agent' | 'source' | 'target', string>>;
}

export const auditViewWords: Localised<AuditViewWords> = {
  en: {
    starting: (file) => `Reading ${file} …`,
    progress: ({ megabytes, total, events, perSecond, secondsLeft }) =>
      `${megabytes} of ${total} MB, ${events} events, ${perSecond} events a second, ${secondsLeft} s left`,
    cancel: 'Stop reading',
    cancelled: 'Stopped. What was read until then is shown.',
    finished: (events, seconds) => `${events} events read in ${seconds} s.`,
    unreadable: (file) => `${file} could not be read to its end. What was read until then is shown.`,
    damagedArchive: (file) =>
      `${file} is damaged: it could not be unpacked to its end. What was read until then is shown.`,
    noEvents: 'No audit event was found in it.',
    overview: (events, requests) => `${events} events, ${requests} requests`,
    totals: 'All events',
    none: '(none)',
    unread: (count, lines) =>
      count === '1'
        ? `One stretch could not be read as an event, at line ${lines}.`
        : `${count} stretches could not be read as events; the first at line ${lines}.`,
    bodiesNotChecked: 'Request and response bodies of events that do not matter here were stepped over unread.',
    identities: {
      ...{ anonymous: 'anonymous', 'anonymous-name-only': 'only named system:anonymous', rejected: 'without a name' },
      ...{ 'bootstrap-token': 'bootstrap token', node: 'node', 'service-account': 'service account' },
      ...{ impersonated: 'impersonated', user: 'user', unknown: 'unknown' },
    },
    dimensions: {
      ...{ code: 'Code', verb: 'Verb', identity: 'Caller', user: 'User', agent: 'User agent', source: 'Source' },
      target: 'Resource or path',
    },
  },
  ja: {
    starting: (file) => `${file}を読み取り中…`,
    progress: ({ megabytes, total, events, perSecond, secondsLeft }) =>
      `${total} MBのうち${megabytes} MB、イベント${events}件、毎秒${perSecond}件、残り${secondsLeft}秒`,
    cancel: '読み取りを中止',
    cancelled: '中止しました。それまでに読み取った分を表示しています。',
    finished: (events, seconds) => `イベント${events}件を${seconds}秒で読み取りました。`,
    unreadable: (file) => `${file}を最後まで読み取れませんでした。それまでに読み取った分を表示しています。`,
    damagedArchive: (file) =>
      `${file}は壊れていて、最後まで展開できませんでした。それまでに読み取った分を表示しています。`,
    noEvents: '監査イベントは見つかりませんでした。',
    overview: (events, requests) => `イベント${events}件、リクエスト${requests}件`,
    totals: 'すべてのイベント',
    none: '（なし）',
    unread: (count, lines) =>
      `イベントとして読めなかった部分が${count}か所あります（${count === '1' ? '' : '最初は'}${lines}行目）。`,
    bodiesNotChecked: 'ここで問題にしないイベントの本文（requestObject、responseObject）は読み飛ばしました。',
    identities: {
      ...{ anonymous: '匿名', 'anonymous-name-only': '名前だけsystem:anonymous', rejected: '名前なし' },
      ...{ 'bootstrap-token': 'ブートストラップトークン', node: 'ノード', 'service-account': 'ServiceAccount' },
      ...{ impersonated: 'なりすまし', user: 'ユーザー', unknown: '不明' },
    },
    dimensions: {
      ...{
        code: 'コード',
        verb: 'verb',
        identity: '呼び出し元',
        user: 'ユーザー',
        agent: 'userAgent',
        source: '送信元',
      },
      target: 'リソースまたはパス',
    },
  },
};
