// One text that the reader asked this browser to keep, with its secrets, addresses and names replaced. Nothing is kept unasked.

const key = 'draft';

/** Undefined if nothing was kept, or the browser has no storage for this page. */
export function keptDraft(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Says whether it is kept. */
export function keepDraft(text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function eraseDraft(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
