// Fires on a `kubeadm join` command whose arguments kubeadm refuses before it asks anybody.

import { refusals } from '../kubernetes/join-traps.ts';
import { trapWords } from '../kubernetes/join-trap-words.ts';
import { defineFinding } from './finding.ts';
import { newJoinCommand } from './known-fixes.ts';
import { trapHits, type TrapArgs } from './trap-hits.ts';

export const ka314 = defineFinding<TrapArgs>({
  code: 'KA314',
  slug: 'join-command-refused',
  severity: 'error',
  check: (facts) => trapHits(facts, refusals),
  text: {
    en: {
      title: 'kubeadm join will not work with these arguments',
      message: ({ trap, about, better, version }) => `For kubeadm ${version}: ${trapWords.en[trap](about, better)}.`,
      why: '`kubeadm join` takes one argument, the address, and flags. A flag without a value of its own (`--control-plane`) never takes the next word. With `--config` the file says everything, and nearly all other flags are refused; an address beside it is ignored. The checks of shape come before any request, the CA hash is read only in discovery.',
      fix: [newJoinCommand.en],
      repair: 'Writes the argument as this version takes it. Nothing else changes.',
    },
    ja: {
      title: 'この引数ではkubeadm joinが失敗します',
      message: ({ trap, about, better, version }) => `kubeadm ${version}の場合: ${trapWords.ja[trap](about, better)}。`,
      why: '`kubeadm join`が受け付けるのは、引数1つ(アドレス)とフラグです。値を取らないフラグ(`--control-plane`)が次の語を値にすることはありません。`--config`を付けるとすべてをファイルから読み、ほかのフラグはほとんど拒否され、アドレスは無視されます。形の検査はリクエストの前に行われ、CAハッシュだけはディスカバリーで読まれます。',
      fix: [newJoinCommand.ja],
      repair: 'このバージョンが受け付ける形に書き換えます。ほかは変わりません。',
    },
  },
  fires: [
    {
      name: 'a switch with a value (1.20.2)',
      text: `kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef --discovery-token-unsafe-skip-ca-verification --control-plane «true»
`,
    },
    {
      name: 'the old name of a flag',
      kubernetesVersion: '1.28',
      text: `kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef --discovery-token-unsafe-skip-ca-verification «--experimental-control-plane»
`,
    },
    {
      name: 'a port twice',
      text: `kubeadm join «10.146.0.4:6443:6443» --token abcdef.0123456789abcdef --discovery-token-unsafe-skip-ca-verification
`,
    },
  ],
  silent: [
    {
      name: 'the old name in its time',
      kubernetesVersion: '1.14',
      text: `kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef --discovery-token-unsafe-skip-ca-verification --experimental-control-plane
`,
    },
  ],
  see: [
    { source: 'v1.20.2, kubeadm join with arguments', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S1m (J15, J16)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/apis/kubeadm/validation/validation.go', confidence: 'source' },
  ],
});
