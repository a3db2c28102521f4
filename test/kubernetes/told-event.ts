// One audit event with a few fields changed, and its story in rows, for the tests of stories.
import { expect } from 'vitest';
import { inspect, locales, tell, type Report } from '../../src/core/index.ts';

export const base = {
  kind: 'Event',
  apiVersion: 'audit.k8s.io/v1',
  level: 'Metadata',
  auditID: 'f4818184-7fbd-41a8-b6c1-89d51af38a3b',
  stage: 'ResponseComplete',
  requestURI: '/api/v1/namespaces/shop/pods/web',
  verb: 'get',
  user: { username: 'ann', groups: ['ops', 'system:authenticated'] },
  sourceIPs: ['192.0.2.7'],
  userAgent: 'kubectl/v1.33.1 (linux/amd64) kubernetes/8adc0f0',
  objectRef: { resource: 'pods', namespace: 'shop', name: 'web', apiVersion: 'v1' },
  responseStatus: { metadata: {}, code: 200 },
  requestReceivedTimestamp: '2026-11-24T03:00:00.000000Z',
  stageTimestamp: '2026-11-24T03:00:00.004000Z',
  annotations: { 'authorization.k8s.io/decision': 'allow', 'authorization.k8s.io/reason': '' },
};
export const anonymous = { username: 'system:anonymous', groups: ['system:unauthenticated'] };
export const withoutNotes = { annotations: undefined };
export const noted = (more: object): object => ({ annotations: { ...base.annotations, ...more } });
export const answer = (code: number, message = ''): object => ({
  responseStatus: { metadata: {}, code, ...(message ? { message } : {}) },
});
const inspected = (fields: object): Report => inspect(JSON.stringify({ ...base, ...fields }));

/** The rows of the one story in both languages, under their English labels. */
export function told(fields: object): Readonly<Record<string, string>> {
  const [story] = inspected(fields).stories;
  if (!story) throw new Error('no story');
  const [english, japanese] = locales.map((locale) => tell(story, locale).rows);
  expect(japanese?.map(({ text }) => text).filter((text) => text === '' || text.includes('undefined'))).toEqual([]);
  expect(japanese?.length).toBe(english?.length);
  return Object.fromEntries(english?.map(({ label, text }) => [label, text]) ?? []);
}
