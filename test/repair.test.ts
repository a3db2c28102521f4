// Every edit that a finding offers does what it says: the finding goes away, no new error comes, and nothing else moves.
// Each example is tried as it stands, with CRLF, without a line end at its end, as JSON in two forms and with lists of flags.

import fc from 'fast-check';
import { dump, loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { findingKinds, inspect, locales, type Edit, type Example, type Finding } from '../src/core/index.ts';

const repairing = findingKinds.filter((kind) => kind.text.en.repair !== undefined);

/** What may come to light once a line counts: it did nothing before. */
const revealed: Readonly<Record<string, readonly string[]>> = {
  KA110: ['KA201', 'KA202'],
  KA205: ['KA201', 'KA202'],
  KA213: ['KA218'],
  KA209: ['KA201', 'KA202', 'KA403', 'KA408'],
};

function apply(text: string, edits: readonly Edit[]): string {
  return edits.toReversed().reduce((rest, { range, newText }) => {
    return rest.slice(0, range.start.offset) + newText + rest.slice(range.end.offset);
  }, text);
}

interface Variant {
  readonly name: string;
  readonly text: string;
}

/** `extraArgs` as the list of v1beta4. */
function withLists(document: unknown): unknown {
  const { apiServer } = document as { apiServer?: { extraArgs?: Readonly<Record<string, unknown>> } };
  if (!apiServer?.extraArgs || Array.isArray(apiServer.extraArgs)) return document;
  const extraArgs = Object.entries(apiServer.extraArgs).map(([name, value]) => ({ name, value }));
  return { ...(document as object), apiVersion: 'kubeadm.k8s.io/v1beta4', apiServer: { ...apiServer, extraArgs } };
}

function variantsOf(example: Example): readonly Variant[] {
  const text = example.text.replace(/[«»]/g, '');
  const documents = loadAll(text);
  const join = (write: (document: unknown) => string): string => documents.map(write).join('\n---\n');
  const plain = [
    { name: 'as it stands', text },
    { name: 'CRLF', text: text.replaceAll('\n', '\r\n') },
    { name: 'no line end at its end', text: text.trimEnd() },
  ];
  // A command line is no document.
  if (!documents.every((document) => typeof document === 'object')) return plain;
  return [
    ...plain,
    { name: 'comments', text: text.replace(/\n/g, ' # why\n') },
    { name: 'JSON, one line', text: join((document) => JSON.stringify(document)) },
    { name: 'JSON, many lines', text: join((document) => JSON.stringify(document, null, 2)) },
    { name: 'lists', text: join((document) => dump(withLists(document))) },
    { name: 'lists in JSON', text: join((document) => JSON.stringify(withLists(document), null, 4)) },
  ];
}

const errorsOf = (findings: readonly Finding[]): readonly string[] =>
  [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code))].sort();

describe.each(repairing.map((kind) => [kind.code, kind] as const))('%s', (code, kind) => {
  const cases = kind.fires.flatMap((example) => variantsOf(example).map((variant) => ({ ...variant, example })));

  it('offers an edit in one of its examples, and says so in both languages', () => {
    expect(locales.map((locale) => typeof kind.text[locale].repair)).toEqual(['string', 'string']);
    const found = kind.fires.flatMap((example) => inspect(example.text.replace(/[«»]/g, '')).findings);
    expect(found.some((finding) => finding.code === code && finding.edits)).toBe(true);
  });

  it.each(cases)('$example.name, $name', ({ text, example }) => {
    const options = example.kubernetesVersion ? { kubernetesVersion: example.kubernetesVersion } : {};
    const before = inspect(text, options).findings;
    for (const { args, edits } of before.filter((finding) => finding.code === code)) {
      if (!edits) continue;
      const after = inspect(apply(text, edits), options).findings;
      const same = (finding: Finding): boolean =>
        finding.code === code && JSON.stringify(finding.args) === JSON.stringify(args);
      expect(after.filter(same)).toHaveLength(before.filter(same).length - 1);
      const allowed = [...errorsOf(before), ...(revealed[code] ?? [])];
      expect(errorsOf(after).filter((one) => !allowed.includes(one))).toEqual([]);
      if (!/\r/.test(text)) continue;
      expect(apply(text, edits)).not.toMatch(/[^\r]\n/);
    }
  });
});

it('offers the edit in every form of the example, but where the only entry would go', () => {
  const missing = repairing.flatMap((kind) =>
    kind.fires.flatMap((example) => {
      const options = example.kubernetesVersion ? { kubernetesVersion: example.kubernetesVersion } : {};
      const count = (text: string): number =>
        inspect(text, options).findings.filter(({ code, edits }) => code === kind.code && edits).length;
      const [first, ...others] = variantsOf(example);
      return (
        others
          .filter(({ text }) => count(text) !== count(first?.text ?? ''))
          // The list form is of v1beta4, which the kubeadm of this example does not read at all.
          .filter(({ name }) => !(kind.code === 'KA110' && example.kubernetesVersion === '1.20' && /lists/.test(name)))
          .map(({ name }) => `${kind.code} ${example.name}: ${name}`)
      );
    }),
  );
  expect(missing).toEqual([]);
});

it('leaves a text alone in which one place may stand for several', () => {
  const text = `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs: &args
    anonymous-auth: "no"
scheduler:
  extraArgs: *args
`;
  const { findings } = inspect(text);
  expect(findings.map(({ code }) => code)).toContain('KA205');
  expect(findings.filter(({ edits }) => edits)).toEqual([]);
});

it('keeps its ranges inside the text and in order, whatever is cut out of the examples', () => {
  const texts = repairing.flatMap((kind) => kind.fires.flatMap(variantsOf)).map(({ text }) => text);
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(40), (text, at, length) => {
      const start = at % (text.length + 1);
      const cut = text.slice(0, start) + text.slice(start + length);
      for (const { edits = [] } of inspect(cut).findings) {
        const offsets = edits.flatMap(({ range }) => [range.start.offset, range.end.offset]);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        expect(offsets.every((offset) => offset >= 0 && offset <= cut.length)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
