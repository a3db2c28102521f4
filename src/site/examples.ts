// The three examples of the bench, from our own runs of Kubernetes 1.20.2.
//
// kubeadm.yaml: v1.20.2/K2-init-false/kubeadm.conf, shortened: node settings and audit settings left out.
// join-output.txt: v1.20.2/K4-article-false/join-J1-full.stdout, then .stderr.
// audit-events.log: v1.20.2/K4-article-true/audit.log, the lines of `kubeadm join`.

import auditEvents from '../../content/examples/audit-events.log?raw';
import joinOutput from '../../content/examples/join-output.txt?raw';
import kubeadm from '../../content/examples/kubeadm.yaml?raw';
import type { KubeadmCommand, Locale } from '../core/index.ts';
import { words } from '../i18n/ui.ts';

export interface LabelledExample {
  readonly label: string;
  readonly text: string;
  readonly kubernetesVersion?: string;
  readonly command?: KubeadmCommand;
}

export function examplesIn(locale: Locale): readonly [LabelledExample, ...LabelledExample[]] {
  const { examples } = words[locale];
  return [
    { label: examples.kubeadm, text: kubeadm },
    { label: examples.joinOutput, text: joinOutput, kubernetesVersion: '1.20', command: 'join' },
    { label: examples.auditEvents, text: auditEvents },
  ];
}
