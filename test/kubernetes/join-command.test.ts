// core/explain-join: every trap of a join command, the repaired command, and the same as a file of every apiVersion and back.
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainJoin, inspect, locales, tellFlag, tellTrap, type JoinExplanation } from '../../src/core/index.ts';
import { flagWords } from '../../src/core/kubernetes/join-flag-words.ts';
import { joinFlags } from '../../src/core/kubernetes/join-flags.ts';
import { damages, gaps, refusals } from '../../src/core/kubernetes/join-traps.ts';

const hash = `sha256:${'ab'.repeat(32)}`;
const key = 'cd'.repeat(32);
const token = 'abcdef.0123456789abcdef';
const start = `kubeadm join 10.0.0.4:6443 --token ${token}`;
const right = `${start} --discovery-token-ca-cert-hash ${hash}`;

const explained = (text: string, minor?: number): JoinExplanation => {
  const join = explainJoin(text, minor);
  if (!join) throw new Error(`nothing explained: ${text}`);
  return join;
};
const oneLine = (command: string): string => command.replace(/ \\\n +/g, ' ');

/** What each trap is called, a command that falls into it, and the command that the bench offers; the same where no one way is right. */
const trapped: readonly (readonly [string, string, string, string?])[] = [
  ['dash', `kubeadm join 10.0.0.4:6443 –token ${token} --discovery-token-ca-cert-hash ${hash}`, right],
  ['dash', `kubeadm join 10.0.0.4:6443 —token ${token} −−discovery-token-ca-cert-hash ${hash}`, right],
  ['dash', `kubeadm join 10.0.0.4:6443 -token ${token} --discovery-token-ca-cert-hash ${hash}`, right],
  ['quotes', `kubeadm join 10.0.0.4:6443 --token “${token}” --discovery-token-ca-cert-hash ${hash}`, right],
  ['blank-after-backslash', `${start} \\ \n  --discovery-token-ca-cert-hash ${hash}`, right],
  ['missing-backslash', `${start}\n  --discovery-token-ca-cert-hash ${hash}`, right],
  ['wrapped-hash', `${start} --discovery-token-ca-cert-hash ${hash.slice(0, 30)}\n${hash.slice(30)}`, right],
  ['wrapped-hash', `${start} --discovery-token-ca-cert-hash ${hash.slice(0, 30)}\r\n${hash.slice(30)}\r\n`, right],
  ['placeholder', `kubeadm join <ip>:6443 --token ${token} --discovery-token-ca-cert-hash ${hash}`, ''],
  ['placeholder', `${start} --discovery-token-ca-cert-hash sha256:<hash>`, ''],
  ['variable', `kubeadm join \${HOST}:6443 --token ${token} --discovery-token-ca-cert-hash ${hash}`, ''],
  ['variable', `kubeadm join 10.0.0.4:6443 --token "$TOKEN" --discovery-token-ca-cert-hash ${hash}`, ''],
  ['switch-value', `${right} --control-plane true`, `${right} --control-plane=true`],
  ['second-argument', `${right} now`, ''],
  ['double-port', `kubeadm join 10.0.0.4:6443:6443 --token ${token} --discovery-token-ca-cert-hash ${hash}`, right],
  ['scheme', `kubeadm join https://10.0.0.4:6443 --token ${token} --discovery-token-ca-cert-hash ${hash}`, right],
  ['no-port', `kubeadm join 10.0.0.4 --token ${token} --discovery-token-ca-cert-hash ${hash}`, ''],
  ['no-endpoint', `kubeadm join --token ${token} --discovery-token-ca-cert-hash ${hash}`, ''],
  ['two-discoveries', 'kubeadm join 10.0.0.4:6443 --discovery-file d.conf', ''],
  ['no-hash', start, ''],
  ['token-shape', `kubeadm join 10.0.0.4:6443 --token abcdef.short --discovery-token-ca-cert-hash ${hash}`, ''],
  ['hash-shape', `${start} --discovery-token-ca-cert-hash ${hash.slice(7)}`, right],
  ['hash-shape', `${start} --discovery-token-ca-cert-hash md5:00`, ''],
  ['cut-off', `kubeadm join 10.0.0.4:6443 --token ${token} \\`, ''],
  ['cut-off', `"kubeadm join 10.0.0.4:6443 --token ${token} \\\\",`, ''],
  ['key-shape', `${right} --control-plane --certificate-key abc`, ''],
  ['renamed', `${right} --experimental-control-plane`, `${right} --control-plane`, '1.28'],
  ['renamed', `${right} --control-plane`, `${right} --experimental-control-plane`, '1.14'],
  ['renamed', `${right} --patches d`, `${right} --experimental-patches d`, '1.20'],
  ['unknown-flag', `kubeadm join 10.0.0.4:6443 --tokn ${token} --discovery-token-ca-cert-hash ${hash}`, right],
  ['unknown-flag', `${right} --frobnicate`, ''],
  ['no-value', `${right} --node-name`, ''],
  ['beside-config', `kubeadm join --config j.yaml --token ${token}`, ''],
  ['beside-config', 'kubeadm join --config j.yaml --cri-socket unix:///run/c.sock', '', '1.28'],
];

