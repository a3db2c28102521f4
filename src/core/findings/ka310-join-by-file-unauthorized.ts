// Fires on the output of a `kubeadm join` by discovery file whose read of cluster-info got 401: no credentials in the file, or wrong ones.

import { defineFinding } from './finding.ts';
import { attemptsEn, attemptsJa, joinHits, type JoinArgs } from './join-hits.ts';
import {
  allowAnonymousAgain,
  askWithoutCredentials,
  joinWithDiscoveryFile,
  limitAnonymousToPaths,
} from './known-fixes.ts';

export const ka310 = defineFinding<JoinArgs>({
  code: 'KA310',
  slug: 'join-by-file-unauthorized',
  severity: 'error',
  check: (facts) => joinHits(facts, ({ cause }) => cause === 'file-unauthorized'),
  text: {
    en: {
      title: 'Discovery by file was refused as Unauthorized',
      message: (a) =>
        `\`kubeadm join\` ${a.finished ? 'stopped' : 'is still trying'} in discovery by file or URL: its read of \`kube-public/cluster-info\` was answered with 401. Either the file holds no credentials and the server refuses anonymous requests, or the credentials in the file are wrong or expired.${attemptsEn(a)}`,
      why: 'Discovery by file reads cluster-info too, with the credentials of the file if there are any, else without. It goes on after a 403, but repeats a 401 until its timeout (5 minutes by default).\n\nA token given with `--tls-bootstrap-token` does not help: it is used only after discovery. Without credentials in the file a server with anonymous requests off answers 401; wrong credentials get 401 from every server.',
      fix: [askWithoutCredentials.en, joinWithDiscoveryFile.en, limitAnonymousToPaths.en, allowAnonymousAgain.en],
    },
    ja: {
      title: 'ファイルによるディスカバリーがUnauthorizedで拒否されています',
      message: (a) =>
        `ファイルまたはURLによるディスカバリーで\`kubeadm join\`が${a.finished ? '止まりました' : '再試行を続けています'}。\`kube-public/cluster-info\`の読み取りに401が返っています。ファイルに認証情報がなくサーバーが匿名リクエストを拒否しているか、ファイルの認証情報が誤っているか期限切れです。${attemptsJa(a)}`,
      why: 'ファイルによるディスカバリーもcluster-infoを読みます。ファイルに認証情報があればそれを使い、なければ認証情報なしで読みます。403なら先へ進みますが、401ならタイムアウト(既定で5分)まで繰り返します。\n\n`--tls-bootstrap-token`のトークンはディスカバリーの後で初めて使われるため、助けになりません。ファイルに認証情報がなければ、匿名リクエストが無効なサーバーは401を返します。誤った認証情報には、どのサーバーも401を返します。',
      fix: [askWithoutCredentials.ja, joinWithDiscoveryFile.ja, limitAnonymousToPaths.ja, allowAnonymousAgain.ja],
    },
  },
  fires: [
    {
      name: 'the text of 1.30 and newer',
      kubernetesVersion: '1.34',
      text: `[preflight] Running pre-flight checks
«error execution phase preflight: couldn't validate the identity of the API Server: Abort reading the cluster-info ConfigMap after timeout of 5m0s: Unauthorized»
`,
    },
    {
      name: 'an older one, with the answers shown by -v=1',
      kubernetesVersion: '1.28',
      text: `[preflight] Running pre-flight checks
I1124 00:00:12.515207    3214 file.go:104] [discovery] Error reading the cluster-info ConfigMap, will try again: Unauthorized
«error execution phase preflight: couldn't validate the identity of the API Server: Abort reading the cluster-info ConfigMap after timeout of 10s»
`,
    },
  ],
  silent: [
    {
      name: 'discovery by token',
      text: `error execution phase preflight: couldn't validate the identity of the API Server: failed to request the cluster-info ConfigMap: Unauthorized
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S2 (J3b, J5b), v1.20.2/S1m (J5b)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S2 (J3b, J5b)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/discovery/file/file.go', confidence: 'source' },
  ],
});
