// widgets/policy-address: the own request of the policy simulator as an address, there and back.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  carriesRequest,
  choicesOf,
  firstRequest,
  readRequest,
  requestKeys,
  toTrialRequest,
  writeRequest,
  type OwnRequest,
} from '../../src/widgets/policy-address.ts';

const printable = fc.string({ unit: 'grapheme' }).filter((text) => !/[\u0000-\u001f\u007f]/.test(text));
const requests = fc.record(
  Object.fromEntries(
    requestKeys.map((key) => {
      const choices = choicesOf(key);
      return [key, choices ? fc.constantFrom(...choices) : printable];
    }),
  ),
) as unknown as fc.Arbitrary<OwnRequest>;

it('says nothing of what is as at first', () => {
  expect(writeRequest(firstRequest)).toBe('#request1');
  expect(readRequest('#request1')).toEqual({ request: firstRequest, problems: [] });
});

it('brings every request back', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const address = writeRequest(request);
      expect(carriesRequest(address)).toBe(true);
      expect(readRequest(address)).toEqual({ request, problems: [] });
    }),
  );
});

it('never throws, and keeps a request that the form can show', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { request } = readRequest(`#request1&${text}`);
      for (const key of requestKeys) expect(choicesOf(key)?.includes(request[key]) ?? true).toBe(true);
    }),
  );
});

describe('the request that is tried', () => {
  const name = { en: '', ja: '' };

  it('has no user with 401', () => {
    expect(toTrialRequest({ ...firstRequest, code: '401' }, name).request.user).toBeUndefined();
    expect(toTrialRequest({ ...firstRequest, groups: 'a, b  c' }, name).request.user?.groups).toEqual(['a', 'b', 'c']);
  });

  it('asks for a path or for a resource', () => {
    const path = toTrialRequest({ ...firstRequest, target: 'path' }, name).request;
    expect([path.path, path.resource]).toEqual(['/metrics', undefined]);
    expect(toTrialRequest(firstRequest, name).request.resource?.resource).toBe('pods');
  });
});
