// widgets/fragment: a text survives the way through an address, and nothing else gets in.
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriesText } from '../../src/widgets/fragment-mark.ts';
import { crc32, decodeFragment, encodeFragment, largestInflated } from '../../src/widgets/fragment.ts';

describe('fragment', () => {
  it.each(['', 'a', 'anonymous-auth: "false"\n', '監査ログ 🏯\r\n\t', '\ufeffkind: x', '\0'])(
    'carries %j',
    async (text) => {
      const fragment = await encodeFragment(text);
      expect(fragment).toMatch(/^#v1\.[\w-]*\.[0-9a-f]{8}$/);
      expect(carriesText(fragment)).toBe(true);
      expect(await decodeFragment(fragment)).toEqual({ text });
    },
  );

  it('carries any text', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
        expect(await decodeFragment(await encodeFragment(text))).toEqual({ text });
      }),
      { numRuns: 60 },
    ));

  it('is made by anything that can deflate', async () => {
    const bytes = Buffer.from('kind: Policy\n');
    const fragment = `#v1.${deflateRawSync(bytes).toString('base64url')}.${crc32(bytes)}`;
    expect(await decodeFragment(fragment)).toEqual({ text: 'kind: Policy\n' });
  });

  it('uses the checksum of gzip', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe('cbf43926');
  });

  it('never gives another text when a character is changed', async () => {
    const text = 'kind: ClusterConfiguration\napiVersion: kubeadm.k8s.io/v1beta2\n';
    const fragment = await encodeFragment(text);
    for (let at = 4; at < fragment.length; at += 1) {
      const other = fragment[at] === 'a' ? 'b' : 'a';
      const opened = await decodeFragment(fragment.slice(0, at) + other + fragment.slice(at + 1));
      // The last bits of the last character may carry nothing.
      expect([{ problem: 'damaged' }, { text }]).toContainEqual(opened);
    }
  });

  it.each(['#v1.', '#v1..', '#v1.abc', '#v1.!!.00000000', '#v1.AAAA.00000000', '#v1.AA.zzzzzzzz'])(
    'calls %s damaged',
    async (fragment) => {
      expect(await decodeFragment(fragment)).toEqual({ problem: 'damaged' });
    },
  );

  it('knows a newer version', async () => {
    expect(await decodeFragment('#v2.whatever')).toEqual({ problem: 'newer' });
  });

  it('stops inflating at its limit', async () => {
    expect(await decodeFragment(await encodeFragment('0'.repeat(largestInflated)))).toHaveProperty('text');
    expect(await decodeFragment(await encodeFragment('0'.repeat(largestInflated + 1)))).toEqual({
      problem: 'too-large',
    });
  });

  it.each(['', '#', '#v1', '#version', '#v1-beta', '#two-gates'])('leaves the anchor %j alone', (anchor) => {
    expect(carriesText(anchor)).toBe(false);
  });
});

describe('links that were made before', () => {
  const kept = JSON.parse(readFileSync(new URL('kept-links.json', import.meta.url), 'utf8')) as readonly {
    readonly fragment: string;
    readonly text: string;
  }[];

  // Lines are added to that file for each new version, and never changed or taken out.
  it.each(kept)('opens $fragment', async ({ fragment, text }) => {
    expect(await decodeFragment(fragment)).toEqual({ text });
  });
});
