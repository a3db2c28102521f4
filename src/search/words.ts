// Cuts a text into the words that are searched: Latin words whole and in parts, Japanese in pairs of characters, since
// nothing there parts one word from the next.

const japanese = '々ー\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}';
const runs = new RegExp(`[${japanese}]+|[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._:/@-]*[\\p{L}\\p{N}])?`, 'gu');
const startsJapanese = new RegExp(`^[${japanese}]`, 'u');
const firstJapanese = new RegExp(`[${japanese}]`, 'u');

/** One stretch of a text: what stands there as one, and the parts it has, all in small letters. */
export interface Word {
  readonly whole: string;
  /** Empty if it has none but itself; of a Japanese stretch its pairs. */
  readonly parts: readonly string[];
}

function pairsOf(run: string): readonly string[] {
  const characters = [...run];
  return characters.length < 2 ? characters : characters.slice(1).map((one, index) => `${characters[index]}${one}`);
}

/** `extraArgs` and `kube-public/cluster-info` at every seam; single letters are no words. */
function partsOf(run: string): readonly string[] {
  const seams = run
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase();
  return seams.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 1);
}

function latin(run: string): readonly Word[] {
  const whole = run.toLowerCase();
  const parts = partsOf(run);
  return [{ whole, parts: parts.length === 1 && parts[0] === whole ? [] : parts }];
}

/** The words in order. Full-width letters count as plain ones; an apostrophe parts nothing (`couldn’t`). */
export function wordsIn(text: string): readonly Word[] {
  const plain = text.normalize('NFKC').replace(/(\p{L})['’](?=\p{L})/gu, '$1');
  return [...plain.matchAll(runs)].flatMap(([run]): readonly Word[] => {
    if (startsJapanese.test(run)) return [{ whole: run.toLowerCase(), parts: pairsOf(run) }];
    const at = run.search(firstJapanese); // `APIサーバー`: letters, then Japanese without a blank
    if (at < 0) return latin(run);
    return [...wordsIn(run.slice(0, at)), ...wordsIn(run.slice(at))];
  });
}

/** Everything by which a text is found, with repetitions. */
export function termsIn(text: string): string[] {
  return wordsIn(text).flatMap(({ whole, parts }) => (startsJapanese.test(whole) ? [...parts] : [whole, ...parts]));
}
