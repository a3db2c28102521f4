// Fires where a value has the right type but not an allowed content: kubeadm refuses the file after reading it.

import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';

export const ka113 = defineFinding<KubeadmArgs>({
  code: 'KA113',
  slug: 'value-refused',
  severity: 'error',
  check: (facts) => kubeadmHits(facts, 'validation'),
  text: {
    en: {
      title: 'kubeadm refuses a value',
      message: kubeadmSays.en,
      why: 'After reading, kubeadm checks tokens, addresses, subnets, names, durations and what excludes what; several faults are printed together in brackets. Most of these end with exit code 3. What depends on the machine (addresses, container runtime, files on disk) is not judged here.',
      fix: [{ do: 'Change the value as the text says; the path in front of it names the field.', cost: 'None.' }],
    },
    ja: {
      title: 'kubeadmが値を拒否します',
      message: kubeadmSays.ja,
      why: 'kubeadmは読み取りの後で、トークン、アドレス、サブネット、名前、期間、同時に指定できない項目などを検査します。複数の誤りは角かっこでまとめて表示され、多くの場合、終了コードは3です。実行するマシンに依存するもの(アドレス、コンテナランタイム、ディスク上のファイル)は、ここでは判断しません。',
      fix: [{ do: '文面に従って値を直してください。先頭のパスがフィールドを示しています。', cost: 'ありません。' }],
    },
  },
  fires: [
    {
      name: 'a subnet that is none',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\nnetworking:\n  podSubnet: «10.244.0.0»\n',
    },
  ],
  silent: [
    {
      name: 'a subnet',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\nnetworking:\n  podSubnet: 10.244.0.0/16\n',
    },
  ],
  see: [
    { source: 'kubeadm-mutations (kubeadm 1.20.2 and 1.28.4)', since: 20, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/apis/kubeadm/validation/validation.go', confidence: 'source' },
  ],
});
