// The lab's addresses: every state comes back as it was written, and what an address asks for in vain is named.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestMinor, oldestLabMinor, serverSettings } from '../../src/core/index.ts';
import {
  carriesState,
  firstState,
  labFields,
  readState,
  writeState,
  type LabChoices,
  type LabState,
} from '../../src/widgets/lab-address.ts';
import { labCases } from '../../src/widgets/lab-cases.ts';
import { choicesOf, serverOf } from '../../src/widgets/lab-server.ts';

const word = fc.string({ minLength: 1, unit: 'binary' }).filter((text) => !/\s/.test(text));

/** Every state that the form can have, and paths of any letters. */
const anyState: fc.Arbitrary<LabState> = fc
  .record({
    choices: fc.record(
      Object.fromEntries(
        Object.entries(labFields).map(([key, { values, list }]) => [
          key,
          list
            ? (values.length > 0 ? fc.subarray([...values]) : fc.uniqueArray(word, { maxLength: 5 })).map((items) =>
                items.join('\n'),
              )
            : fc.constantFrom(...values),
        ]),
      ),
    ),
    step: fc.option(fc.nat(9999), { nil: undefined }),
  })
  .map(({ choices, step }) => ({
    choices: choices as unknown as LabChoices,
    ...(step !== undefined && { step }),
  }));

it('every server of the matrix has an address, and it means that server', () => {
  for (const { id, server } of serverSettings)
    for (let minor = oldestLabMinor; minor <= newestMinor; minor += 1) {
      const wanted = server(minor);
      const choices = wanted && choicesOf(wanted, 'kubectl-none');
      expect(choices && serverOf(choices), `${id} in 1.${minor}`).toEqual(wanted);
      if (choices) expect(readState(writeState({ choices })).choices).toEqual(choices);
    }
});

describe('an address', () => {
  it('gives back the state that it was written for', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const address = writeState(state);
        expect(carriesState(address)).toBe(true);
        expect(readState(address)).toEqual({ ...state, problems: [] });
      }),
    );
  });

  it('can be read aloud', () => {
    expect(writeState(firstState)).toBe('#lab1&kubernetes=1.28&client=kubeadm-join-token-pin&anonymous-auth=false');
    expect(labCases.map(({ state }) => writeState(state))).toMatchInlineSnapshot(`
      [
        "#lab1&kubernetes=1.28&client=kubeadm-join-token-pin&anonymous-auth=false&step=0",
        "#lab1&kubernetes=1.28&client=kubeadm-join-token-pin&step=0",
        "#lab1&kubernetes=1.28&client=startup-probe&anonymous-auth=false&step=0",
        "#lab1&kubernetes=1.28&client=kubeadm-join-token-pin&without=kubeadm:bootstrap-signer-clusterinfo&step=0",
        "#lab1&kubernetes=1.28&client=kubeadm-join-file-credentials&anonymous-auth=false&step=0",
        "#lab1&kubernetes=1.34&client=kubeadm-join-token-pin&file=paths&file-version=v1&paths=/livez,/readyz,/healthz,/api/v1/namespaces/kube-public/configmaps/cluster-info&step=0",
        "#lab1&kubernetes=1.34&client=kubeadm-join-token-pin&anonymous-auth=false&file=paths&file-version=v1&paths=/livez",
      ]
    `);
  });

  it('has nothing in it that a chat program would end a link at', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(writeState(state)).toMatch(/^#[\w&=:/@.,!~*'()%-]*$/);
      }),
    );
  });

  it.each([
    ['#lab1&kubernetes=1.99&client=kubectl-none', ['kubernetes=1.99']],
    ['#lab1&kubernetes=1.28&client=nobody', ['client=nobody']],
    ['#lab1&kubernetes=1.28&client=kubectl-none&anonymous-auth=no', ['anonymous-auth=no']],
    ['#lab1&kubernetes=1.28&client=kubectl-none&colour=red', ['colour=red']],
    ['#lab1&kubernetes=1.28&client=kubectl-none&audit=none&audit=none', ['audit=none']],
    ['#lab1&kubernetes=1.28&client=kubectl-none&paths=%', ['paths=%']],
    ['#lab1&kubernetes=1.28&client=kubectl-none&paths=/a,/a', ['paths=/a,/a']],
    ['#lab1&kubernetes=1.28&client=kubectl-none&step=-1', ['step=-1']],
    ['#lab1&client=kubectl-none', ['kubernetes=']],
    ['#lab1', ['kubernetes=', 'client=']],
    ['#lab2&kubernetes=1.28', ['newer']],
  ])('%s is named as not understood', (address, problems) => {
    expect(readState(address).problems).toEqual(problems);
  });

  it('is not mistaken for the anchor of a heading, nor for a text', () => {
    for (const other of ['', '#labels', '#v1.abc.00000000', '#lab', '#laboratory1'])
      expect(carriesState(other)).toBe(false);
  });

  it('never makes the reader of it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { choices } = readState(`#lab1&${text}`);
        for (const [key, { values, list }] of Object.entries(labFields))
          if (!list) expect(values).toContain(choices[key as keyof LabChoices]);
      }),
    );
  });
});
