// The formats, in the order in which they may claim a part of the paste: manifests take what the others leave.

import { auditLog } from './audit-log.ts';
import type { Format } from './format.ts';
import { kubeApiserverOutput } from './kube-apiserver-output.ts';
import { kubeadmOutput } from './kubeadm-output.ts';
import { kubernetesManifest } from './kubernetes-manifest.ts';

export const formats: readonly Format[] = [auditLog, kubeadmOutput, kubeApiserverOutput, kubernetesManifest];
