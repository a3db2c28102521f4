// The stretch of a text around its hits, with each hit marked.

export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Small letters of the same length, so that places stay. */
const small = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Inside a Latin word, `extraArgs` counting as two: the place is then no hit of its own. */
const runsOn = (left: string, right: string): boolean => /[a-z0-9]/i.test(left) && /[a-z0-9]/.test(right);

/** Where the terms stand, a Latin one as a whole word only; touching places become one. */
function hitsIn(text: string, terms: readonly string[]): readonly Span[] {
  const low = small(text);
  const spans: Span[] = [];
  for (const term of terms)
    for (let start = low.indexOf(term); start >= 0; start = low.indexOf(term, start + 1)) {
      const end = start + term.length;
      const isPart =
        runsOn(text.charAt(start - 1), text.charAt(start)) || runsOn(text.charAt(end - 1), text.charAt(end));
      if (!isPart) spans.push({ start, end });
    }
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

/** Where to begin so that most of the hits are seen. */
function bestStart(hits: readonly Span[], length: number): number {
  const seen = ({ start }: Span): number =>
    hits.reduce((sum, hit) => sum + (hit.start >= start && hit.end <= start + length ? hit.end - hit.start : 0), 0);
  const best = hits.reduce<Span | undefined>((top, hit) => (top && seen(top) >= seen(hit) ? top : hit), undefined);
  return best?.start ?? 0;
}

/**
 * @param terms as they were found, in small letters.
 * @param length how many characters to show, about.
 * @returns the pieces in order; without any hit the beginning of the text.
 */
export function excerptOf(text: string, terms: readonly string[], length: number): readonly Piece[] {
  const hits = hitsIn(text, terms);
  const isWhole = text.length <= length;
  const from = Math.max(0, bestStart(hits, length) - Math.floor(length / 4));
  const start = isWhole || from < 12 ? 0 : wordStart(text, from);
  const end = Math.min(text.length, start + length);
  const pieces: Piece[] = start > 0 ? [{ text: '… ', isHit: false }] : [];
  let at = start;
  for (const hit of hits.filter((one) => one.start >= start && one.end <= end)) {
    pieces.push(
      { text: text.slice(at, hit.start), isHit: false },
      { text: text.slice(hit.start, hit.end), isHit: true },
    );
    at = hit.end;
  }
  pieces.push({ text: `${text.slice(at, end)}${end < text.length ? ' …' : ''}`, isHit: false });
  return pieces.filter(({ text: one }) => one !== '');
}

/** The next blank, if there is one near. */
function wordStart(text: string, from: number): number {
  const blank = text.indexOf(' ', from);
  return blank >= 0 && blank - from < 20 ? blank + 1 : from;
}
