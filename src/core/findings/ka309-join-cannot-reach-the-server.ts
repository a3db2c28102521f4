// Fires on the output of a `kubeadm join` that got no answer from an API server at all: network, name, TLS.

import { causeRemedies } from '../kubernetes/join-cause-remedies.ts';
import { causeWords } from '../kubernetes/join-cause-words.ts';
import { joinCauses, type JoinCause } from '../kubernetes/join-causes.ts';
import type { Locale, Localised } from '../locale.ts';
import { defineFinding, type Fix } from './finding.ts';
import { attemptsEn, attemptsJa, joinHits, type JoinArgs } from './join-hits.ts';

const ask: Localised<Fix> = {
  en: {
    do: 'Ask for the same address from the new node.',
    cost: 'None. An answer of any kind, 401 too, shows that address and port are right; with `-k` the certificate is not checked.',
    code: 'curl -vk https://HOST:6443/livez',
  },
  ja: {
    do: '新しいノードから、同じアドレスに問い合わせます。',
    cost: 'ありません。401でも何でも応答があれば、アドレスとポートは正しいとわかります。`-k`を付けると証明書は検証されません。',
    code: 'curl -vk https://HOST:6443/livez',
  },
};

const costs: Localised<Readonly<Record<'none' | 'restart', string>>> = {
  en: {
    none: 'None as long as you only look.',
    restart: 'A new certificate is served only after a restart of kube-apiserver on that control-plane node.',
  },
  ja: {
    none: '確認だけなら、ありません。',
    restart: '新しい証明書は、そのコントロールプレーンノードのkube-apiserverを再起動するまで使われません。',
  },
};

const certificates: readonly JoinCause[] = [
  'clock-behind',
  'expired-certificate',
  'certificate-name',
  'unknown-authority',
];

/** First what this cause asks for. A request that skips the check of the certificate says nothing about the certificate. */
function fixFor({ cause }: JoinArgs, locale: Locale): readonly Fix[] {
  const remedy = causeRemedies[locale][cause];
  const cost = cause === 'expired-certificate' || cause === 'certificate-name' ? 'restart' : 'none';
  const told =
    remedy === undefined
      ? []
      : [{ do: remedy, cost: costs[locale][cost], code: joinCauses[cause].confirm.replace('HOST', 'HOST:6443') }];
  if (certificates.includes(cause)) return told;
  return [...told.map(({ code: _, ...one }) => one), ask[locale]];
}

export const ka309 = defineFinding<JoinArgs>({
  code: 'KA309',
  slug: 'join-cannot-reach-the-server',
  severity: 'error',
  check: (facts) => joinHits(facts, ({ cause }) => joinCauses[cause].code === 'KA309'),
  text: {
    en: {
      title: 'kubeadm join did not reach an API server it could talk to',
      message: (a) =>
        `\`kubeadm join\` ${a.finished ? 'stopped' : 'is still trying'} ${a.step === 'discovery' ? `in discovery${a.endpoint || a.address ? ` at \`${a.endpoint || a.address}\`` : ''}` : 'after discovery, at the address in its text'}: ${causeWords.en[a.cause]}. This is about the network or the certificate, not about credentials: a server that refuses anonymous requests does answer, and (from 1.18) the text then ends with \`Unauthorized\`.${attemptsEn(a)}`,
      why: 'Discovery is an HTTPS request to the address of the command. Up to the TLS handshake nobody looks at credentials. kubeadm repeats it until its discovery timeout (5 minutes by default), whatever the error.\n\nWith a token the first read does not check the certificate. An x509 error there comes from the second read, which does; so the first one had been answered.',
      fix: [ask.en],
      fixFor: (a) => fixFor(a, 'en'),
    },
    ja: {
      title: 'kubeadm joinは、話のできるAPIサーバーに届いていません',
      message: (a) =>
        `\`kubeadm join\`は${a.step === 'discovery' ? `${a.endpoint || a.address ? `\`${a.endpoint || a.address}\`への` : ''}ディスカバリー` : 'ディスカバリーの後、文面にあるアドレスへの接続'}で${a.finished ? '止まりました' : '再試行を続けています'}。${causeWords.ja[a.cause]}。ネットワークか証明書の問題で、認証情報の問題ではありません。匿名リクエストを拒否するサーバーなら応答はあり、文面は(1.18以降)\`Unauthorized\`で終わります。${attemptsJa(a)}`,
      why: 'ディスカバリーは、コマンドのアドレスへのHTTPSリクエストです。TLSハンドシェイクまでは誰も認証情報を見ません。kubeadmは、どのエラーでもディスカバリーのタイムアウト(既定で5分)まで繰り返します。\n\nトークンを使う場合、1回目の読み取りは証明書を検証しません。x509のエラーは、検証をする2回目の読み取りで出たもので、1回目には応答があったことになります。',
      fix: [ask.ja],
      fixFor: (a) => fixFor(a, 'ja'),
    },
  },
  fires: [
    {
      name: 'nothing listens (1.20.2)',
      text: `$ kubeadm join 10.146.0.4:6444 --token abcdef.0123456789abcdef --discovery-token-unsafe-skip-ca-verification
[preflight] Running pre-flight checks
«error execution phase preflight: couldn't validate the identity of the API Server: Get "https://10.146.0.4:6444/api/v1/namespaces/kube-public/configmaps/cluster-info?timeout=10s": dial tcp 10.146.0.4:6444: connect: connection refused»
`,
    },
  ],
  silent: [
    {
      name: 'an answer came: 401',
      text: `[preflight] Running pre-flight checks
error execution phase preflight: couldn't validate the identity of the API Server: Unauthorized
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S1 (J10, J12a, J12c, J13a)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S1m (J10)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/discovery/token/token.go', confidence: 'source' },
  ],
});
