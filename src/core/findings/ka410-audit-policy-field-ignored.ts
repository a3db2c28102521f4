// Fires on a field that no audit policy has: the server drops it, and a rule without it may match far more than meant.

import type { Facts } from '../kubernetes/facts.ts';
import { formatPath } from '../source/path.ts';
import { defineFinding, type Hit } from './finding.ts';

type Args = { readonly field: string; readonly name: string; readonly warns: boolean; readonly inRule: boolean };

function* check({ policies, version }: Facts): Generator<Hit<Args>> {
  for (const { object, unknownFields } of policies) {
    for (const path of unknownFields) {
      yield {
        at: { object, path, part: 'key' },
        args: {
          field: formatPath(path),
          name: String(path.at(-1)),
          warns: version.minor >= 26,
          inRule: path[0] === 'rules',
        },
      };
    }
  }
}

export const ka410 = defineFinding<Args>({
  code: 'KA410',
  slug: 'audit-policy-field-ignored',
  severity: 'warning',
  check,
  text: {
    en: {
      title: 'A field of the audit policy is unknown and ignored',
      message: (a) =>
        `\`${a.field}\` is no field of an audit policy. kube-apiserver starts ${a.warns ? 'with a warning (`Audit policy contains errors, falling back to lenient decoding: …`)' : 'without a word'} and goes on as if the line were not there${a.inRule ? '; without it the rule matches more requests than meant' : ''}.`,
      why: 'A rule matches what all its filled fields match. A misspelt field is an empty one, and an empty one matches everything: `user:` in place of `users:` makes a rule for everybody, and rules behind it may never be asked.\n\nUp to 1.25 unknown fields are dropped in silence. From 1.26 the policy is first read strictly, and then, with the warning, without the unknown fields. Run with 1.20.2 and 1.28.4.',
      fix: [
        {
          do: 'Spell it as the API does.',
          cost: 'The rule then matches less, and rules behind it begin to count. Try the policy on a few requests before.',
          code: 'level users userGroups verbs resources namespaces nonResourceURLs omitStages omitManagedFields',
        },
      ],
    },
    ja: {
      title: '監査ポリシーに、無視される未知のフィールドがあります',
      message: (a) =>
        `\`${a.field}\`は監査ポリシーのフィールドではありません。kube-apiserverは${a.warns ? '警告(`Audit policy contains errors, falling back to lenient decoding: …`)を出して' : '何も言わずに'}起動し、この行がないものとして動きます${a.inRule ? '。この行がないと、ルールは意図より多くのリクエストに一致します' : ''}。`,
      why: 'ルールは、書かれているすべてのフィールドに合うものに一致します。綴りを誤ったフィールドは空と同じで、空は何にでも一致します。`users:`のつもりで`user:`と書くと全員に一致するルールになり、後ろのルールは見られなくなることがあります。\n\n1.25までは、未知のフィールドは黙って捨てられます。1.26以降は、まず厳密に読み、失敗すると警告を出して未知のフィールドなしで読み直します。1.20.2と1.28.4で実測しました。',
      fix: [
        {
          do: 'APIのとおりの綴りに直します。',
          cost: 'ルールの一致範囲が狭くなり、後ろのルールが効き始めます。先にいくつかのリクエストで試してください。',
          code: 'level users userGroups verbs resources namespaces nonResourceURLs omitStages omitManagedFields',
        },
      ],
    },
  },
  fires: [
    {
      name: 'user for users, stage for stages',
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
«omitStage»:
- RequestReceived
rules:
- level: Metadata
  «user»: ["system:anonymous"]
`,
    },
  ],
  silent: [
    {
      name: 'every field that a rule has',
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
metadata:
  name: all
omitManagedFields: true
rules:
- level: Request
  users: ["a"]
  userGroups: ["b"]
  verbs: ["get"]
  namespaces: ["c"]
  resources:
  - group: ""
    resources: ["pods"]
    resourceNames: ["d"]
  omitStages: [RequestReceived]
  omitManagedFields: false
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S5 (policy:unknown-field)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5 (policy:unknown-field)', since: 28, until: 28, confidence: 'run' },
    { source: 'k8s.io/apiserver pkg/audit/policy/reader.go', confidence: 'source' },
  ],
});
