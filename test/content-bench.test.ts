// What the bench says about the files of a chapter: exactly the findings that the chapter names.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { explain, inspect, migrate } from '../src/core/index.ts';
import { chapters, learn, type Chapter } from './content-chapters.ts';

/** Codes about reading the text: an excerpt need not be a whole file. */
const aboutReading = /^KA0/;

function codesOf(chapter: Chapter): readonly string[] {
  const shown = chapter.components.filter(({ name }) => name === 'Bench' || name === 'Source');
  const codes = shown.flatMap(({ attributes }) => {
    const text = readFileSync(`${learn}${chapter.folder}/${chapter.files.get(attributes['text'] ?? '')}`, 'utf8');
    return inspect(text, { kubernetesVersion: attributes['kubernetesVersion'] ?? '1.20.2' }).findings.map(
      (finding) => finding.code,
    );
  });
  return [...new Set(codes)].filter((code) => !aboutReading.test(code)).sort();
}

it.each(chapters.filter((chapter) => chapter.locale === 'en'))('$folder names what its files raise', (chapter) => {
  expect(codesOf(chapter)).toEqual(chapter.data['findings']);
});

it('says on the bench what chapter 1 and 3 let the reader try', () => {
  const read = (file: string): string => readFileSync(learn + file, 'utf8');
  const codes = (text: string): readonly string[] =>
    inspect(text, { kubernetesVersion: '1.20.2', command: 'init' }).findings.map((finding) => finding.code);
  const first = read('01-the-hardening-that-broke-join/kubeadm.conf');
  expect(codes(first.replace("'false'", "'true'"))).toEqual(['KA203']);
  expect(codes(first.replace("'false'", 'false'))).toEqual(['KA110']);

  const third = read('03-turn-it-back-on-and-write-it-down/kubeadm.conf');
  expect(codes(third.replace(/ *audit-policy-file.*\n/, ''))).toContain('KA402');
  expect(codes(third.replace(/ {2}- name: audit-policy\n(?: {4}.*\n){4}/, ''))).toContain('KA403');
  expect(codes(third.replace('readOnly: false', 'readOnly: true'))).toContain('KA406');

  const policy = read('03-turn-it-back-on-and-write-it-down/audit-policy.yaml');
  const rule =
    '- level: Metadata\n  namespaces: ["kube-public"]\n  resources: [{ group: "", resources: ["configmaps"] }]\n';
  expect(codes(policy.replace('rules:\n', `rules:\n${rule}`))).toEqual(['KA405']);
  expect(codes(policy.replace('level: None', 'level: Metadata'))).toEqual([]);
});

