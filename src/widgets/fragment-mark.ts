// Tells a fragment that carries a text from the anchor of a heading.

/** True for every fragment that means to carry a text, in this version or another, whole or damaged. */
export function carriesText(fragment: string): boolean {
  return /^#v\d+\./.test(fragment);
}
