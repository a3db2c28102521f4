// Why kube-apiserver does not start, in one sentence each.

import type { StartFailureKind } from '../../kubernetes/api-server.ts';
import type { Localised } from '../../locale.ts';

const texts: Partial<Record<StartFailureKind, Localised>> = {
  'flag-name': {
    en: 'This version does not know the flag `--authentication-config`, so it exits at once; the flag came with 1.29.',
    ja: 'このバージョンは`--authentication-config`というフラグを知らないため、すぐに終了します。このフラグは1.29で追加されました。',
  },
  'authorization-mode': {
    en: 'One of the authorization modes does not exist, so the server exits at once.',
    ja: '存在しない認可モードが含まれているため、サーバーはすぐに終了します。',
  },
  'authentication-conflict': {
    en: 'The file has an `anonymous` section and the flag `--anonymous-auth` is set too: the server accepts only one of the two, whatever the flag says.',
    ja: 'ファイルに`anonymous`セクションがあり、フラグ`--anonymous-auth`も指定されています。フラグの値にかかわらず、サーバーはどちらか一方しか受け付けません。',
  },
  'authentication-gate': {
    en: 'A feature gate that these settings need is off, or a gate is named that this version does not have.',
    ja: 'この設定に必要なフィーチャーゲートが無効になっているか、このバージョンにないゲートが指定されています。',
  },
  'authentication-file': {
    en: 'This version cannot read the AuthenticationConfiguration: its apiVersion or one of its fields is unknown here, or its values contradict each other.',
    ja: 'このバージョンではAuthenticationConfigurationを読み込めません。apiVersionまたはフィールドが未知のものか、値が互いに矛盾しています。',
  },
};

const other: Localised = {
  en: 'The server refuses one of these settings and exits.',
  ja: 'サーバーがいずれかの設定を拒否して終了します。',
};

export function startText(kind: StartFailureKind): Localised {
  return texts[kind] ?? other;
}
