// Other people's files, where they lie beside the project: each is read without harm, and what strangers get agrees with the key.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain, inspect, locales, type Consumer, type Report } from '../../src/core/index.ts';

const folder = new URL('../../../shared/samples/', import.meta.url);
const hasSamples = existsSync(folder);
const reasonToSkip = hasSamples ? '' : ' (other people’s samples, shared/samples, are not beside this project)';

interface Answer {
  readonly token_join: string;
  readonly probe_401?: string;
  readonly probes_ok?: unknown;
  readonly kinds?: readonly string[];
  readonly wrapper?: string;
  readonly why?: string;
}
type Group = 'configs' | 'manifests' | 'authn';
type Key = Readonly<Record<Group, Readonly<Record<string, Answer>>>>;

const key = (): Key => JSON.parse(readFileSync(new URL('KEY.json', folder), 'utf8')) as Key;
const reportOf = (group: Group, file: string): Report =>
  inspect(readFileSync(new URL(`kubeadm/${group}/${file}`, folder), 'utf8'));

function joins(report: Report): string {
  const verdict = report.outcomes.find(({ consumer }) => consumer === 'kubeadm join (token)')?.verdict;
  return verdict === 'works' ? 'yes' : verdict === 'fails' ? 'no' : 'unknown';
}

function probes(report: Report): string {
  if (!report.apiServer) return 'not-an-api-server';
  const names: readonly Consumer[] = ['startup probe', 'liveness probe', 'readiness probe'];
  const found = report.outcomes.filter(({ consumer }) => names.includes(consumer));
  if (found.length === 0) return 'no-probes';
  return found.some(({ httpStatus }) => httpStatus === 401) ? 'yes' : 'no';
}

const product = (report: Report): string => {
  const name = report.findings.find(({ code }) => code === 'KA227')?.args['product'] ?? '';
  return name === 'kind' ? 'kind' : /^Cluster API/.test(String(name)) ? 'cluster-api' : '';
};

/** Prints the share and gives what neither agrees nor is explained. */
function compare(
  what: string,
  files: readonly string[],
  agrees: (file: string) => boolean,
  explained: readonly (RegExp | string)[],
) {
  const wrong = files.filter((file) => !agrees(file));
  const open = wrong.filter(
    (file) => !explained.some((one) => (typeof one === 'string' ? one === file : one.test(file))),
  );
  const said = `${files.length - wrong.length} of ${files.length} agree, ${wrong.length - open.length} differ for a known reason`;
  process.stdout.write(`${what}: ${said}\n`);
  return open;
}

describe.skipIf(!hasSamples)(`samples of others${reasonToSkip}`, () => {
  it('are read and put into words without harm', () => {
    for (const group of ['configs', 'manifests', 'authn'] as const) {
      for (const file of readdirSync(new URL(`kubeadm/${group}/`, folder))) {
        const report = reportOf(group, file);
        for (const finding of report.findings) for (const locale of locales) explain(finding, locale);
      }
    }
  });

  it('manifests: token joins and probes as in the key', () => {
    const { manifests } = key();
    const open = compare(
      'manifests',
      Object.keys(manifests),
      (file) => {
        const report = reportOf('manifests', file);
        return joins(report) === manifests[file]?.token_join && probes(report) === manifests[file]?.probe_401;
      },
      [
        /^bridgecrewio.*SecurePort|^snigdhasambitak.*block3/, // an excerpt without etcd-servers is read with kubeadm's defaults
        /^openshift/, // takes its settings from a file of its own; the key reads the missing flag as off
        /^kubernetes\+enhancements.*block3/, // no YAML
        /^kubernetes\+kops/, // the authentication file is not mounted: the server does not even start
      ],
    );
    expect(open).toEqual([]);
  });

  it('kubeadm files: token joins as in the key; files of other tools are named', () => {
    const { configs } = key();
    const own = Object.keys(configs).filter((file) => !['kind', 'cluster-api'].includes(configs[file]?.wrapper ?? ''));
    const open = compare(
      'kubeadm files',
      own.filter((file) => !configs[file]?.kinds?.includes('MasterConfiguration')), // before 1.13
      (file) => joins(reportOf('configs', file)) === configs[file]?.token_join,
      // kubeadm takes none of these as they stand (placeholders, wrong types, text around them): there is no server to ask.
      own.filter((file) => reportOf('configs', file).kubeadm?.exitCode),
    );
    expect(open).toEqual([]);
    const wrapped = Object.keys(configs).filter((file) => !own.includes(file));
    expect(
      compare(
        'files of kind and Cluster API named',
        wrapped,
        (file) => product(reportOf('configs', file)) === configs[file]?.wrapper,
        [],
      ),
    ).toEqual([]);
  });

  it('authentication files: token joins as in the key', () => {
    const { authn } = key();
    const readable = Object.keys(authn).filter((file) => authn[file]?.why !== 'not read');
    expect(
      compare(
        'authentication files',
        readable,
        (file) => joins(reportOf('authn', file)) === authn[file]?.token_join,
        [],
      ),
    ).toEqual([]);
  });
});
