// What kube-apiserver 1.20.2 and 1.28.4 said to 162 command lines, held against what is foreseen from the manifest.
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/core/index.ts';
import { hasEvidence, readEvidence, readRows, reasonToSkip } from './evidence.ts';

interface Start {
  readonly kubernetesVersion: string;
  readonly case: string;
  readonly changedArguments: readonly string[];
  readonly removedArguments: readonly string[];
  readonly started: boolean;
  readonly probe: Readonly<Record<string, number>> | null;
  readonly errorLine: string | null;
  readonly stderr: string;
}

/** The manifest that the run started from, with the arguments of one case; its files exist as in the run. */
function manifestOf(start: Start, manifest: string): string {
  const lines = manifest.split('\n').filter((line) => !start.removedArguments.includes(line.replace(/^ {4}- /, '')));
  const added = start.changedArguments.map((text) => `    - ${JSON.stringify(text)}`);
  const first = lines.findIndex((line) => line === '    - kube-apiserver') + 1;
  const last = lines.findLastIndex((line) => line.startsWith('    - --tls-private-key-file')) + 1;
  lines.splice(start.case === 'twice-true-false' ? first : last, 0, ...added);
  return lines.join('\n');
}

/** The words alone: no `Error: `, no log header. */
function wordsOf(errorLine: string | null): string | undefined {
  if (errorLine === null) return undefined;
  const logged = / err=("(?:[^"\\]|\\.)*")$/.exec(errorLine)?.[1];
  return logged === undefined ? errorLine.replace(/^Error: /, '') : (JSON.parse(logged) as string);
}

/** A missing file is a path that no volume covers; the policies of the run lie where the flags say. */
function pasteOf(start: Start, manifest: string, version: string): string {
  const policy = /^policy:(.+)$/.exec(start.case)?.[1];
  const text = manifestOf(start, manifest);
  if (policy === undefined) return text;
  return `${text.replace('mountPath: /etc/kubernetes/audit-policy.yaml', 'mountPath: /etc/kubernetes')}\n---\n${readEvidence(`v${version}/S5/policies/policy-${policy}.yaml`)}`;
}

/** Where only the beginning of the words is known (a wrong type, a scheme's source line), that much has to agree. */
function agrees(foreseen: string | undefined, said: string | undefined): boolean {
  if (foreseen === undefined || said === undefined) return foreseen === said;
  return (
    foreseen === said ||
    (foreseen.startsWith('loading audit policy file: failed decoding: ') && said.startsWith(foreseen))
  );
}

/** Policies that are no Policy for anyone: without a kind, of another kind, no YAML. They are other findings' business. */
const notPolicies = /^policy:(?:empty|no-kind|wrong-kind|yaml-tab|wrong-group|two-docs)$/;

describe.skipIf(!hasEvidence).each(['1.20.2', '1.28.4'])(`kube-apiserver %s${reasonToSkip}`, (version) => {
  const starts = hasEvidence
    ? (readRows(`v${version}/S5/static-failures.jsonl`) as unknown as readonly Start[]).filter(
        (start) => !notPolicies.test(start.case),
      )
    : [];
  const manifest = hasEvidence ? readEvidence(`v${version}/S5/manifest-kube-apiserver.yaml`) : '';

  it('starts or exits as foreseen, with the same words and the same answer to a stranger', () => {
    const wrong = starts.filter((start) => {
      const report = inspect(pasteOf(start, manifest, version), { kubernetesVersion: version });
      const load = report.outcomes.find(({ consumer }) => consumer === 'load balancer /healthz');
      const answered = start.probe?.['anonymous GET /livez'];
      return (
        !agrees(report.apiServer?.error, wordsOf(start.errorLine)) || (start.started && load?.httpStatus !== answered)
      );
    });
    process.stdout.write(
      `kube-apiserver ${version}: ${starts.length - wrong.length} of ${starts.length} starts as foreseen\n`,
    );
    expect(wrong.map((start) => start.case)).toEqual([]);
    expect(starts.length).toBeGreaterThan(50);
  });

  it('is understood from its own words', () => {
    const failed = starts.filter(({ errorLine }) => errorLine !== null);
    const wrong = failed.filter((start) => {
      const found = inspect(start.stderr).findings.filter(({ code }) => code === 'KA232');
      const [args] = found.map((finding) => finding.args);
      return args?.['text'] !== wordsOf(start.errorLine) || args?.['code'] === '';
    });
    process.stdout.write(
      `kube-apiserver ${version}: ${failed.length - wrong.length} of ${failed.length} last words understood\n`,
    );
    expect(wrong.map((start) => start.case)).toEqual([]);
  });
});
