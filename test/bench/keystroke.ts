// `npm run bench`: how long the bench thinks after a keystroke, on one core. Prints the median and the slowest of many runs,
// and exits with 1 where a median is over its budget. Not a test: a busy machine would make it fail.

import { inspect } from '../../src/core/index.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  /** Milliseconds per keystroke; none for what is only printed. */
  readonly budget?: number;
}

/** A kubeadm file with so many lines: real flags and volumes first, then volumes that fill it up. */
function kubeadmFile(lines: number): string {
  const head = `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: anonymous-auth
    value: "false"
  - name: audit-log-path
    value: /var/log/kubernetes/audit/audit.log
  - name: audit-policy-file
    value: /etc/kubernetes/audit/policy.yaml
  - name: enable-admission-plugins
    value: EventRateLimit
  extraVolumes:
`.split('\n');
  const filled = head.slice(0, -1);
  for (let count = 1; filled.length + 4 <= lines; count++)
    filled.push(
      `  - name: volume-${count}`,
      `    hostPath: /srv/${count}`,
      `    mountPath: /srv/${count}`,
      '    readOnly: true',
    );
  while (filled.length < lines) filled.push('# end');
  return `${filled.join('\n')}\n`;
}

const wrongFlags = (count: number): string =>
  `apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\napiServer:\n  extraArgs:\n${Array.from(
    { length: count },
    (_, index) => `    audit-log-nothing-${index}: "1"\n`,
  ).join('')}`;

const cases: readonly Case[] = [
  { name: 'kubeadm file, 100 lines', text: kubeadmFile(100), budget: 5 },
  { name: 'kubeadm file, 2,000 lines', text: kubeadmFile(2000), budget: 60 },
  { name: '10,000 unknown flags in one map', text: wrongFlags(10_000) },
];

/** Each run reads a text of its own, as each keystroke gives one. */
function measure(text: string): readonly number[] {
  const times: number[] = [];
  const until = performance.now() + 3000;
  for (let run = 0; run < 200 && (run < 3 || performance.now() < until); run++) {
    const typed = `${text}# ${run}\n`;
    const started = performance.now();
    inspect(typed);
    times.push(performance.now() - started);
  }
  return times.slice(Math.min(20, times.length >> 1)).sort((a, b) => a - b);
}

for (const { name, text, budget } of cases) {
  const times = measure(text);
  const median = times[times.length >> 1] ?? 0;
  const within = budget === undefined || median < budget;
  const limit = budget === undefined ? '' : `, budget ${budget} ms: ${within ? 'kept' : 'MISSED'}`;
  process.stdout.write(
    `${name}: ${median.toFixed(1)} ms per keystroke (slowest ${times.at(-1)?.toFixed(1)} ms)${limit}\n`,
  );
  if (!within) process.exitCode = 1;
}