const trapsIn = (text: string, kubernetesVersion = '1.28'): readonly unknown[] =>
  inspect(`${text}\n`, { kubernetesVersion }).findings.flatMap(({ args }) => args['trap'] ?? []);

describe('a trap', () => {
  it.each(trapped)('%s: %s', (...row) => {
    const [trap = '', command = '', mended = '', version = '1.28'] = row;
    expect(trapsIn(command, version)).toContain(trap);
    const join = explained(`${command}\n`, Number(version.slice(2)));
    if (mended !== '') expect(oneLine(join.command)).toBe(mended);
    expect(join.repaired).toBe(mended !== '');
    const { findings } = inspect(`${command}\n`, { kubernetesVersion: version });
    expect(findings.some(({ edits }) => edits !== undefined)).toBe(mended !== '');
  });

  it('is known in a command each, with words in both languages', () => {
    expect([...damages, ...gaps, ...refusals].filter((name) => !trapped.some(([trap]) => trap === name))).toEqual([]);
    for (const [, command] of trapped) {
      for (const trap of explained(command).traps) {
        expect(locales.map((locale) => tellTrap(trap, locale).length > 10)).toEqual([true, true]);
      }
    }
  });

  it.each([
    right,
    `$ sudo ${right} \\\n>     --control-plane --certificate-key ${key}`,
    `${start} --discovery-token-unsafe-skip-ca-verification -v=5 2>&1 | tee join.log`,
    `/usr/bin/${right} # the first worker`,
    'kubeadm join --config j.yaml --ignore-preflight-errors=all --skip-phases=preflight -v7',
    'kubeadm join --discovery-file https://example.com/d.conf --tls-bootstrap-token abcdef.0123456789abcdef',
    `kubeadm join [fd00::4]:6443 --token '${token}' --discovery-token-ca-cert-hash ${hash},${hash}`,
    `kubeadm join phase preflight 10.0.0.4:6443 --token ${token} --discovery-token-ca-cert-hash ${hash}`,
  ])('is not seen in %s', (command) => {
    expect(trapsIn(command)).toEqual([]);
  });

  it('is not looked for where the output shows that kubeadm took the command', () => {
    const output =
      "[preflight] Running pre-flight checks\nerror execution phase preflight: couldn't validate the identity of the API Server: Unauthorized";
    expect(trapsIn(`$ kubeadm join <ip>:6443 --token <token>\n${output}`)).toEqual([]);
  });
});

