// core/kubernetes/audit-policy-validation: what stops the server and with which words, held against what 1.20.2 and 1.28.4 said.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspect, type Report } from '../../src/core/index.ts';

/** The fault texts of KA409; undefined if the text was not taken for an audit policy at all. */
function refusals(text: string, kubernetesVersion: string): readonly string[] | undefined {
  const report = inspect(text, { kubernetesVersion });
  if (!report.objects.some(({ kind, apiVersion }) => kind === 'Policy' && apiVersion?.startsWith('audit.k8s.io/'))) {
    return undefined;
  }
  return report.findings.filter(({ code }) => code === 'KA409').map(({ args }) => String(args['text']));
}

const evidence = new URL('../../../shared/evidence/', import.meta.url).pathname;
const linesOf = (file: string): readonly unknown[] =>
  readFileSync(evidence + file, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

describe.skipIf(!existsSync(evidence))('the recorded runs, which lie beside the project', () => {
  it('says what 1.28.4’s loader says', () => {
    let told = 0;
    for (const line of linesOf('audit-policy-load-1.28.4.jsonl')) {
      const { policyText, result } = line as { policyText: string; result: { error?: string } };
      const got = refusals(policyText, '1.28');
      if (got === undefined) continue;
      told++;
      if (result.error === undefined) expect(got, policyText).toEqual([]);
      else {
        expect(got.length, policyText).toBeGreaterThan(0);
        for (const text of got) expect(result.error).toContain(text);
      }
    }
    expect(told).toBe(23);
  });

  it.each(['v1.20.2', 'v1.28.4'])('%s: refuses the policies that the server refused', (version) => {
    const runs = linesOf(`${version}/S5/static-failures.jsonl`) as {
      case: string;
      started: boolean;
      errorLine: string | null;
    }[];
    const folder = `${evidence}${version}/S5/policies/`;
    let told = 0;
    for (const file of readdirSync(folder)) {
      const run = runs.find((one) => one.case === file.replace('policy-', 'policy:').replace('.yaml', ''));
      const got = refusals(readFileSync(folder + file, 'utf8'), version);
      // Of two documents in one file the server reads the first; in a paste they may be two files, so both are judged.
      if (!run || got === undefined || file === 'policy-two-docs.yaml') continue;
      told++;
      expect(got.length === 0, `${file} started`).toBe(run.started);
      for (const text of got)
        expect((run.errorLine ?? '').replaceAll('\\"', '"').replaceAll('\\\\', '\\')).toContain(text);
    }
    expect(told).toBeGreaterThan(15);
  });
});

const codesOf = ({ findings }: Report): readonly string[] => findings.map(({ code }) => code);

describe('wiring', () => {
  const config = (args: string, volumes = ''): string => `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
${args}${volumes ? `  extraVolumes:\n${volumes}` : ''}`;
  const policy = '    audit-policy-file: /etc/kubernetes/audit/policy.yaml\n';
  const log = '    audit-log-path: /var/log/kubernetes/audit.log\n';
  const folder = (name: string, path: string, host = path): string =>
    `  - name: ${name}\n    hostPath: ${host}\n    mountPath: ${path}\n`;
  const auditCodes = (text: string, kubernetesVersion: string): readonly string[] =>
    codesOf(inspect(text, { kubernetesVersion })).filter((code) => code.startsWith('KA4'));

  it('names the host’s files through folders that are mounted elsewhere', () => {
    const text = config(
      policy + log,
      folder('p', '/etc/kubernetes/audit/', '/srv/audit') + folder('l', '/var/log/kubernetes', '/srv/log/'),
    );
    const wired = inspect(text, { kubernetesVersion: '1.28' }).findings.find(({ code }) => code === 'KA401');
    expect(wired?.args).toMatchObject({ policyOnHost: '/srv/audit/policy.yaml', logOnHost: '/srv/log/audit.log' });
  });

  it.each([
    ['1.20', ['KA404']],
    ['1.23', ['KA408']],
    ['1.28', ['KA404']],
  ])('%s without a volume for the log', (version, codes) => {
    expect(auditCodes(config(policy + log, folder('p', '/etc/kubernetes/audit')), version)).toEqual(codes);
  });

  it('takes a policy below certificatesDir as mounted', () => {
    const text = `${config(policy + log, folder('l', '/var/log/kubernetes'))}certificatesDir: /etc/kubernetes/audit\n`;
    expect(auditCodes(text, '1.28')).toEqual(['KA401']);
  });

  it.each([
    [log, ['KA402', 'KA404']],
    [policy, ['KA403', 'KA407']],
    ['    audit-log-path: "-"\n', ['KA402']],
    ['    audit-policy-file: ""\n    audit-log-maxage: "30"\n', []],
  ])('%j alone', (args, codes) => {
    const expected = args === log ? codes.filter((code) => code !== 'KA404') : codes;
    expect([...auditCodes(config(args), '1.28')].sort()).toEqual(expected);
  });
});

const article = new URL('../../../shared/article/kube-apiserver-anonymous-auth-false.txt', import.meta.url).pathname;

it.skipIf(!existsSync(article))('the article’s second file: wired, and nothing wrong with it', () => {
  const text = readFileSync(article, 'utf8');
  const start = text.lastIndexOf('apiVersion: kubeadm');
  const config = text.slice(start, text.indexOf('DirectoryOrCreate', start) + 'DirectoryOrCreate\n'.length);
  const report = inspect(config, { kubernetesVersion: '1.20' });
  expect(codesOf(report)).toContain('KA401');
  expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(report.findings.find(({ code }) => code === 'KA401')?.args).toMatchObject({
    policyOnHost: '/home/naoki/audit-policy.yaml',
    logOnHost: '/var/log/kubernetes/audit.log',
  });
  const policy = text.slice(text.indexOf('apiVersion: audit.k8s.io'), text.lastIndexOf('  - level: None') + 16);
  expect(codesOf(inspect(policy))).toEqual(['KA405']);
});
