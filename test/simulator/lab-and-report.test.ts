// One truth: what the lab says of a server, and what the report says of the paste that describes it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  defaultLabServer,
  inspect,
  labServerFrom,
  newestMinor,
  oldestLabMinor,
  runClient,
  writeAuthenticationFile,
  type Consumer,
  type LabAuthenticationConfiguration,
  type LabClientId,
  type Outcome,
} from '../../src/core/index.ts';
import { clusterInfoPath } from '../../src/core/kubernetes/cluster-info.ts';
import { kubeadmFile } from '../kubernetes/kubeadm-file.ts';

/** What both have a row for. */
const consumers: readonly (readonly [LabClientId, Consumer])[] = [
  ['kubeadm-init', 'kubeadm init'],
  ['kubeadm-join-token-pin', 'kubeadm join (token)'],
  ['kubeadm-join-token-unsafe', 'kubeadm join (token, unsafe skip)'],
  ['kubeadm-join-file-credentials', 'kubeadm join (file with credentials)'],
  ['kubeadm-join-file', 'kubeadm join (file without credentials)'],
  ['startup-probe', 'startup probe'],
  ['liveness-probe', 'liveness probe'],
  ['readiness-probe', 'readiness probe'],
  ['load-balancer-healthz', 'load balancer /healthz'],
  ['kubectl-certificate', 'authenticated clients'],
  ['oidc-discovery', 'OIDC discovery'],
];

const files: fc.Arbitrary<LabAuthenticationConfiguration> = fc.record(
  {
    apiVersion: fc.constantFrom(
      'apiserver.config.k8s.io/v1alpha1',
      'apiserver.config.k8s.io/v1beta1',
      'apiserver.config.k8s.io/v1',
    ),
    anonymous: fc.record({
      enabled: fc.boolean(),
      paths: fc.subarray(['/livez', '/readyz', '/healthz', '/version', '/livez/ping', clusterInfoPath]),
    }),
  },
  { requiredKeys: ['apiVersion'] },
);
const flags = fc.uniqueArray(
  fc.constantFrom(
    ['anonymous-auth', 'false'],
    ['anonymous-auth', 'true'],
    ['authorization-mode', 'AlwaysAllow'],
    ['authorization-mode', 'Node,RBAC,AlwaysAllow'],
    ['authorization-mode', 'Node,Webhook'],
    ['authentication-config', '/etc/kubernetes/pki/authn.yaml'],
    ['feature-gates', 'AnonymousAuthConfigurableEndpoints=true'],
    ['feature-gates', 'AnonymousAuthConfigurableEndpoints=false'],
  ) as fc.Arbitrary<readonly [string, string]>,
  { maxLength: 3, selector: ([name]) => name },
);
const minors = fc.integer({ min: oldestLabMinor, max: newestMinor });

const errorOf = (client: LabClientId, server: Parameters<typeof runClient>[0]): readonly unknown[] => {
  const { verdict, terminal } = runClient(server, client);
  const isJoin = client.startsWith('kubeadm-join');
  return [verdict, isJoin ? (terminal.find(({ stream }) => stream === 'stderr')?.text ?? '') : ''];
};

function saidOf({ verdict, text, consumer }: Outcome): readonly unknown[] {
  return [verdict, consumer.startsWith('kubeadm join') ? text : ''];
}

it('says the same of a kubeadm file and its AuthenticationConfiguration, wherever the lab has every setting', () => {
  let compared = 0;
  fc.assert(
    fc.property(minors, flags, files, fc.constantFrom(...consumers), (minor, args, file, [client, consumer]) => {
      const named = args.some(([name]) => name === 'authentication-config');
      const paste = kubeadmFile(minor, args) + (named ? `---\n${writeAuthenticationFile(file)}` : '');
      const options = { kubernetesVersion: `1.${minor}` };
      const pasted = labServerFrom(paste, options);
      if (!pasted || pasted.leftOut.length > 0) return;
      const outcome = inspect(paste, options).outcomes.find((one) => one.consumer === consumer);
      if (!outcome) return;
      compared++;
      const own = errorOf(client, pasted.server);
      // The report leaves the words to the server where it does not start.
      expect(outcome.text === '' ? own[0] : own).toEqual(outcome.text === '' ? outcome.verdict : saidOf(outcome));
    }),
    { numRuns: 1500 },
  );
  expect(compared).toBeGreaterThan(700);
});

it('says the same of a file that was pasted alone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 31, max: newestMinor }),
      files,
      fc.constantFrom(...consumers),
      (minor, file, [client, consumer]) => {
        const server = { ...defaultLabServer(`1.${minor}`), authenticationConfiguration: file };
        const { outcomes } = inspect(writeAuthenticationFile(file), { kubernetesVersion: `1.${minor}` });
        const outcome = outcomes.find((one) => one.consumer === consumer);
        // A file alone says nothing of the flag beside it: without a section about strangers the report does not know.
        fc.pre(outcome !== undefined && outcome.verdict !== 'unknown');
        expect(runClient(server, client).verdict).toBe(outcome?.verdict);
      },
    ),
    { numRuns: 150 },
  );
});
