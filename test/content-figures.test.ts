// Holds the figures of the chapters against the real runs: times, answers and tables that are drawn were really measured.
// The runs lie beside the project and are not part of it; without them these tests skip.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { learn } from './content-chapters.ts';

const evidence = new URL('../../shared/evidence/', import.meta.url).pathname;
const present = existsSync(evidence);
if (!present) process.stdout.write('content-figures: the runs are not beside the project; skipped\n');

const linesOf = (file: string): readonly string[] =>
  readFileSync(evidence + file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'));

describe.skipIf(!present)('the figures and the runs', () => {
  it('puts the measured answers on the sheet of chapter 7', () => {
    type Table = Readonly<Record<string, Readonly<Record<string, number>>>>;
    const table = (run: string): Table =>
      JSON.parse(readFileSync(`${evidence}${run}/http-probes.table.json`, 'utf8')) as Table;
    const columns = ['/livez', 'cluster-info', 'kubeadm-config', '/metrics'];
    const answers = (run: string, sent: string): readonly unknown[] =>
      columns.map((column) => Object.entries(table(run)[sent] ?? {}).find(([path]) => path.endsWith(column))?.[1]);
    const sheet = readFileSync(`${learn}07-401-or-403/answers.astro`, 'utf8');
    const rows = [...sheet.matchAll(/sent: (\[[^\]]*\]),\s*on: (\[[^\]]*\]),\s*off: (\[[^\]]*\])/g)];
    const shownAnswers = rows.flatMap(([, sent = '', on = '', off = '']) =>
      [...sent.matchAll(/'([^']+)'/g)].map(([, one = '']) => [one, JSON.parse(on), JSON.parse(off)]),
    );
    expect(shownAnswers.length).toBe(9);
    expect(shownAnswers).toEqual(
      shownAnswers.map(([sent]) => [sent, answers('v1.20.2/S1', String(sent)), answers('v1.20.2/S2', String(sent))]),
    );
    for (const [older, newer] of [['v1.20.2/S1', 'v1.28.4/S1m'] as const, ['v1.20.2/S2', 'v1.28.4/S2m'] as const])
      expect(table(newer)).toEqual(table(older));
  });

  it('draws chapter 6 from the times in the logs', () => {
    const run = `${evidence}v1.20.2/K2-init-false/`;
    const logs = readFileSync(`${run}watch.log`, 'utf8') + readFileSync(`${run}audit.log`, 'utf8');
    const figure = readFileSync(`${learn}06-a-restart-every-four-minutes/timeline.astro`, 'utf8');
    const times = [...figure.matchAll(/'(2[23]:\d\d:\d\d)'[,\]]/g)].map(([, time = '']) => time);
    expect(times.length).toBe(36);
    expect(times.filter((time) => !logs.includes(`2026-11-23T${time}`))).toEqual([]);
    const probes = logs.split('\n').filter((line) => line.includes('"userAgent":"kube-probe/'));
    expect(probes.filter((line) => line.includes('"requestURI":"/livez"')).length).toBe(5 * 24 + 11);
    expect(probes.length).toBe(5 * 24 + 11);
  });

  it('ticks in the table of chapter 8 what each policy really wrote', () => {
    interface Run {
      readonly anonymousAuth: string;
      readonly policy: string;
      readonly request: string;
      readonly stages: readonly string[];
    }
    const figure = readFileSync(`${learn}08-what-the-audit-log-does-not-show/eight-policies.astro`, 'utf8');
    const rows = [...figure.matchAll(/run: '([\w-]+)',[^[]*?code: '.*?',\s*written: (\[[^\]]*\])/gs)];
    const drawn = rows.map(([, policy = '', written = '']) => [policy, JSON.parse(written)]);
    expect(drawn.length).toBe(8);
    for (const version of ['v1.20.2', 'v1.28.4']) {
      const runs = linesOf(`${version}/S5/audit-policy-vs-401.jsonl`).map((line) => JSON.parse(line) as Run);
      const wrote = (policy: string, anonymousAuth: string, request: string): boolean | undefined => {
        const run = runs.find(
          (one) => one.policy === policy && one.anonymousAuth === anonymousAuth && one.request === request,
        );
        return run && run.stages.length > 0;
      };
      const measured = drawn.map(([policy]) => [
        policy,
        [
          wrote(policy, 'true', 'no credentials /livez'),
          wrote(policy, 'false', 'no credentials /livez'),
          wrote(policy, 'false', 'wrong bearer /livez'),
        ],
      ]);
      expect(drawn).toEqual(measured);
    }
  });

  it('finds one event for the seven failures of chapter 8, and a line in the server’s log for four', () => {
    interface Probe {
      readonly credential: string;
      readonly path: string;
      readonly auditEvents: readonly Readonly<Record<string, unknown>>[];
    }
    const probes = linesOf('v1.20.2/S2m/http-probes.audit.jsonl').map((line) => JSON.parse(line) as Probe);
    const without = new Set(['auditID', 'requestReceivedTimestamp', 'stageTimestamp']);
    const livez = probes.filter(({ path, auditEvents }) => path === '/livez' && auditEvents.length === 1);
    const shapes = livez.map(({ credential, auditEvents }) => ({
      credential,
      event: JSON.stringify(Object.entries(auditEvents[0] ?? {}).filter(([key]) => !without.has(key))),
    }));
    const nameless = shapes.find(({ credential }) => credential === 'none')?.event;
    expect(shapes.filter(({ event }) => event === nameless).length).toBe(7);
    const log = readFileSync(`${evidence}v1.20.2/S2m/kube-apiserver.log`, 'utf8').split('\n');
    const seconds = (credential: string): readonly string[] =>
      probes
        .filter((probe) => probe.credential === credential && probe.auditEvents.length === 1)
        .map(({ auditEvents }) => String(auditEvents[0]?.['stageTimestamp']).slice(11, 22));
    const leavesLine = (credential: string): boolean =>
      seconds(credential).every((time) => log.some((line) => line.includes(time) && line.includes('Unable to auth')));
    const loud = ['wrong-bearer', 'bootstrap-token-wrong-secret', 'expired-client-cert', 'foreign-ca-client-cert'];
    expect(loud.filter((credential) => !leavesLine(credential))).toEqual([]);
    expect(['none', 'empty-bearer', 'basic-auth'].filter(leavesLine)).toEqual([]);
  });
});
