// Text that a template engine or a shell will replace: nothing can be said about a value that is not there yet.

const marks = /\$\{|\$\(|\{\{|\{%|^<[^>]*>$|^__\w+__$|^\$[A-Za-z_]\w*$/;

export function isPlaceholder(text: string): boolean {
  return marks.test(text);
}
