// Fires on a `kubeadm join` command that still holds placeholders or variables: it is a pattern, not a command.

import { gaps } from '../kubernetes/join-traps.ts';
import { trapWords } from '../kubernetes/join-trap-words.ts';
import { defineFinding } from './finding.ts';
import { newJoinCommand } from './known-fixes.ts';
import { trapHits, type TrapArgs } from './trap-hits.ts';

export const ka315 = defineFinding<TrapArgs>({
  code: 'KA315',
  slug: 'join-command-not-filled-in',
  severity: 'note',
  check: (facts) => trapHits(facts, gaps),
  text: {
    en: {
      title: 'The join command is not filled in yet',
      message: ({ trap, about, better }) => `In this \`kubeadm join\` command ${trapWords.en[trap](about, better)}.`,
      why: 'An unset variable becomes an empty text, and `<…>` is a redirection to the shell. What kubeadm then says depends on what is left of the command.',
      fix: [newJoinCommand.en],
    },
    ja: {
      title: 'joinコマンドに未記入の部分があります',
      message: ({ trap, about, better }) => `この\`kubeadm join\`コマンドでは、${trapWords.ja[trap](about, better)}。`,
      why: '設定されていない変数は空になり、`<…>`はシェルにとってリダイレクトです。kubeadmの表示は、その結果残ったコマンドで決まります。',
      fix: [newJoinCommand.ja],
    },
  },
  fires: [
    {
      name: 'a pattern from a manual',
      text: `kubeadm join «<control-plane>:6443» --token «<token>» --discovery-token-ca-cert-hash «sha256:<hash>»
`,
    },
    {
      name: 'a script',
      text: `kubeadm join «\${ENDPOINT}:6443» --token «"\${TOKEN}"» --discovery-token-unsafe-skip-ca-verification
`,
    },
  ],
  silent: [
    {
      name: 'filled in',
      text: `kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef --discovery-token-unsafe-skip-ca-verification
`,
    },
  ],
  see: [{ source: 'https://kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-join/', confidence: 'reported' }],
});
