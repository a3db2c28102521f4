// What each gate looked at, in one sentence: why it let a request on, or why not.

import { parseRbacReason } from '../../kubernetes/rbac-reason.ts';
import type { Localised } from '../../locale.ts';
import type { Passage, ServerModel } from '../gates.ts';
import type { LabCredentials, LabRequest, LabServer } from './lab.ts';

const accepted: Readonly<Record<'bootstrap-token' | 'service-account' | 'client-certificate', Localised>> = {
  'bootstrap-token': {
    en: 'The bootstrap token is known and still valid, so the request is `system:bootstrap:abcdef`; whether anonymous requests are allowed does not matter to it.',
    ja: 'ブートストラップトークンは既知で有効期限内のため、このリクエストは`system:bootstrap:abcdef`になります。匿名リクエストの可否は関係しません。',
  },
  'service-account': {
    en: 'The service account’s token is valid, so the request carries its name; whether anonymous requests are allowed does not matter to it.',
    ja: 'サービスアカウントのトークンは有効なので、リクエストはそのサービスアカウントの名前になります。匿名リクエストの可否は関係しません。',
  },
  'client-certificate': {
    en: 'The client certificate is signed by the cluster’s CA, so the request is `kubernetes-admin`; whether anonymous requests are allowed does not matter to it.',
    ja: 'クライアント証明書はクラスターのCAで署名されているため、このリクエストは`kubernetes-admin`になります。匿名リクエストの可否は関係しません。',
  },
};

const refused: Localised = {
  en: 'The request brings a credential that no authenticator accepts. A wrong credential ends the matter: the request is not tried again as `system:anonymous`.',
  ja: 'どの認証機構にも受け付けられない認証情報が付いています。誤った認証情報があるとそこで終わりで、`system:anonymous`として扱い直されることはありません。',
};

const listed: Localised = {
  en: 'It brings no credentials, but its path stands on the list of the AuthenticationConfiguration, so it is called `system:anonymous`.',
  ja: '認証情報はありませんが、パスがAuthenticationConfigurationの一覧にあるため、`system:anonymous`という名前になります。',
};

const notListed: Localised = {
  en: 'It brings no credentials, and its path does not stand on the list of the AuthenticationConfiguration (compared exactly, without the query), so it gets no name.',
  ja: '認証情報がなく、パスもAuthenticationConfigurationの一覧にないため（クエリを除いた完全一致で比べます）、名前が付きません。',
};

const anonymousOn: Localised = {
  en: 'It brings no credentials, and anonymous requests are allowed, so it is called `system:anonymous`.',
  ja: '認証情報はありませんが、匿名リクエストが許可されているため、`system:anonymous`という名前になります。',
};

const offByFlag: Localised = {
  en: 'It brings no credentials, and `--anonymous-auth=false` leaves nobody to be called `system:anonymous`, so it gets no name.',
  ja: '認証情報がなく、`--anonymous-auth=false`では`system:anonymous`も使われないため、名前が付きません。',
};

const offByFile: Localised = {
  en: 'It brings no credentials, and the AuthenticationConfiguration turns anonymous requests off, so it gets no name.',
  ja: '認証情報がなく、AuthenticationConfigurationで匿名リクエストが無効になっているため、名前が付きません。',
};

const offByAlwaysAllow: Localised = {
  en: 'It brings no credentials, and the AlwaysAllow authorizer has set `--anonymous-auth` back to false, so it gets no name.',
  ja: '認証情報がなく、AlwaysAllow認可モードによって`--anonymous-auth`がfalseに戻されているため、名前が付きません。',
};

const notKnown: Localised = {
  en: 'What this gate does is decided somewhere else (a webhook or a file), so it is not known.',
  ja: 'この関門の判断は別の場所（Webhookやファイル）にあるため、結果は分かりません。',
};

function isAccepted(credentials: LabCredentials): credentials is keyof typeof accepted {
  return credentials in accepted;
}

export function explainAuthentication(
  server: LabServer,
  model: ServerModel,
  { credentials }: LabRequest,
  { answer, user }: Passage,
): Localised {
  if (isAccepted(credentials)) return accepted[credentials];
  if (credentials !== 'none') return refused;
  if (answer === 'unknown' && !user) return notKnown;
  if (model.anonymous === 'paths') return user ? listed : notListed;
  if (user) return anonymousOn;
  if (server.authenticationConfiguration?.anonymous) return offByFile;
  return server.anonymousAuth === false ? offByFlag : offByAlwaysAllow;
}

export function explainAuthorization(model: ServerModel, { verb, path }: LabRequest, passage: Passage): Localised {
  const { answer, asked, reason = '' } = passage;
  if (answer === 'unknown') return notKnown;
  const name = asked?.username ?? '';
  const rbac = parseRbacReason(reason);
  if (answer === 403) {
    return {
      en: `\`${name}\` has a name now, but no binding allows it to \`${verb}\` \`${path}\`.`,
      ja: `\`${name}\`という名前は付きましたが、\`${path}\`への\`${verb}\`を許可するバインディングがありません。`,
    };
  }
  if (rbac) {
    return {
      en: `The ${rbac.bindingKind} \`${rbac.bindingName}\` allows \`${name}\` to \`${verb}\` \`${path}\`.`,
      ja: `${rbac.bindingKind}の\`${rbac.bindingName}\`が、\`${name}\`による\`${path}\`への\`${verb}\`を許可しています。`,
    };
  }
  return asked?.groups.includes('system:masters')
    ? {
        en: 'The group `system:masters` may do everything; no binding is asked.',
        ja: 'グループ`system:masters`は何でも許可され、バインディングは参照されません。',
      }
    : {
        en: `The authorizer \`AlwaysAllow\` lets \`${name}\` do everything${model.authorizer === 'rbac-then-allow' ? ', after RBAC had nothing to say' : ''}.`,
        ja: `${model.authorizer === 'rbac-then-allow' ? 'RBACでは許可されませんが、' : ''}認可モード\`AlwaysAllow\`が\`${name}\`にすべてを許可します。`,
      };
}
