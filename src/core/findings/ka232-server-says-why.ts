// Fires where kube-apiserver's own words stand in the paste: says what they mean, and which finding explains them.

import type { ServerOutputFact } from '../kubernetes/server-output.ts';
import { defineFinding } from './finding.ts';

/** What the words mean, by the finding that explains them in full. */
const meanings: Readonly<Record<string, readonly [string, string]>> = {
  KA204: [
    'AlwaysAllow is among the authorizers, so requests without credentials are refused.',
    '認可モードにAlwaysAllowがあるため、認証情報のないリクエストは拒否されます。',
  ],
  KA205: ['The value of anonymous-auth is no boolean for Go.', 'anonymous-authの値が、Goの真偽値ではありません。'],
  KA208: ['A flag has a value of the wrong type, or none.', 'フラグの値の型が違うか、値がありません。'],
  KA209: [
    'This version has no such flag, or the argument is misspelled.',
    'このバージョンにないフラグか、引数の書き間違いです。',
  ],
  KA210: ['An authorization mode is misspelled.', '認可モードの綴りが違います。'],
  KA212: [
    'A flag names a file that is not mounted into the container.',
    'フラグが指すファイルが、コンテナにマウントされていません。',
  ],
  KA213: [
    'The AuthenticationConfiguration has a section `anonymous`, and the flag `anonymous-auth` is given too.',
    'AuthenticationConfigurationに`anonymous`セクションがあるのに、フラグ`anonymous-auth`も渡されています。',
  ],
  KA214: [
    'A feature gate that the file needs is off, or a gate that is named does not exist any more.',
    'ファイルに必要なフィーチャーゲートが無効か、書かれたゲートがもう存在しません。',
  ],
  KA215: [
    'The AuthenticationConfiguration does not fit this version or its rules.',
    'AuthenticationConfigurationが、このバージョンや規則に合っていません。',
  ],
  KA216: [
    '`oidc-*` flags stand beside `authentication-config`.',
    '`authentication-config`と`oidc-*`フラグが併存しています。',
  ],
  KA229: [
    'The section `anonymous` was changed while the server ran; the old one stays in force until a restart.',
    '動作中に`anonymous`セクションが変更されました。再起動するまでは元の設定のままです。',
  ],
  KA403: [
    'The audit policy file is not mounted into the container.',
    '監査ポリシーのファイルが、コンテナにマウントされていません。',
  ],
  KA406: ['The audit log lies on a read-only mount.', '監査ログが読み取り専用のマウントにあります。'],
  KA408: ['The folder of the audit log is not there.', '監査ログのフォルダーがありません。'],
  KA409: ['The audit policy has a fault.', '監査ポリシーに誤りがあります。'],
  KA411: [
    'The path of the audit log names a folder, or lies below a file.',
    '監査ログのパスがフォルダーそのものか、ファイルの下を指しています。',
  ],
};

function* check(outputs: readonly ServerOutputFact[]) {
  for (const { text, code, exits, at } of outputs) {
    const [meansEn, meansJa] = meanings[code] ?? ['', ''];
    yield { at, args: { text: text.replaceAll('`', "'"), code, exits, meansEn, meansJa } };
  }
}

export const ka232 = defineFinding({
  code: 'KA232',
  slug: 'server-says-why',
  severity: 'error',
  check: ({ serverOutputs }) => check(serverOutputs),
  text: {
    en: {
      title: 'kube-apiserver says what is wrong',
      message: ({ text, code, exits, meansEn }) =>
        `${exits ? 'kube-apiserver exited with' : 'kube-apiserver runs and says'} \`${text}\`. ${meansEn ? `${meansEn} ${code} explains it.` : 'These words are not in our tables; they come from kube-apiserver or from another program.'}`,
      why: 'kube-apiserver prints one reason and exits; the kubelet starts it again and again. kubeadm does not show the reason, it only times out. The words stand in the log of the exited container. Faults of flags come as a plain line `Error: …`; later faults, from about 1.23 on, as `"command failed" err="…"`.',
      fix: [
        {
          do: 'Mend the setting where it is kept: in the kubeadm file or the ConfigMap `kubeadm-config`, and in the manifest of this node.',
          cost: 'A manifest edited by hand is written anew at the next upgrade.',
          code: 'crictl ps -a --name kube-apiserver\ncrictl logs CONTAINER-ID 2>&1 | tail',
        },
      ],
    },
    ja: {
      title: 'kube-apiserver自身が原因を述べています',
      message: ({ text, code, exits, meansJa }) =>
        `kube-apiserverは${exits ? '次のメッセージで終了しました' : '動作中で、次のように述べています'}: \`${text}\`。${meansJa ? `${meansJa}詳しくは${code}を参照してください。` : 'この文面は把握している一覧にありません。kube-apiserverのものか、ほかのプログラムのものです。'}`,
      why: 'kube-apiserverは理由を1つ表示して終了し、kubeletが繰り返し起動します。kubeadmはその理由を表示せず、タイムアウトするだけです。理由は、終了したコンテナのログにあります。フラグの誤りは`Error: …`という1行で、その後の誤りは1.23頃から`"command failed" err="…"`として出力されます。',
      fix: [
        {
          do: '設定の置き場所(kubeadmのファイルまたはConfigMap `kubeadm-config`と、そのノードのマニフェスト)で直します。',
          cost: '手で編集したマニフェストは、次のアップグレードで書き直されます。',
          code: 'crictl ps -a --name kube-apiserver\ncrictl logs CONTAINER-ID 2>&1 | tail',
        },
      ],
    },
  },
  fires: [
    {
      name: 'both spellings of one message',
      text: `«E0527 08:17:59.371126       1 run.go:72] "command failed" err="anonymous: Forbidden: --anonynous-auth flag cannot be set when anonymous field is configured in authentication configuration file"»
«E0527 08:17:59.371126       1 run.go:72] "command failed" err="anonymous: Forbidden: --anonymous-auth flag cannot be set when anonymous field is configured in authentication configuration file"»
`,
    },
    {
      name: 'a flag, from a container’s log file',
      text: '«2026-11-23T23:05:02.202269996Z stderr F Error: unknown flag: --anonymous-auths»\n',
    },
  ],
  silent: [
    {
      name: 'a line that says nothing of the kind',
      text: 'I1123 23:59:35.948583    5529 server.go:148] Version: v1.28.4\n',
    },
  ],
  see: [
    { source: 'v1.20.2/S5/static-failures.jsonl', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5/static-failures.jsonl', since: 28, until: 28, confidence: 'run' },
    { source: 'https://github.com/gardener/gardener/issues/12191', since: 32, until: 33, confidence: 'reported' },
    { source: 'https://github.com/k3s-io/k3s/issues/12245', since: 32, until: 33, confidence: 'reported' },
  ],
});
