// What a reader keeps while learning: guesses, and the chapters that are read. It stays on this device, and can be cleared.

const key = 'learn';

export interface Kept {
  /** Name of a question → the choice, counted from 0. */
  readonly guesses: Readonly<Record<string, number>>;
  /** Addresses of chapters, without language. */
  readonly read: readonly string[];
}

const nothing: Kept = { guesses: {}, read: [] };

/** What was kept; nothing if it cannot be read, or is not ours. */
export function kept(): Kept {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Record<keyof Kept, unknown>> | null;
    const guesses = Object.entries(Object(found?.guesses)).filter(([, choice]) => Number.isInteger(choice));
    const read = Array.isArray(found?.read) ? found.read.filter((slug) => typeof slug === 'string') : [];
    return { guesses: Object.fromEntries(guesses) as Kept['guesses'], read };
  } catch {
    return nothing;
  }
}

/** Without a storage (a page from a disk, a strict browser) it lasts for this page only. */
export function keep(change: Partial<Kept>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...kept(), ...change }));
  } catch {
    // Nothing is lost but the memory of it.
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
