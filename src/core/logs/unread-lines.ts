// What could not be read: counted by reason, and the first places of it.

import type { LinePlace, Unread, UnreadReason } from './summary.ts';

const mostPlaces = 20;

export class UnreadLines {
  readonly #counts: Record<UnreadReason, number> = { 'no-json': 0, broken: 0, 'other-json': 0, 'too-long': 0 };
  readonly #places: (LinePlace & { readonly reason: UnreadReason })[] = [];

  add(reason: UnreadReason, place: LinePlace): void {
    this.#counts[reason]++;
    if (this.#places.length < mostPlaces) this.#places.push({ ...place, reason });
  }

  unread(): Unread {
    return { counts: { ...this.#counts }, places: [...this.#places] };
  }
}
