// core/logs/known-stretches: what is known is the same to the last byte, and room stays bounded.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownStretches, notKnown } from '../../src/core/logs/known-stretches.ts';

const viewOf = (text: string): DataView =>
  new DataView(new TextEncoder().encode(`${text}${'\u0000'.repeat(16)}`).buffer);

describe('a known stretch', () => {
  it('is found at its bytes alone, whatever one of them is changed to', () => {
    const text = fc.string({
      minLength: 8,
      maxLength: 60,
      unit: fc.constantFrom('a', 'b', '"', '\u007f', 'é', '\uffff'),
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 0, max: 255 }), (said, place, byte) => {
        const length = new TextEncoder().encode(said).length;
        const known = new KnownStretches(4, 256);
        const index = known.learn(viewOf(said), 0, length, 1);
        const other = viewOf(said);
        other.setUint8(place % length, byte);
        const isSame = viewOf(said).getUint8(place % length) === byte;
        const found = known.at(other, 0, length, 1);
        // Bytes that make no number are never found again: that is slow, and not wrong.
        if (!isSame) expect([found, known.before(other, length, 0, 1)]).toEqual([notKnown, notKnown]);
        else expect([notKnown, index]).toContain(found);
        expect(known.at(other, 0, length - 1, 1)).toBe(notKnown);
      }),
    );
  });

  it('makes place for others of its hash, the one that was seen longest ago first', () => {
    const known = new KnownStretches(1, 64);
    const texts = ['first...', 'second..', 'third...', 'fourth..', 'fifth...'];
    for (const text of texts.slice(0, 4)) known.learn(viewOf(text), 0, 8, 0);
    expect(known.at(viewOf('first...'), 0, 8, 0)).not.toBe(notKnown);
    known.learn(viewOf('fifth...'), 0, 8, 0);
    const found = texts.filter((text) => known.at(viewOf(text), 0, 8, 0) !== notKnown);
    expect(found).toEqual(['first...', 'third...', 'fourth..', 'fifth...']);
    expect(known.learn(viewOf('x'.repeat(65)), 0, 65, 0)).toBe(notKnown);
  });
});
