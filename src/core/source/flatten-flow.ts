// YAML with every line end inside brackets and quotes made a blank, and comments there blanked out; offsets stay the same.

const token = /"(?:[^"\\]|\\[^])*"?|'(?:[^']|'')*'?|#[^\r\n]*|[[\]{}]|[^]/g;

/** Gives the text back unchanged where nothing stands in brackets or quotes over several lines. */
export function flattenFlow(text: string): string {
  let depth = 0;
  let before = '\n';
  return text.replace(token, (part) => {
    const startsToken = /[\s,:[{]/.test(before);
    before = part.at(-1) ?? '';
    if (part.length > 1 && part.startsWith('#')) return depth > 0 ? ' '.repeat(part.length) : part;
    if (part === '[' || part === '{') depth += depth > 0 || startsToken ? 1 : 0;
    else if (part === ']' || part === '}') depth = Math.max(0, depth - 1);
    return depth > 0 || part.length > 1 ? part.replace(/[\r\n]/g, ' ') : part;
  });
}
