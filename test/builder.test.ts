// The builder's files, for every combination of wishes, against the bench: clean one by one and together, and the outcomes
// say what was wished.

import { describe, expect, it } from 'vitest';
import {
  anonymousChoices,
  auditChoices,
  buildFiles,
  inspect,
  joinMethods,
  newestMinor,
  oldestBuilt,
  type Built,
  type Consumer,
  type Report,
  type Wishes,
} from '../src/core/index.ts';

const minors = Array.from({ length: newestMinor - oldestBuilt + 1 }, (_, index) => oldestBuilt + index);
const combinations: readonly Wishes[] = minors.flatMap((minor) =>
  joinMethods.flatMap((nodesJoinBy) =>
    anonymousChoices.flatMap((anonymous) =>
      auditChoices.flatMap((audit) =>
        ['', '10.146.0.4', 'fd00::4'].map((advertiseAddress) => ({
          minor,
          nodesJoinBy,
          anonymous,
          audit,
          advertiseAddress,
        })),
      ),
    ),
  ),
);

const built = combinations.flatMap((wishes) => {
  const result = buildFiles(wishes);
  return 'problem' in result ? [] : [{ wishes, result }];
});

const nameOf = ({ minor, ...rest }: Wishes): string => [`1.${minor}`, ...Object.values(rest)].join(' ');
const troubles = ({ findings }: Report, wished: readonly string[] = []): readonly string[] =>
  findings.filter(({ severity, code }) => severity !== 'note' && !wished.includes(code)).map(({ code }) => code);
/** The patch is left out: a part of a Pod without a kind, at which kubeadm would stop if it stood in its file. */
const together = ({ files }: Built): string =>
  files
    .filter(({ name }) => name !== 'kube-apiserver0+strategic.yaml')
    .map(({ text }) => text)
    .join('---\n');
const read = (text: string, minor: number): Report => inspect(text, { kubernetesVersion: `1.${minor}` });
const failing = (test: (one: (typeof built)[number]) => readonly string[]): readonly string[] =>
  built.flatMap((one) => test(one).map((trouble) => `${nameOf(one.wishes)}: ${trouble}`));

it('explains the combinations that cannot work, and changes none', () => {
  const wishes: Wishes = { minor: 34, nodesJoinBy: 'token', anonymous: 'off', audit: 'none' };
  expect(buildFiles(wishes)).toEqual({ problem: 'token-needs-anonymous' });
  expect(buildFiles({ ...wishes, minor: 30, anonymous: 'paths' })).toEqual({ problem: 'paths-too-new' });
  expect(buildFiles({ ...wishes, minor: 19 })).toEqual({ problem: 'version-not-covered' });
  for (const advertiseAddress of ['10.0.0', '10.0.0.256', 'x: y', '"\n', '::: '])
    expect(buildFiles({ ...wishes, anonymous: 'on', advertiseAddress })).toEqual({ problem: 'address-unreadable' });
  const possible = combinations.filter(({ nodesJoinBy, anonymous, minor }) =>
    anonymous === 'off' ? nodesJoinBy !== 'token' : anonymous !== 'paths' || minor >= 31,
  );
  expect(built.map(({ wishes: one }) => one)).toEqual(possible);
});

it('writes files that the bench finds clean when they are pasted together', () => {
  expect(failing(({ wishes, result }) => troubles(read(together(result), wishes.minor), result.wished))).toEqual([]);
});

it('writes a kubeadm file that names its version and is taken without a word', () => {
  const said = failing(({ result, wishes }) => {
    const { kubeadm, version } = inspect(result.files[0]?.text ?? '');
    const right = version.minor === wishes.minor && (kubeadm?.exitCode ?? 0) === 0;
    return [...(right ? [] : ['refused']), ...(kubeadm?.warnings ?? [])];
  });
  expect(said).toEqual([]);
});

it('writes files that the bench finds clean one by one', () => {
  const said = failing(({ wishes, result }) =>
    result.files
      // The patch is a part of a Pod without a kind, and a kubeadm file alone cannot show what is in the file it names.
      .filter(({ name }) => name !== 'kube-apiserver0+strategic.yaml')
      .flatMap(({ name, text }) => {
        // In 1.31 the file needs a feature gate, which stands in kubeadm's file.
        const gate = name === 'authentication-config.yaml' && wishes.minor === 31 ? ['KA214'] : [];
        return troubles(read(text, wishes.minor), [...result.wished, ...gate]).map((code) => `${name} ${code}`);
      }),
  );
  expect(said).toEqual([]);
});

it('names only what the bench really says as wished', () => {
  const never = failing(({ wishes, result }) => {
    const said = read(together(result), wishes.minor).findings.map(({ code }) => code);
    return result.wished.filter((code) => !said.includes(code));
  });
  expect(never).toEqual([]);
});

describe('the outcomes say what was wished', () => {
  const verdicts = ({ outcomes }: Report): Readonly<Partial<Record<Consumer, string>>> =>
    Object.fromEntries(outcomes.map(({ consumer, verdict }) => [consumer, verdict]));

  it('for joins, init and the audit log', () => {
    const wrong = failing(({ wishes, result }) => {
      const said = verdicts(read(together(result), wishes.minor));
      const join = wishes.nodesJoinBy === 'token' ? 'kubeadm join (token)' : 'kubeadm join (file with credentials)';
      return [
        ...(said['kubeadm init'] === 'works' ? [] : [`init ${said['kubeadm init']}`]),
        ...(said[join] === 'works' ? [] : [`${join} ${said[join]}`]),
        ...(wishes.audit === 'none' || said['audit log'] === 'works' ? [] : [`audit log ${said['audit log']}`]),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('for probes: they pass unless anonymous requests are off, and then the patch takes their place', () => {
    const wrong = failing(({ wishes, result }) => {
      const said = verdicts(read(together(result), wishes.minor));
      if (wishes.anonymous !== 'off') return said['liveness probe'] === 'works' ? [] : ['liveness probe'];
      return result.files.some(({ text }) => text.split('tcpSocket').length === 4) ? [] : ['no patch'];
    });
    expect(wrong).toEqual([]);
  });
});
