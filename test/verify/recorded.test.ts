// Real cluster-infos: their signatures hold, their pins are those that the joins named, and the joins that really failed are
// foretold with the very line that kubeadm printed. With them the article, whose commands and log come from different runs.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/core/index.ts';
import { writeDiscoveryFile } from '../../src/core/kubernetes/discovery-file.ts';
import { readGoYaml } from '../../src/core/source/go-yaml.ts';
import {
  discoverySet,
  libraryDigests,
  verifyClusterInfo,
  webDigests,
  type Verification,
} from '../../src/core/verify/index.ts';
import { hasEvidence, readEvidence, reasonToSkip } from '../kubernetes/evidence.ts';

const folder = new URL('../../../shared/evidence/', import.meta.url);
const list = (path: string): readonly string[] => (hasEvidence ? readdirSync(new URL(path, folder)) : []);
const runs = ['v1.20.2', 'v1.28.4'].flatMap((version) =>
  list(`${version}/`)
    .filter((run) => /^[KS]/.test(run) && list(`${version}/${run}/`).includes('cluster-info.yaml'))
    .map((run) => ({ run: `${version}/${run}`, minor: version === 'v1.20.2' ? 20 : 28 })),
);

function verify(text: string, minor: number, token = ''): Promise<Verification> {
  return verifyClusterInfo(
    { text, token },
    { minor, now: Date.parse('2026-11-24T00:00:00Z'), digests: libraryDigests },
  );
}

it.runIf(hasEvidence)(`finds the recorded cluster-infos${reasonToSkip}`, () => {
  expect(runs.length).toBeGreaterThanOrEqual(13);
});

describe.runIf(hasEvidence)(`recorded cluster-infos${reasonToSkip}`, () => {
  it.each(runs)('$run verifies with its token and with the pin of its joins', async ({ run, minor }) => {
    const info = readEvidence(`${run}/cluster-info.yaml`);
    const join = list(`${run}/`).find((name) => /^join-J1(-full)?\.conf$/.test(name)) ?? '';
    const { checks, clusterInfo } = await verify(`${readEvidence(`${run}/${join}`)}---\n${info}`, minor);
    expect(checks.map(({ verdict }) => verdict)).toEqual(['passes']);
    for (const { id } of clusterInfo?.signatures ?? []) {
      const { clusterInfo: again } = await verify(info, minor, `${id}.0123456789abcdef`);
      expect(again?.signatures.find((signature) => signature.id === id)?.state).toBe('valid');
    }
  });

  const failed = runs.flatMap(({ run, minor }) =>
    ['J6', 'J7', 'J8', 'J9', 'J11'].flatMap((join) => {
      const files = list(`${run}/`);
      if (!files.includes(`join-${join}.conf`) || !files.includes(`join-${join}.stderr`)) return [];
      const line =
        readEvidence(`${run}/join-${join}.stderr`)
          .split('\n')
          .find((text) => text.startsWith('error execution')) ?? '';
      return line.endsWith(': Unauthorized') ? [] : [{ run, minor, join, line }];
    }),
  );

  it('are enough', () => {
    expect(failed.length).toBeGreaterThanOrEqual(15);
  });

  it.each(failed)('$run $join ends with the line that kubeadm printed', async ({ run, minor, join, line }) => {
    const text = `${readEvidence(`${run}/join-${join}.conf`)}---\n${readEvidence(`${run}/cluster-info.yaml`)}`;
    const [check] = (await verify(text, minor)).checks;
    // cluster-info was saved at the end of a run: a token that expired later than its join has its signature no more.
    expect(check?.text?.line).toBe(line);
    expect(check?.text?.confidence).toBe('run');
  });

  it('gives the discovery file with which J5 joined', async () => {
    const recorded = readGoYaml(readEvidence('v1.20.2/S2m/discovery-token.conf')).value as Readonly<
      Record<string, unknown>
    >;
    const { discovery } = await verify(readEvidence('v1.20.2/S2m/cluster-info.yaml'), 20);
    expect(discovery).toBeDefined();
    const { server = '', caData = '' } = discovery ?? {};
    const made = readGoYaml(
      discoverySet({ server, caData }, 'token').text.replace('TOKEN-ID.TOKEN-SECRET', 'abcdef.0123456789abcdef'),
    ).value as Readonly<Record<string, unknown>>;
    expect(made['clusters']).toEqual(recorded['clusters']);
    expect(JSON.stringify(made['users']).replaceAll('bootstrap', 'joiner')).toBe(JSON.stringify(recorded['users']));
    expect(JSON.stringify(made['contexts'])).toBe(
      JSON.stringify(recorded['contexts'])
        .replaceAll('"discovery"', '"bootstrap"')
        .replaceAll('"joiner"', '"bootstrap"'),
    );
    expect(made['current-context']).toBe('bootstrap');
    const { text } = discoverySet({ server, caData }, 'client certificate');
    expect(text).toBe(
      writeDiscoveryFile({
        server,
        caData,
        user: ['client-certificate-data: BASE64-OF-CLIENT-CRT', 'client-key-data: BASE64-OF-CLIENT-KEY'],
      }),
    );
    expect(inspect(text).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

const article = new URL('../../../shared/article/kube-apiserver-anonymous-auth-false.txt', import.meta.url);
const hasArticle = existsSync(article);

it.runIf(hasArticle)(
  `finds that the article's commands and its log come from different runs${hasArticle ? '' : ' (the article is not beside this project)'}`,
  async () => {
    const text = readFileSync(article, 'utf8');
    const options = { minor: 20, now: Date.parse('2026-11-24T00:00:00Z') };
    for (const digests of [libraryDigests, webDigests(globalThis.crypto.subtle)]) {
      const { clusterInfo, certificates, checks, problems } = await verifyClusterInfo(
        { text },
        { ...options, digests },
      );
      expect(problems).toEqual([]);
      expect(clusterInfo?.from).toBe('audit event');
      expect(certificates.map(({ pin }) => pin)).toEqual([
        'sha256:49574e8047e9f1bb98f3bc9c0e8027152f2fa1237ea9e512acf769b1fb1a1ef3',
      ]);
      expect(clusterInfo?.signatures.map(({ id }) => id)).toEqual(['chfo7u']);
      expect(checks.map(({ tokenID, pins, unrelated }) => [tokenID, pins.map(({ pin }) => pin), unrelated])).toEqual([
        ['5sqb0r', ['sha256:722b9ad59b7b0b1aedf7552bb18b6263002cc8d85031d6930b266ab5291cc925'], true],
        ['r7bvr8', ['sha256:76de8df5d70bd4de8c1c7bbbbffd6b6a2e8fa917fa41b8c4d61687dcd24d03bc'], true],
      ]);
    }
  },
);
