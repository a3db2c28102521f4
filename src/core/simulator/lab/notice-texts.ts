// Who notices a request: the one who asked, and the reader of the audit log.

import type { Localised } from '../../locale.ts';
import type { LabAuditPolicy, LabRequest } from './lab.ts';

const none: Localised = {
  en: 'Nobody: the server does not run or its answer is not known.',
  ja: '誰も気付きません。サーバーが動いていないか、その応答が分かりません。',
};

const silent: Localised = {
  en: 'Nobody in the audit log: the policy writes nothing for this request.',
  ja: '監査ログからは分かりません。ポリシーがこのリクエストを記録しないためです。',
};

const namelessRefusal: Localised = {
  en: 'Nobody in the audit log: a request refused with 401 has no user, so no rule with `users` or `userGroups` matches it.',
  ja: '監査ログからは分かりません。401で拒否されたリクエストにはユーザーがなく、`users`や`userGroups`を持つルールに一致しないためです。',
};

const noLog: Localised = {
  en: 'Nobody in the audit log: there is none.',
  ja: '監査ログからは分かりません。監査ログがないためです。',
};

function written(lines: number): Localised {
  return {
    en: `The reader of the audit log: ${lines === 1 ? 'one line' : `${lines} lines`}.`,
    ja: `監査ログを読む人。${lines}行記録されます。`,
  };
}

function client(status: number): Localised {
  return {
    en: `The client: it reads the status ${status}.`,
    ja: `クライアント。ステータス${status}を受け取ります。`,
  };
}

export function noticedBy(
  { credentials }: LabRequest,
  status: number | undefined,
  lines: number,
  policy: LabAuditPolicy,
): readonly Localised[] {
  if (status === undefined) return [none];
  if (lines > 0) return [client(status), written(lines)];
  if (policy === 'none') return [client(status), noLog];
  return [client(status), status === 401 && credentials === 'none' ? namelessRefusal : silent];
}
