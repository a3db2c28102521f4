// A cluster of the tests' own: its cluster-info, a token and a CA, and a join held against them.
import { libraryDigests, verifyClusterInfo, type Check, type Verification } from '../../src/core/verify/index.ts';
import { dataOf, kubeconfigOf, makeCA, yamlOf } from './make-cluster.ts';

export const ca = makeCA('P-256');
export const other = makeCA('P-256');
export const token = 'abcdef.0123456789abcdef';
export const data = dataOf(kubeconfigOf(ca.pem), [token, 'second.fedcba9876543210']);
export const good = yamlOf(data);
export const identity = "error execution phase preflight: couldn't validate the identity of the API Server: ";

export interface Given {
  readonly text?: string;
  readonly token?: string;
  readonly pins?: readonly string[];
  readonly minor?: number;
}

export function verify({ text = good, minor = 34, ...given }: Given): Promise<Verification> {
  const options = { minor, now: Date.parse('2026-01-01T00:00:00Z'), digests: libraryDigests };
  return verifyClusterInfo({ text, ...given }, options);
}

export async function check(given: Given): Promise<Check> {
  const [first] = (await verify(given)).checks;
  if (!first) throw new Error('no check');
  return first;
}

/** The step that stops the join, and the line that it prints. */
export async function stop(given: Given): Promise<readonly [string | undefined, string | undefined]> {
  const { steps, text } = await check({ token, pins: [ca.pin], ...given });
  return [steps.find(({ state, reached }) => state === 'stops' && reached)?.name, text?.line];
}