it('has words for every flag in both languages', () => {
  const names = joinFlags.map(({ name }) => name);
  for (const locale of locales) {
    expect(
      Object.keys(flagWords[locale])
        .filter((name) => name !== '')
        .sort(),
    ).toEqual([...names].sort());
    expect(names.filter((name) => tellFlag(`--${name}`, locale) === '')).toEqual([]);
  }
});

describe('the same as a file', () => {
  const full = `${right} --control-plane --certificate-key ${key} --apiserver-advertise-address 10.0.0.5 --node-name n2 --ignore-preflight-errors Swap,NumCPU --skip-phases preflight --patches /p --dry-run -v=5`;

  it.each([
    [14, 'v1beta1', '-v=5', ['certificateKey', 'skipPhases', 'patches', 'dryRun', 'ignorePreflightErrors']],
    [20, 'v1beta2', '-v=5', ['skipPhases', 'patches', 'dryRun']],
    [28, 'v1beta3', '--dry-run=true -v=5', ['dryRun']],
    [36, 'v1beta4', '-v=5', []],
  ] as const)('for 1.%i it is %s', (minor, version, kept, without) => {
    const { configuration = '', apiVersion, fileCommand } = explained(full, minor);
    expect(apiVersion).toBe(`kubeadm.k8s.io/${version}`);
    expect(without.filter((field) => configuration.includes(field))).toEqual([]);
    expect(fileCommand).toContain(kept);
    const { kubeadm } = inspect(configuration, { kubernetesVersion: `1.${minor}`, command: 'join' });
    expect(kubeadm).toMatchObject({ exitCode: 0, warnings: [] });
  });

  it('is not made of a command that names a file', () => {
    expect(explained('kubeadm join --config j.yaml')).toMatchObject({ fileCommand: '' });
  });

  it('says back which fields no flag says', () => {
    const { command, unsaid } = explained(`apiVersion: kubeadm.k8s.io/v1beta4
kind: JoinConfiguration
discovery:
  file: {kubeConfigPath: /d.conf}
  tlsBootstrapToken: ${token}
nodeRegistration:
  taints: []
  kubeletExtraArgs: [{name: node-ip, value: 10.0.0.5}]
timeouts: {discovery: 1m0s}
`);
    expect(oneLine(command)).toBe(`kubeadm join --tls-bootstrap-token ${token} --discovery-file /d.conf`);
    expect(unsaid).toEqual(['nodeRegistration.taints', 'nodeRegistration.kubeletExtraArgs', 'timeouts']);
  });
});

