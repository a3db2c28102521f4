// Fires on the output of a `kubeadm join` that says only that it gave up: the reason is in lines that were not printed.

import { defineFinding } from './finding.ts';
import { attemptsEn, attemptsJa, joinHits, type JoinArgs } from './join-hits.ts';
import { askWithoutCredentials } from './known-fixes.ts';

type Args = JoinArgs & { readonly file: boolean };

export const ka307 = defineFinding<Args>({
  code: 'KA307',
  slug: 'join-hides-its-reason',
  severity: 'error',
  *check(facts) {
    for (const { at, args } of joinHits(facts, ({ cause }) => cause === 'hidden')) {
      yield { at, args: { ...args, file: /reading the cluster-info/i.test(args.text) } };
    }
  },
  text: {
    en: {
      title: 'kubeadm join gave up and does not say why',
      message: (a) =>
        `\`kubeadm join\` stopped in discovery after its timeout. ${
          a.file
            ? 'This is discovery by file or URL; up to about 1.29 this text hides the last answer. A 401 looks like this (a file without credentials while anonymous requests are off, or with wrong credentials), and so do a CA in the file that is not the server’s, and a server that cannot be reached.'
            : 'This is the text of 1.17 and older, and it hides the last answer. A 401 (anonymous requests off), a 403, an unknown token and a server that cannot be reached all look like this.'
        }${attemptsEn(a)}`,
      why: 'kubeadm repeats the read of cluster-info until the timeout and then prints only that. The answers stand in log lines that show from `-v=1` up.\n\nDiscovery by file takes a 403 as “go on” but not a 401: with anonymous requests off it works only if the file holds credentials.',
      fix: [
        askWithoutCredentials.en,
        {
          do: 'Run it once more with the answers shown.',
          cost: 'Up to five minutes until it gives up again; the lines come every few seconds from the start.',
          code: 'kubeadm join … -v=1',
        },
      ],
    },
    ja: {
      title: 'kubeadm joinは理由を示さずにあきらめています',
      message: (a) =>
        `\`kubeadm join\`はディスカバリーでタイムアウトしました。${
          a.file
            ? 'これはファイルまたはURLによるディスカバリーの文面で、1.29ごろまでは最後の応答を表示しません。401(匿名リクエストが無効なのにファイルに認証情報がない、またはファイルの認証情報が誤っている)でも、ファイルのCAがサーバーのものと違う場合でも、サーバーに届かない場合でも、同じ文面になります。'
            : 'これは1.17以前の文面で、最後の応答を表示しません。401(匿名リクエストが無効)でも、403でも、未知のトークンでも、サーバーに届かない場合でも、同じ文面になります。'
        }${attemptsJa(a)}`,
      why: 'kubeadmはタイムアウトまでcluster-infoの読み取りを繰り返し、最後にその事実だけを表示します。途中の応答は`-v=1`以上のログにだけ出ます。\n\nファイルによるディスカバリーは、403なら先へ進み、401では進みません。匿名リクエストが無効なら、ファイルに認証情報がある場合だけ成功します。',
      fix: [
        askWithoutCredentials.ja,
        {
          do: '応答を表示させて、もう一度実行します。',
          cost: 'あきらめるまで最大5分かかります。ログの行は最初から数秒ごとに出ます。',
          code: 'kubeadm join … -v=1',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a discovery file without credentials, anonymous off (1.20.2)',
      kubernetesVersion: '1.20',
      text: `[preflight] Running pre-flight checks
«error execution phase preflight: couldn't validate the identity of the API Server: Abort reading the cluster-info ConfigMap after timeout of 5m0s»
`,
    },
    {
      name: '1.17 and older',
      kubernetesVersion: '1.17',
      text: `[preflight] Running pre-flight checks
«error execution phase preflight: couldn't validate the identity of the API Server: abort connecting to API servers after timeout of 5m0s»
`,
    },
  ],
  silent: [
    {
      name: 'newer versions add the last answer',
      text: `error execution phase preflight: couldn't validate the identity of the API Server: Abort reading the cluster-info ConfigMap after timeout of 5m0s: Unauthorized
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S2 (J3b-default), v1.20.2/S1m (J5b, J12b)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S2 (J3b-default)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/discovery/token/token.go', until: 17, confidence: 'source' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/discovery/file/file.go', confidence: 'source' },
  ],
});
