// Fires where a policy records anonymous requests and would record nothing once they are refused with 401: the log goes silent just then.

import { decide, writes, type AuditPolicy, type AuditRequest } from '../kubernetes/audit-policy.ts';
import { anonymousAccess } from '../kubernetes/api-server.ts';
import { clusterInfoPath } from '../kubernetes/cluster-info.ts';
import type { Facts } from '../kubernetes/facts.ts';
import type { Path } from '../source/path.ts';
import { defineFinding, type Hit } from './finding.ts';

type Args = {
  readonly request: string;
  /** `users`, `userGroups` or `omitStages`. */
  readonly by: string;
  readonly off: boolean;
};

const user = { name: 'system:anonymous', groups: ['system:unauthenticated'] };
const requests: readonly AuditRequest[] = [
  {
    verb: 'get',
    path: clusterInfoPath,
    resource: {
      namespace: 'kube-public',
      apiGroup: '',
      resource: 'configmaps',
      subresource: '',
      name: 'cluster-info',
    },
  },
  { verb: 'get', path: '/livez' },
];

function* check({ policies, server, version }: Facts): Generator<Hit<Args>> {
  const off = server !== undefined && anonymousAccess(server).mode === 'off';
  for (const { object, policy } of policies) {
    for (const request of requests) {
      const blind = blindSpot(policy, request, version.minor);
      if (!blind) continue;
      const name = request.resource ? 'kube-public/cluster-info' : request.path;
      yield { at: { object, path: blind.path }, args: { request: name, by: blind.by, off } };
      break;
    }
  }
}

/** Where the policy turns away from a refused request whose allowed form it records; undefined if it does not. */
function blindSpot(
  policy: AuditPolicy,
  request: AuditRequest,
  minor: number,
): { readonly path: Path; readonly by: string } | undefined {
  const allowed = decide(policy, { ...request, user }, minor);
  const refused = decide(policy, request, minor);
  if (!writes(allowed, 'ResponseComplete') || writes(refused, 'ResponseStarted')) return undefined;
  if (refused.level !== 'None') {
    const inRule = policy.rules[refused.rule ?? -1]?.omitStages.includes('ResponseStarted') ?? false;
    return { path: inRule ? ['rules', refused.rule ?? 0, 'omitStages'] : ['omitStages'], by: 'omitStages' };
  }
  const rule = allowed.rule ?? 0;
  const by = (policy.rules[rule]?.users.length ?? 0) > 0 ? 'users' : 'userGroups';
  return { path: ['rules', rule, by], by };
}

const ruleFirst = `rules:
- level: Metadata # before the rules that pick by user
  verbs: ["get"]
  namespaces: ["kube-public"]
  resources:
  - group: ""
    resources: ["configmaps"]
    resourceNames: ["cluster-info"]`;

export const ka405 = defineFinding<Args>({
  code: 'KA405',
  slug: 'audit-policy-blind-to-refusals',
  severity: 'warning',
  check,
  text: {
    en: {
      title: 'This audit policy does not see requests that are refused with 401',
      message: (a) =>
        `The policy records an anonymous read of \`${a.request}\`, but nothing at all once such a request is refused with 401, ${
          a.by === 'omitStages'
            ? 'because it omits the stage `ResponseStarted`, the only stage of such an event'
            : `because it is this rule’s \`${a.by}\` that picks it, and a refused request has no user`
        }. ${a.off ? 'The server in the same text refuses anonymous requests: every failing join stays unseen in its log.' : 'With `--anonymous-auth=false` the log goes silent just when joins fail.'}`,
      why: 'A 401 is audited before the request has a name: one event, stage `ResponseStarted`, `user: {}`. Rules with `users` or `userGroups` need a user, so not even `system:anonymous` or `system:unauthenticated` matches. The first rule without them decides, and here it says nothing is to be written.\n\nRun with the policy that records only `system:anonymous` and `--anonymous-auth=false`: about 50 probes and two failed joins left not one event. 1.20.2 did not even make the log file, 1.28.4 made it and left it empty.',
      fix: [
        {
          do: 'Put a rule without users before the others, for what shall be seen: here the one ConfigMap that joins read. (And leave `ResponseStarted` out of `omitStages`.)',
          cost: 'One line per read of this ConfigMap, whoever reads it. Probes refused with 401 stay unseen; a rule for `/livez` and `/readyz` would show them and write a line per probe, about one a second.',
          code: ruleFirst,
        },
      ],
    },
    ja: {
      title: 'この監査ポリシーには、401で拒否されたリクエストが見えません',
      message: (a) =>
        `このポリシーは\`${a.request}\`の匿名の読み取りを記録しますが、同じリクエストが401で拒否されるようになると何も記録しません。${
          a.by === 'omitStages'
            ? '401のイベントの唯一のステージである`ResponseStarted`を省いているためです'
            : `記録しているのはこのルールの\`${a.by}\`ですが、拒否されたリクエストにはユーザーがないためです`
        }。${a.off ? '同じテキストのサーバーは匿名リクエストを拒否します。失敗したjoinは、どれもログに残りません。' : '`--anonymous-auth=false`にすると、joinが失敗するまさにそのときにログが沈黙します。'}`,
      why: '401は、リクエストに名前が付く前に監査されます。イベントは1つだけで、ステージは`ResponseStarted`、`user: {}`です。`users`や`userGroups`のあるルールはユーザーがいないと一致しないので、`system:anonymous`や`system:unauthenticated`を書いても一致しません。それらを持たない最初のルールが決め、ここでは何も書かないことになります。\n\n`system:anonymous`だけを記録するポリシーと`--anonymous-auth=false`で実測したところ、約50回のプローブと2回のjoinの失敗で、イベントは1つも残りませんでした。1.20.2ではログファイル自体が作られず、1.28.4では空のファイルだけが作られました。',
      fix: [
        {
          do: '見たいものについて、ユーザーを指定しないルールを先頭に置きます。次の例は、joinが読むConfigMapだけを対象にしています(`omitStages`から`ResponseStarted`も外してください)。',
          cost: 'このConfigMapが読まれるたびに、誰が読んでも1行増えます。401になったプローブは見えないままです。`/livez`と`/readyz`のルールを足せば見えますが、プローブのたびに、およそ毎秒1行ずつ増えます。',
          code: ruleFirst,
        },
      ],
    },
  },
  fires: [
    {
      name: 'only one user, then nothing',
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages:
- RequestReceived
rules:
- level: Metadata
  users: «["system:anonymous"]»
- level: None
`,
    },
    {
      name: 'the stage of a 401 is omitted',
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: «[RequestReceived, ResponseStarted]»
rules:
- level: Metadata
`,
    },
  ],
  silent: [
    {
      name: 'a last rule for everybody',
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages:
- RequestReceived
rules:
- level: RequestResponse
  users: ["system:anonymous"]
- level: Metadata
`,
    },
  ],
  see: [
    { source: 'v1.20.2/K4-article-false, v1.20.2/S5 (audit-policy-vs-401)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S2, v1.28.4/S5 (audit-policy-vs-401)', since: 28, until: 28, confidence: 'run' },
    { source: 'k8s.io/apiserver pkg/audit/policy/checker.go', confidence: 'source' },
    { source: 'k8s.io/apiserver pkg/endpoints/filters/authn_audit.go', confidence: 'source' },
  ],
});