it('says on the bench what chapter 5 lets the reader try', () => {
  const text = readFileSync(`${learn}05-inside-cluster-info/wrong-hash.txt`, 'utf8');
  const told = (end: string): readonly string[] =>
    inspect(text.replace(/(?<=API Server: ).*/, end), { kubernetesVersion: '1.20.2' }).findings.map(({ code }) => code);
  const steps = [...readFileSync(`${learn}05-inside-cluster-info/en.mdx`, 'utf8').matchAll(/^\d\. .*by `([^`]+)`/gm)];
  expect(steps.map(([, end = '']) => told(end))).toEqual([['KA308'], ['KA301']]);
});

it('says on the bench what chapter 6 lets the reader try', () => {
  const manifest = readFileSync(`${learn}06-a-restart-every-four-minutes/kube-apiserver.yaml`, 'utf8');
  const message = (text: string): string | undefined => {
    const findings = inspect(text, { kubernetesVersion: '1.20.2' }).findings;
    const killed = findings.find(({ code }) => code === 'KA202');
    return killed && explain(killed, 'en').message;
  };
  expect(message(manifest)).toMatch(/startup probe.*24 failures.*about 240 s/);
  expect(message(manifest.replace('failureThreshold: 24', 'failureThreshold: 6'))).toMatch(/6 failures.*about 60 s/);
  const check = /(?<=startupProbe:\n.*\n)( +)httpGet:\n(?: {8}.*\n)+/;
  const byTcp = manifest.replace(check, '$1tcpSocket:\n$1  port: 6443\n');
  expect(message(byTcp)).toMatch(/liveness probe.*8 failures.*about 80 s/);
  expect(message(manifest.replace('=false', '=true'))).toBeUndefined();
});

it('says on the bench what chapter 7 lets the reader try', () => {
  const read = (file: string): string => readFileSync(`${learn}07-401-or-403/${file}`, 'utf8');
  const codes = (text: string): readonly string[] =>
    inspect(text, { kubernetesVersion: '1.20.2', command: 'init' }).findings.map(({ code }) => code);
  expect(codes(read('always-allow.yaml'))).toEqual(['KA204']);
  expect(codes(read('always-allow.yaml').replace('AlwaysAllow', 'Node,RBAC'))).toEqual(['KA203']);
  const events = read('events.log');
  expect(codes(events)).toEqual(['KA511', 'KA510']);
  expect(codes(events.replace('system:anonymous', 'system:bootstrap:abcdef'))).toEqual(['KA510']);
  expect(codes(events.replace('403', '200').replace('forbid', 'allow'))).toContain('KA514');
});

it('says on the bench what chapter 8 lets the reader try', () => {
  const policy = readFileSync(`${learn}08-what-the-audit-log-does-not-show/policy.yaml`, 'utf8');
  const codes = (text: string): readonly string[] =>
    inspect(text, { kubernetesVersion: '1.20.2' }).findings.map(({ code }) => code);
  expect(codes(policy)).toEqual(['KA405']);
  expect(codes(policy.replace(/userGroups.*/, 'nonResourceURLs: ["/livez*"]'))).toEqual([]);
  const all = policy.replace('None', 'Metadata');
  expect(codes(all)).toEqual([]);
  expect(codes(all.replace('"RequestReceived"', '"RequestReceived", "ResponseStarted"'))).toEqual(['KA405']);
});

it('says on the bench what chapter 9 lets the reader try', () => {
  const read = (file: string): string => readFileSync(`${learn}09-what-cis-says-and-what-scanners-see/${file}`, 'utf8');
  const codes = (text: string, kubernetesVersion: string): readonly string[] =>
    inspect(text, { kubernetesVersion, command: 'init' }).findings.map(({ code }) => code);
  const two = read('flag.yaml');
  expect(codes(two, '1.20.2')).toEqual(['KA201', 'KA202', 'KA207']);
  expect(codes(two.replace(/.*anonymous-auth.*\n/, ''), '1.20.2')).toEqual([]);
  expect(codes(two.replace(/---[^]*/, ''), '1.20.2')).toEqual(['KA201', 'KA202', 'KA207']);
  const both = read('flag-and-file.yaml');
  expect(codes(both, '1.34.0')).toEqual(['KA213']);
  const file = both.replace(/.*name: anonymous-auth\n.*\n/, '');
  expect(codes(file, '1.34.0')).toEqual(['KA229']);
  expect(codes(file.replace(/.*cluster-info\n/, ''), '1.34.0')).toEqual(['KA217', 'KA229']);
});

it('says on the bench what chapter 10 lets the reader try', () => {
  const log = readFileSync(`${learn}10-four-ways-to-add-a-node/gave-up.txt`, 'utf8');
  const told = (text: string): readonly string[] =>
    inspect(text, { kubernetesVersion: '1.20.2' }).findings.map(({ code }) => code);
  const [, from = '', to = ''] =
    /Replace `([^`]+)` by `([^`]+)`/.exec(readFileSync(`${learn}10-four-ways-to-add-a-node/en.mdx`, 'utf8')) ?? [];
  expect(log).toContain(from);
  expect([told(log), told(log.replace(from, to))]).toEqual([['KA310'], ['KA310']]);
});

it('says on the bench what chapter 11 lets the reader try', () => {
  const read = (file: string): string => readFileSync(`${learn}11-the-narrow-way/${file}`, 'utf8');
  const told = (text: string, kubernetesVersion: string): readonly string[] =>
    inspect(text, { kubernetesVersion }).findings.map(({ code }) => code);
  const withoutSlash = read('traps.yaml').replace('/livez/', '/livez');
  expect(told(withoutSlash, '1.34.0')).toEqual(['KA217', 'KA219', 'KA229']);
  expect(told(withoutSlash.replace('*', 'cluster-info'), '1.34.0')).toEqual(['KA229']);
  const beta = read('kubeadm.conf').replace('apiserver.config.k8s.io/v1\n', 'apiserver.config.k8s.io/v1beta1\n');
  expect(told(beta, '1.31.0')).toEqual(['KA214']);
  const gate = '  - name: feature-gates\n    value: AnonymousAuthConfigurableEndpoints=true\n  extraVolumes:';
  expect(told(beta.replace('  extraVolumes:', gate), '1.31.0')).toEqual(['KA229']);
});

it('says on the bench what chapter 12 lets the reader try', () => {
  const read = (file: string): string => readFileSync(`${learn}12-the-experiment-today/${file}`, 'utf8');
  const old = inspect(read('old.yaml').replace('v1beta2', 'v1beta3'), { kubernetesVersion: '1.28.4' });
  expect(old.findings.map(({ code }) => code)).toEqual(['KA201', 'KA202', 'KA207']);
  expect(migrate(read('old.yaml'))).toMatchObject({ text: expect.stringContaining(read('migrated.yaml')) });
  const today = read('today.yaml');
  const codes = (text: string): readonly string[] =>
    inspect(text, { kubernetesVersion: '1.34.0', command: 'init' }).findings.map(({ code }) => code);
  expect(codes(today)).toEqual(['KA203', 'KA401']);
  expect(codes(today.replace('"true"', '"false"'))).toEqual(['KA201', 'KA202', 'KA207', 'KA401']);
  expect(codes(today.replace('"true"', 'true'))).toEqual(['KA110', 'KA401']);
  expect(codes(today.replace('v1beta4', 'v1beta3'))).toEqual(['KA110', 'KA108', 'KA203', 'KA401']);
});

it('says on the bench what chapter 13 lets the reader try', () => {
  const read = (file: string): string => readFileSync(`${learn}13-before-you-turn-it-off/${file}`, 'utf8');
  const codes = (text: string): readonly string[] =>
    inspect(text, { kubernetesVersion: '1.28.4', command: 'init' }).findings.map(({ code }) => code);
  expect(codes(read('audit.log'))).toEqual(['KA512', 'KA503', 'KA501']);
  expect(codes(read('audit.log').replace(/.*cluster-info.*\n/, ''))).toEqual(['KA512', 'KA503']);
  const plan = read('kubeadm.yaml');
  expect(codes(plan)).toEqual(['KA201', 'KA406']);
  const writable = plan.replace('readOnly: true', 'readOnly: false');
  expect(codes(writable)).toEqual(['KA201', 'KA202', 'KA207', 'KA401']);
  expect(codes(writable.replace(/.*anonymous-auth.*\n/, ''))).toEqual(['KA401']);
});
