// Published output of kubeadm join, held against a key that was written by reading it: the cause, and never a wrong "anonymous off".
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/core/index.ts';

const samples = new URL('../../../shared/samples/', import.meta.url).pathname;

/** The key's classes, by our causes; every other cause is its `other`. */
const classes: Readonly<Record<string, readonly string[]>> = {
  'anonymous-off-401': ['unauthorized'],
  'rbac-forbidden-403': ['forbidden'],
  'token-expired-or-missing-JWS': ['no-jws', 'credentials-refused'],
  'ca-hash-mismatch': ['wrong-pin'],
  'x509-time': ['clock-behind', 'expired-certificate'],
  'version-skew': ['control-plane-version', 'other-minor', 'config-version'],
  network: ['refused-connection', 'no-route', 'no-such-host', 'no-answer', 'connection-cut', 'not-permitted', 'proxy'],
};

const classOf = (cause: string): string =>
  Object.keys(classes).find((name) => classes[name]?.includes(cause)) ?? 'other';

/** The key's details for which one cause of ours is right. */
const details: Readonly<Record<string, string>> = {
  'cluster-info-missing': 'cluster-info-missing',
  'kubelet-timeout': 'kubelet-down',
  'ambiguous-5m-abort': 'hidden',
  'preflight-not-root': 'not-root',
  'preflight-cri': 'container-runtime',
  'preflight-leftovers': 'leftovers',
  'node-name-exists': 'node-name-taken',
  'x509-san-mismatch': 'certificate-name',
  'network-then-x509-san-mismatch': 'certificate-name',
  'certificate-key-expired': 'certificates-gone',
  'certificate-key-wrong': 'certificate-key',
  'no-endpoint-given': 'no-endpoint',
  'no-controlplane-endpoint': 'no-stable-endpoint',
  'http-proxy-forbidden': 'proxy',
  'clock-behind': 'clock-behind',
};

interface Key {
  readonly cause: string;
  readonly detail: string;
}

interface Told {
  readonly cause: string;
  readonly isUpgrade: boolean;
  readonly saysOff: boolean;
}

function tellLast(text: string): Told {
  const { stories, findings } = inspect(text);
  const args = stories.findLast(({ kind }) => kind === 'join-output')?.args ?? {};
  const cause = String(args['cause'] ?? 'nothing told');
  const saysOff = cause === 'unauthorized' || findings.some(({ code }) => code === 'KA301');
  return { cause, saysOff, isUpgrade: args['program'] === 'upgrade' };
}

/** An upgrade is told as one; its cause has no class here. */
function agrees({ cause, isUpgrade }: Told, wanted: string, detail: string): boolean {
  if (isUpgrade && detail === '401-in-upgrade-node') return true;
  return cause !== 'nothing told' && classOf(cause) === wanted && (details[detail] ?? cause) === cause;
}

describe.skipIf(!existsSync(samples))('published output, which lies beside the project', () => {
  it('is told by the cause that its key names', ({ annotate }) => {
    const key = (JSON.parse(readFileSync(`${samples}KEY.json`, 'utf8')) as { join_output: Record<string, Key> })
      .join_output;
    const files = readdirSync(`${samples}join-output`);
    const wrong: string[] = [];
    const wronglyOff: string[] = [];
    for (const file of files) {
      const told = tellLast(readFileSync(`${samples}join-output/${file}`, 'utf8'));
      const { cause: wanted = '', detail = '' } = key[file] ?? {};
      if (!agrees(told, wanted, detail)) wrong.push(`${file}: ${wanted}/${detail}, not ${told.cause}`);
      if (told.saysOff && wanted !== 'anonymous-off-401') wronglyOff.push(file);
    }
    void annotate(`join output: ${files.length - wrong.length}/${files.length} agreed`);
    expect(wronglyOff).toEqual([]);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(files.length * 0.05);
  });
});
