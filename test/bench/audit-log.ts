// Makes audit logs of any size, the same bytes for the same seed: one control plane, its nodes and controllers, probes without
// credentials, expired tokens, scanners, joining nodes. Written as kube-apiserver writes: its order of keys, its escapes.

export interface MadeLog {
  /** Lines, each with its newline. */
  readonly lines: Generator<string>;
  /** What was written so far, by the maker's own knowledge. */
  readonly truth: { events: number; anonymous: number; unauthorized: number; joins: number };
}

export interface LogWishes {
  readonly seed?: number;
  /** Stops behind the line that reaches so many characters. */
  readonly size: number;
  /** Only requests without credentials. */
  readonly onlyAnonymous?: boolean;
}

interface Request {
  readonly uri: string;
  readonly verb: string;
  readonly user: string;
  readonly agent: string;
  readonly source: string;
  readonly stage?: string;
  readonly ref?: readonly (readonly [key: string, value: string])[];
  readonly status?: string;
  readonly bodies?: readonly string[];
  readonly annotations?: string;
}

/** A small generator of 32-bit numbers (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const nodes = Array.from({ length: 40 }, (_, index) => ({ name: `node-${index + 1}`, ip: `10.1.0.${index + 10}` }));
const namespaces = ['default', 'kube-system', 'web', 'batch', 'monitoring'];
const controllers = [
  'deployment-controller',
  'endpointslice-controller',
  'node-controller',
  'coredns',
  'metrics-server',
];
const release = 'v1.33.4 (linux/amd64) kubernetes/abc1234';
const anonymousUser = '{"username":"system:anonymous","groups":["system:unauthenticated"]}';
const publicViewer =
  'RBAC: allowed by ClusterRoleBinding "system:public-info-viewer" of ClusterRole "system:public-info-viewer" to Group "system:unauthenticated"';

/** As Go's encoder writes a string. */
const quote = (text: string): string =>
  JSON.stringify(text).replace(/[<>&]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`);
const decided = (decision: string, reason = ''): string =>
  `{"authorization.k8s.io/decision":"${decision}","authorization.k8s.io/reason":${quote(reason)}}`;
const ok = '{"metadata":{},"code":200}';
const failure = (reason: string, message: string, code: number): string =>
  `{"metadata":{},"status":"Failure","message":${quote(message)},"reason":"${reason}","details":{},"code":${code}}`;

export function makeAuditLog({ seed = 1, size, onlyAnonymous = false }: LogWishes): MadeLog {
  const random = randomFrom(seed);
  const truth = { events: 0, anonymous: 0, unauthorized: 0, joins: 0 };
  let now = Date.UTC(2026, 0, 5, 8) * 1000;

  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const hex = (length: number): string => Array.from({ length }, () => random(16).toString(16)).join('');
  const uid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
  /** An account's uid stays the same; its tokens and pods come and go. */
  const uids = new Map<string, string>();
  const uidOf = (name: string): string => {
    const known = uids.get(name) ?? uid();
    uids.set(name, known);
    return known;
  };
  const address = (): string => `203.0.113.${random(250)}`;
  const time = (microseconds: number): string =>
    `${new Date(Math.floor(microseconds / 1000)).toISOString().slice(0, 20)}${String(microseconds % 1e6).padStart(6, '0')}Z`;

  const line = (request: Request): string => {
    const { uri, verb, user, agent, source, stage = 'ResponseComplete', ref, status = ok, bodies = [] } = request;
    now += random(30_000);
    truth.events++;
    if (user === anonymousUser) truth.anonymous++;
    if (status.includes('"code":401}')) truth.unauthorized++;
    const level = ['Metadata', 'Request', 'RequestResponse'][bodies.length] ?? '';
    const about = ref ? `,"objectRef":{${ref.map(([key, value]) => `"${key}":${quote(value)}`).join(',')}}` : '';
    const [asked, answered] = bodies;
    const annotations = request.annotations === undefined ? '' : `,"annotations":${request.annotations}`;
    return (
      `{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"${level}","auditID":"${uid()}","stage":"${stage}",` +
      `"requestURI":${quote(uri)},"verb":"${verb}","user":${user},"sourceIPs":["${source}"],"userAgent":${quote(agent)}${about},` +
      `"responseStatus":${status}${asked ? `,"requestObject":${asked}` : ''}${answered ? `,"responseObject":${answered}` : ''},` +
      `"requestReceivedTimestamp":"${time(now)}","stageTimestamp":"${time(now + 500 + random(9000))}"${annotations}}\n`
    );
  };

  const probe = (): string =>
    line({
      ...{ uri: `/${pick(['livez', 'readyz', 'healthz'])}`, verb: 'get', user: anonymousUser, source: '10.1.0.2' },
      ...{ agent: 'kube-probe/1.33', annotations: decided('allow', publicViewer) },
    });
  const scan = (): string => {
    const path = pick(['/', '/api/v1/secrets', '/.env', '/metrics', `/${hex(6)}.php?q=<${hex(2)}>&x=1`]);
    return line({
      ...{ uri: path, verb: 'get', user: anonymousUser, source: address(), annotations: decided('forbid') },
      agent: pick(['curl/8.5.0', 'Mozilla/5.0 zgrab/0.x', 'scan "quoted" \\ {brace}']),
      status: failure('Forbidden', 'forbidden: User "system:anonymous" cannot get path', 403),
    });
  };
  const expired = (): string =>
    line({
      ...{
        uri: '/api/v1/namespaces/web/endpoints?limit=500&watch=true',
        verb: 'list',
        user: '{}',
        stage: 'ResponseStarted',
      },
      ...{
        agent: 'okhttp/4.12.0',
        source: pick(nodes).ip,
        ref: [
          ['resource', 'endpoints'],
          ['namespace', 'web'],
        ],
      },
      status: '{"metadata":{},"status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}',
    });

  const kubelet = ({ name }: { readonly name: string }): string =>
    `{"username":"system:node:${name}","groups":["system:nodes","system:authenticated"],"extra":{"authentication.kubernetes.io/credential-id":["X509SHA256=${hex(64)}"]}}`;
  const account = (name: string): string =>
    `{"username":"system:serviceaccount:kube-system:${name}","uid":"${uidOf(name)}","groups":["system:serviceaccounts","system:serviceaccounts:kube-system","system:authenticated"],` +
    `"extra":{"authentication.kubernetes.io/credential-id":["JTI=${uid()}"],"authentication.kubernetes.io/node-name":["${pick(nodes).name}"],` +
    `"authentication.kubernetes.io/node-uid":["${uid()}"],"authentication.kubernetes.io/pod-name":["${name}-${hex(5)}"],"authentication.kubernetes.io/pod-uid":["${uid()}"]}}`;
  const ref = (resource: string, namespace: string, name: string, group = ''): NonNullable<Request['ref']> => [
    ...([
      ['resource', resource],
      ['namespace', namespace],
      ['name', name],
    ] as const),
    ...(group === '' ? [] : [['apiGroup', group] as const]),
    ['apiVersion', 'v1'],
  ];

  const lease = (): string => {
    const node = pick(nodes);
    return line({
      uri: `/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${node.name}?timeout=10s`,
      ...{ verb: 'update', user: kubelet(node), source: node.ip, agent: `kubelet/${release}` },
      ...{ ref: ref('leases', 'kube-node-lease', node.name, 'coordination.k8s.io'), annotations: decided('allow') },
    });
  };
  const pod = (name: string): string =>
    `{"kind":"Pod","apiVersion":"v1","metadata":{"name":"${name}","uid":"${uid()}","annotations":{"note":"user system:anonymous \\"quoted\\""}},` +
    `"spec":{"containers":[{"name":"app","image":"registry.example/app:${random(99)}","env":[${Array.from({ length: 25 }, (_, index) => `{"name":"SETTING_${index}","value":"${hex(24)}"}`).join(',')}]}]},"status":{"code":401}}`;
  const podPatch = (): string => {
    const node = pick(nodes);
    const [namespace, name] = [pick(namespaces), `app-${hex(8)}`];
    return line({
      ...{ uri: `/api/v1/namespaces/${namespace}/pods/${name}/status`, verb: 'patch', user: kubelet(node) },
      ...{
        source: node.ip,
        agent: `kubelet/${release}`,
        ref: ref('pods', namespace, name),
        bodies: [pod(name), pod(name)],
      },
      annotations: decided('allow'),
    });
  };
  const controller = (): string => {
    const name = pick(controllers);
    const namespace = pick(namespaces);
    const bodies = random(4) === 0 ? [pod(hex(6))] : [];
    return line({
      ...{
        uri: `/apis/apps/v1/namespaces/${namespace}/deployments?limit=500&resourceVersion=0`,
        verb: pick(['list', 'get', 'watch']),
      },
      ...{ user: account(name), source: pick(nodes).ip, agent: `kube-controller-manager/${release}/${name}`, bodies },
      ref: ref('deployments', namespace, `app-${random(300)}`, 'apps'),
      annotations: decided(
        'allow',
        `RBAC: allowed by ClusterRoleBinding "${name}" of ClusterRole "${name}" to ServiceAccount "${name}/kube-system"`,
      ),
    });
  };
  const join = (): string => {
    truth.joins++;
    const [id, source, agent] = [hex(6), `10.1.9.${truth.joins % 250}`, `kubeadm/${release}`];
    const user = `{"username":"system:bootstrap:${id}","groups":["system:bootstrappers","system:authenticated"]}`;
    const info = '/api/v1/namespaces/kube-public/configmaps/cluster-info?timeout=10s';
    const discovery = { uri: info, verb: 'get', user: anonymousUser, agent, source };
    const csr = '/apis/certificates.k8s.io/v1/certificatesigningrequests';
    return (
      line({
        ...discovery,
        ref: ref('configmaps', 'kube-public', 'cluster-info'),
        annotations: decided('allow', publicViewer),
      }) +
      line({
        ...discovery,
        user,
        uri: '/api/v1/namespaces/kube-system/configmaps/kubeadm-config',
        annotations: decided('allow'),
      }) +
      line({
        ...discovery,
        user,
        uri: csr,
        verb: 'create',
        status: '{"metadata":{},"code":201}',
        annotations: decided('allow'),
      })
    );
  };

  const weights: readonly (readonly [number, () => string])[] = onlyAnonymous
    ? [[60, probe], [5, scan]] // prettier-ignore
    : [[250, lease], [160, podPatch], [400, controller], [40, probe], [4, expired], [3, scan], [1, join]]; // prettier-ignore
  const wheel = weights.flatMap(([weight, make]) => Array.from({ length: weight }, () => make));
  function* make(): Generator<string> {
    for (let written = 0; written < size;) {
      const made = pick(wheel)();
      written += made.length;
      yield made;
    }
  }
  return { lines: make(), truth };
}
