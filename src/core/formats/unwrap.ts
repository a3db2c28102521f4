// Lets the formats claim their parts of a paste and unwraps each part.

import type { PastedObject, ReadingProblem, Segment } from './format.ts';
import { formats } from './index.ts';

export interface UnwrappedPaste {
  /** In order of appearance. */
  readonly objects: readonly PastedObject[];
  readonly problems: readonly ReadingProblem[];
  /** The stretches of YAML or JSON manifests, whole: kubeadm judges files, not objects. */
  readonly manifests: readonly Segment[];
}

/** Over this many UTF-16 units a paste is not read: the limit is said, the text stays where it is. */
export const largestPaste = 20_000_000;

export function unwrap(text: string): UnwrappedPaste {
  const objects: PastedObject[] = [];
  const problems: ReadingProblem[] = [];
  const manifests: Segment[] = [];
  for (const format of formats) {
    for (const segment of format.claim(text)) {
      const read = format.read(segment);
      objects.push(...read.objects);
      problems.push(...read.problems);
      if (format.name === 'kubernetes-manifest') manifests.push(segment);
    }
  }
  return { objects: objects.sort((a, b) => a.span.start - b.span.start), problems, manifests };
}
