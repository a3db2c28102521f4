// Why a request would leave another event, or the same, under another setting.

import type { Localised } from '../locale.ts';

export const counterfactualTexts = {
  'anonymous-off': {
    en: 'The request came without credentials. With anonymous requests off it gets no name: 401 before authorization is asked, so there is no user and no decision.',
    ja: 'このリクエストには認証情報がありません。匿名リクエストが無効なら名前が付かず、認可に進む前に401になるため、ユーザーも判断も記録されません。',
  },
  'path-not-listed': {
    en: 'The request came without credentials, and its path would not stand on the list: 401 before authorization is asked.',
    ja: 'このリクエストには認証情報がなく、パスも一覧にないことになるため、認可に進む前に401になります。',
  },
  'path-is-listed': {
    en: 'The path is on the list (the query does not count), so the request is still `system:anonymous`; the rest is decided by RBAC as before.',
    ja: 'パスが一覧にあるため（クエリは関係しません）、リクエストは引き続き`system:anonymous`になります。その先は今までどおりRBACが決めます。',
  },
  'has-credentials': {
    en: 'The request came with credentials of its own; anonymous access does not matter to it.',
    ja: 'このリクエストには認証情報があるため、匿名アクセスの設定は関係しません。',
  },
  'rejected-anyway': {
    en: 'The request was refused before it had a name, and this change lets nobody in.',
    ja: 'このリクエストは名前が付く前に拒否されています。この変更で許可されるようになることはありません。',
  },
  'rejected-why': {
    en: 'The event does not tell whether the request came without credentials or with wrong ones. Without any, the listed path would make it `system:anonymous`; with wrong ones it would still get 401.',
    ja: '認証情報がなかったのか、誤っていたのかはイベントからは分かりません。なかったのなら、一覧に載せることで`system:anonymous`になります。誤っていたのなら、やはり401です。',
  },
  'binding-removed': {
    en: 'The binding that allowed this request is gone, so authorization refuses it with 403; the caller keeps its name.',
    ja: 'このリクエストを許可していたバインディングがなくなるため、認可の段階で403になります。呼び出し元の名前は記録されます。',
  },
  'forbidden-anyway': {
    en: 'No binding allowed this request in the first place.',
    ja: 'もともと、どのバインディングもこのリクエストを許可していません。',
  },
  'no-binding': {
    en: 'It was no binding that allowed this request (the reason is empty or another authorizer’s), so removing one changes nothing.',
    ja: 'このリクエストはバインディングで許可されたものではないため（理由が空か、別の認可モードのもの）、削除しても変わりません。',
  },
  'not-asked': {
    en: 'This event holds no decision: at this stage authorization was not asked yet, or never.',
    ja: 'このイベントには認可の判断が含まれていません。この段階ではまだ、または最後まで、認可が行われていません。',
  },
  'other-server': {
    en: 'What kind of request this was cannot be told from the event.',
    ja: 'どのようなリクエストだったのか、イベントからは判断できません。',
  },
  'no-lists-yet': {
    en: 'Lists of paths exist from 1.31 on; in this version there is nothing to change.',
    ja: 'パスの一覧を指定できるのは1.31以降のため、このバージョンではこの変更はできません。',
  },
  'no-event': {
    en: 'This is not an audit event.',
    ja: '監査イベントではありません。',
  },
  'not-written': {
    en: 'The policy writes nothing for the changed request: it would disappear from the log.',
    ja: '変更後のリクエストはこのポリシーでは記録されず、ログから消えます。',
  },
  'no-other-binding': {
    en: 'No other binding allows the same; the event names only the first one that was found.',
    ja: '同じ操作を許すバインディングがほかにないことを前提にしています。イベントには最初に見つかったものしか書かれません。',
  },
  'policy-not-asked': {
    en: 'The audit policy logs the changed request too, at the same level. A rule with `users` or `userGroups` would not match a 401.',
    ja: '変更後のリクエストも同じレベルで記録されるポリシーであることを前提にしています。`users`や`userGroups`のあるルールは401には一致しません。',
  },
} as const satisfies Readonly<Record<string, Localised>>;

export type CounterfactualText = keyof typeof counterfactualTexts;
