// A Shiki transformer that marks the lines of a piece of code that hold certain words.

import type { ShikiTransformer } from 'shiki';

export function markLines(parts: readonly string[]): ShikiTransformer {
  return {
    name: 'mark-lines',
    line(node, line) {
      const text = this.source.split('\n')[line - 1] ?? '';
      if (parts.some((part) => text.includes(part))) this.addClassToHast(node, 'marked');
    },
  };
}
