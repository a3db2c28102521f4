// Fires on a `kubeadm join` command that copying has damaged: other dashes and quotes, broken lines, a hash in two halves.

import { damages } from '../kubernetes/join-traps.ts';
import { trapWords } from '../kubernetes/join-trap-words.ts';
import { defineFinding } from './finding.ts';
import { newJoinCommand } from './known-fixes.ts';
import { trapHits, type TrapArgs } from './trap-hits.ts';

export const ka313 = defineFinding<TrapArgs>({
  code: 'KA313',
  slug: 'join-command-damaged',
  severity: 'error',
  check: (facts) => trapHits(facts, damages),
  text: {
    en: {
      title: 'The join command was damaged on its way',
      message: ({ trap, about, better }) => `In this \`kubeadm join\` command ${trapWords.en[trap](about, better)}.`,
      why: 'Word processors, chats and web pages put other characters in the place of dashes and quotes, and terminals break long lines. A backslash joins two lines only if the line ends right behind it.',
      fix: [newJoinCommand.en],
      repair: 'Writes the characters that the shell and kubeadm expect. Nothing else changes.',
    },
    ja: {
      title: 'joinコマンドが、コピーの途中で壊れています',
      message: ({ trap, about, better }) => `この\`kubeadm join\`コマンドでは、${trapWords.ja[trap](about, better)}。`,
      why: 'ワープロ、チャット、Webページはダッシュや引用符を別の文字に置き換え、端末は長い行を折り返します。バックスラッシュが2つの行をつなぐのは、直後が行末の場合だけです。',
      fix: [newJoinCommand.ja],
      repair: 'シェルとkubeadmが期待する文字に直します。ほかは変わりません。',
    },
  },
  fires: [
    {
      name: 'an en dash',
      text: `kubeadm join 10.146.0.4:6443 «–»token abcdef.0123456789abcdef --discovery-token-unsafe-skip-ca-verification
`,
    },
    {
      name: 'a blank behind the backslash',
      text: `kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef \\«  »
    --discovery-token-unsafe-skip-ca-verification
`,
    },
  ],
  silent: [
    {
      name: 'as kubeadm prints it',
      text: `kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef \\
	--discovery-token-ca-cert-hash sha256:ac0f8c9fe9954416584c4dbb9df4fc404c226ee1d7a364173ce78139696d3fc4
`,
    },
  ],
  see: [{ source: 'v1.20.2, kubeadm join with arguments', since: 20, until: 20, confidence: 'run' }],
});
