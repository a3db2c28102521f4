// Fires on the output of a `kubeadm join` that failed for a reason of its own: names the phase and the step, so that nobody looks at anonymous access.

import { causeRemedies } from '../kubernetes/join-cause-remedies.ts';
import { causeWords, stepWords } from '../kubernetes/join-cause-words.ts';
import { joinCauses } from '../kubernetes/join-causes.ts';
import type { Locale, Localised } from '../locale.ts';
import { defineFinding, type Fix } from './finding.ts';
import { attemptsEn, attemptsJa, joinHits, type JoinArgs } from './join-hits.ts';

const retry: Localised<Fix> = {
  en: {
    do: 'Run it again with more words and read the lines above the error.',
    cost: 'A failed join may leave files behind; `kubeadm reset` on the new node removes them, together with anything else kubeadm put there.',
    code: 'kubeadm join … -v=5',
  },
  ja: {
    do: '出力を詳しくしてもう一度実行し、エラーより上の行を読んでください。',
    cost: '失敗したjoinはファイルを残すことがあります。新しいノードでの`kubeadm reset`で消せますが、kubeadmが置いたほかのものも消えます。',
    code: 'kubeadm join … -v=5',
  },
};

const nothingDone: Localised<string> = {
  en: 'None: kubeadm stopped before it asked anybody.',
  ja: 'ありません。kubeadmは、どこにも問い合わせる前に止まっています。',
};

/** What the cause asks for; where it is not known, more output. */
function fixFor({ cause, step }: JoinArgs, locale: Locale): readonly Fix[] {
  const remedy = causeRemedies[locale][cause];
  if (remedy === undefined || cause === 'unknown') return [retry[locale]];
  return [{ do: remedy, cost: step === 'arguments' ? nothingDone[locale] : retry[locale].cost }];
}

export const ka304 = defineFinding<JoinArgs>({
  code: 'KA304',
  slug: 'join-stopped-elsewhere',
  severity: 'error',
  check: (facts) =>
    joinHits(
      facts,
      ({ result, cause }) => joinCauses[cause].code === 'KA304' && (result === 'failed' || cause !== 'unknown'),
    ),
  text: {
    en: {
      title: 'kubeadm join stopped for another reason',
      message: (a) =>
        `\`kubeadm join\` stopped${a.phase ? ` in its phase \`${a.phase}\`` : ''}${a.step === 'other' ? '' : `, at the step “${stepWords.en[a.step]}”`}. It says: \`${a.text}\`. ${a.cause === 'unknown' ? 'This text is not in our tables, so nothing more is claimed about its cause.' : `That means: ${causeWords.en[a.cause]}.`}${a.step === 'discovery' ? '' : ' Anonymous access has nothing to do with it.'}${attemptsEn(a)}`,
      why: 'The phase `preflight` is three steps in one name: first the checks of the node itself, then discovery (the only step without credentials, answered by what `--anonymous-auth` decides), then the read of `kubeadm-config` with the token as a credential. Everything behind it (`kubelet-start`, `control-plane-prepare` and so on) uses credentials.\n\nThe text behind the phase’s name says which step it was: discovery always begins with “couldn’t validate the identity of the API Server”.',
      fix: [retry.en],
      fixFor: (a) => fixFor(a, 'en'),
    },
    ja: {
      title: 'kubeadm joinは別の理由で止まっています',
      message: (a) =>
        `\`kubeadm join\`は${a.phase ? `\`${a.phase}\`フェーズの中、` : ''}${a.step === 'other' ? '' : `「${stepWords.ja[a.step]}」の段階で`}止まりました。メッセージ: \`${a.text}\`。${a.cause === 'unknown' ? 'この文面は手元の表にないため、原因についてはこれ以上判断しません。' : `意味: ${causeWords.ja[a.cause]}。`}${a.step === 'discovery' ? '' : '匿名アクセスとは関係ありません。'}${attemptsJa(a)}`,
      why: "`preflight`という1つのフェーズの中には3つの段階があります。まずノード自身の検査、次にディスカバリー(認証情報を使わない唯一の段階で、`--anonymous-auth`で結果が決まります)、最後にトークンを認証情報として使う`kubeadm-config`の読み取りです。その後(`kubelet-start`、`control-plane-prepare`など)はすべて認証情報を使います。\n\nどの段階かは、フェーズ名の後の文面でわかります。ディスカバリーなら必ず「couldn't validate the identity of the API Server」で始まります。",
      fix: [retry.ja],
      fixFor: (a) => fixFor(a, 'ja'),
    },
  },
  fires: [
    {
      name: 'a check of the node failed',
      text: `$ kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef --discovery-token-unsafe-skip-ca-verification
[preflight] Running pre-flight checks
«error execution phase preflight: [preflight] Some fatal errors occurred:
	[ERROR IsPrivilegedUser]: user is not running as root»
[preflight] If you know what you are doing, you can make a check non-fatal with \`--ignore-preflight-errors=...\`
`,
    },
    {
      name: 'a discovery file without credentials, and no token (1.20.2)',
      text: `[preflight] Running pre-flight checks
«error execution phase preflight: couldn't find authentication credentials for the TLS boostrap process. Please use Token discovery, a discovery file with embedded authentication credentials or a discovery file without authentication credentials but with the TLSBootstrapToken flag»
`,
    },
  ],
  silent: [
    {
      name: 'a join that went well',
      text: `[preflight] Running pre-flight checks
[preflight] Reading configuration from the cluster...

This node has joined the cluster:
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S1 (J3, J15, J16)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S1m (J3, J15, J16)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/cmd/join.go', confidence: 'source' },
  ],
});
