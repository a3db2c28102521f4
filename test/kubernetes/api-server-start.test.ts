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

/** Not foreseen from flags: what the policy file says (another reader's part), and what lies on the disk. */
const aboutFiles = /^(?:policy:|audit-policy-missing|audit-logdir-parent-is-file|audit-logpath-is-dir)/;

describe.skipIf(!hasEvidence).each(['1.20.2', '1.28.4'])(`kube-apiserver %s${reasonToSkip}`, (version) => {
  const starts = hasEvidence
    ? (readRows(`v${version}/S5/static-failures.jsonl`) as unknown as readonly Start[]).filter(
        (start) => !aboutFiles.test(start.case),
      )
    : [];
  const manifest = hasEvidence ? readEvidence(`v${version}/S5/manifest-kube-apiserver.yaml`) : '';

  it('starts or exits as foreseen, with the same words and the same answer to a stranger', () => {
    const wrong = starts.filter((start) => {
      const report = inspect(manifestOf(start, manifest), { kubernetesVersion: version });
      const load = report.outcomes.find(({ consumer }) => consumer === 'load balancer /healthz');
      const answered = start.probe?.['anonymous GET /livez'];
      return report.apiServer?.error !== wordsOf(start.errorLine) || (start.started && load?.httpStatus !== answered);
    });
    process.stdout.write(
      `kube-apiserver ${version}: ${starts.length - wrong.length} of ${starts.length} starts as foreseen\n`,
    );
    expect(wrong.map((start) => start.case)).toEqual([]);
    expect(starts.length).toBeGreaterThan(50);
  });
});
