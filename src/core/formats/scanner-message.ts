// Lines in which a scanner asks for `--anonymous-auth=false`. Writers: kube-bench (CIS 1.2.1), Trivy, Checkov, Kubescape.

import { toldLines } from './told-lines.ts';

const scanners: readonly (readonly [scanner: string, line: RegExp])[] = [
  ['kube-bench', /(?:\[(?:FAIL|WARN)\]|^)\s*1\.2\.1\s.*anonymous-auth/],
  ['Trivy', /\b(?:AVD-)?KCV-?0001\b/],
  ['Checkov', /\bCKV_K8S_68\b/],
  ['Kubescape', /\bC-0113\b/],
];

export const scannerMessage = toldLines({
  name: 'scanner-message',
  label: { en: 'messages of scanners', ja: 'スキャナーのメッセージ' },
  kind: 'scanner message',
  sign: /anonymous-auth|KCV|CKV_K8S_68|C-0113/,
  tell(line) {
    const scanner = scanners.find(([, pattern]) => pattern.test(line))?.[0];
    return scanner === undefined ? undefined : { scanner };
  },
});
