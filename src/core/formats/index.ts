// The formats, in the order in which they may claim a part of the paste: manifests take what the others leave.

import type { Format } from './format.ts';
import { kubernetesManifest } from './kubernetes-manifest.ts';

export const formats: readonly Format[] = [kubernetesManifest];