describe('command, file and back', () => {
  const hex = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
  const someToken = fc.tuple(hex(6), hex(16)).map(([id, secret]) => `${id}.${secret}`);
  const flag = (name: string, value: fc.Arbitrary<string>) =>
    fc.option(
      value.map((one) => `--${name} ${one}`),
      { nil: undefined },
    );
  const command = fc
    .record({
      token: someToken,
      hashes: fc.array(hex(64), { minLength: 1, maxLength: 3 }),
      node: flag('node-name', fc.constantFrom('node01', 'n-2')),
      socket: flag('cri-socket', fc.constantFrom('unix:///run/c.sock')),
      ignored: flag('ignore-preflight-errors', fc.constantFrom('Swap', 'Swap,NumCPU')),
      skipped: flag('skip-phases', fc.constantFrom('preflight')),
      patches: flag('patches', fc.constantFrom('/etc/patches', "'/a b'")),
      plane: fc.option(
        fc.tuple(flag('certificate-key', hex(64)), flag('apiserver-bind-port', fc.constantFrom('6443', '7443'))),
      ),
    })
    .map(({ token: one, hashes, node, socket, ignored, skipped, patches, plane }) =>
      [
        `kubeadm join 10.0.0.4:6443 --token ${one}`,
        ...hashes.map((digits) => `--discovery-token-ca-cert-hash sha256:${digits}`),
        ...[node, socket, ignored, skipped, patches, ...(plane ? [...plane, '--control-plane'] : [])].filter(Boolean),
      ].join(' '),
    );

  it('gives the same settings', () => {
    fc.assert(
      fc.property(command, fc.constantFrom(28, 34), (text, minor) => {
        const there = explained(text, minor);
        const back = explained(there.configuration ?? '', minor);
        expect(back.unsaid).toEqual([]);
        expect(back.configuration).toBe(there.configuration);
        expect(explained(back.command, minor).configuration).toBe(there.configuration);
        const words = (line: string): readonly string[] =>
          oneLine(line)
            .split(/ (?=--)/)
            .sort();
        expect(words(back.command)).toEqual(words(text));
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever is cut out of a command', () => {
    fc.assert(
      fc.property(fc.constantFrom(...trapped.map(([, text]) => text)), fc.nat(200), fc.nat(30), (text, at, length) => {
        const cut = `kubeadm join${text.slice(12, at + 12)}${text.slice(at + 12 + length)}`;
        explainJoin(cut);
        inspect(cut);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no token in a report', () => {
    const texts = [
      ...trapped.map(([, text]) => text),
      `kubeadm join ${token}`,
      `kubeadm join 10.0.0.4:6443 token ${token}`,
    ];
    for (const text of texts) expect(JSON.stringify(inspect(text))).not.toContain('0123456789abcdef');
  });
});

const samples = new URL('../../../shared/samples/', import.meta.url).pathname;

interface Key {
  readonly features: readonly string[];
  readonly discovery: string;
  readonly token: string | null;
  readonly ca_hash: string | null;
  readonly endpoint: string | null;
  readonly control_plane: boolean;
  readonly unsafe_skip: boolean;
}

describe.skipIf(!existsSync(samples))('published commands, which lie beside the project', () => {
  it('are read as their key says', ({ annotate }) => {
    const { join_command: wanted } = JSON.parse(readFileSync(`${samples}KEY.json`, 'utf8')) as {
      join_command: Record<string, Key>;
    };
    const files = readdirSync(`${samples}join-command`);
    const wrong = files.flatMap((file) => {
      const key = wanted[file];
      const read = readAs(readFileSync(`${samples}join-command/${file}`, 'utf8'));
      const differs = key && Object.entries(read).filter(([name, value]) => value !== expected(key, name));
      return differs?.length === 0 ? [] : [`${file}: ${JSON.stringify(differs)}`];
    });
    void annotate(`join commands: ${files.length - wrong.length}/${files.length} agreed`);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(files.length * 0.05);
  });
});

function readAs(text: string): Readonly<Record<string, unknown>> {
  const { flags, traps } = explained(text, 28);
  const value = (name: string): string => flags.findLast((flag) => flag.name === name)?.value ?? '';
  const digits = /^sha256:([0-9a-f]{64})$/.exec(value('--discovery-token-ca-cert-hash'))?.[1];
  const address = value('');
  return {
    discovery: value('--config') ? 'config-file' : 'token',
    token: /^[a-z0-9]{6}\.[a-z0-9]{16}$/.test(value('--token')) ? value('--token') : null,
    ca_hash: digits ?? null,
    endpoint: /[<$]/.test(address) || address === '' ? null : address,
    control_plane: value('--control-plane') === 'true',
    unsafe_skip: value('--discovery-token-unsafe-skip-ca-verification') === 'true',
    placeholder: traps.some(({ trap }) => trap === 'placeholder'),
    'shell-var': traps.some(({ trap }) => trap === 'variable'),
    'no-hash': traps.some(({ trap }) => trap === 'no-hash'),
  };
}

/** The key calls a command without a hash so even where it skips the check. */
function expected(key: Key, name: string): unknown {
  if (name === 'no-hash') return key.features.includes(name) && !key.unsafe_skip;
  return ['placeholder', 'shell-var'].includes(name) ? key.features.includes(name) : key[name as keyof Key];
}
