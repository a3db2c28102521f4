// Tells a fragment that carries a text from the anchor of a heading.

/** True for every fragment that means to carry a text, in this version or another, whole or damaged. */
export function carriesText(fragment: string): boolean {
  return /^#v\d+\./.test(fragment);
}

/** True on a page whose address names nothing that is there: a link that carries a text and lost its beginning on the way. */
export function meansText(fragment: string): boolean {
  if (carriesText(fragment)) return true;
  if (fragment.length < 2) return false;
  try {
    return document.getElementById(decodeURIComponent(fragment.slice(1))) === null;
  } catch {
    return true; // a damaged percent sign
  }
}
