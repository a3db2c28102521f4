// Text in terminal columns: width, padding, line breaks for both languages, and characters that a terminal must not see.

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const zero = /\p{Mn}|\p{Me}|\u200d|\ufe0f/u;

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** A pasted log may hold escape sequences: control characters are shown as their pictures (␛), tabs and line ends stay. */
export function printable(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '␡' : '�';
  });
}

// A line may break at a blank, or beside a full-width character – but not before closing punctuation or behind an opening bracket.
const pieces =
  /[^\s\u3000-\u9fff\uff00-\uffef]+\s*|[「『（［]*[\u3000-\u9fff\uff00-\uffef][、。，．」』）］：ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ！？)\].,:;]*\s*|\s+/gu;

/** Breaks one paragraph into lines of at most `width` columns; a piece that is longer stays whole. */
export function wrap(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(pieces)) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
