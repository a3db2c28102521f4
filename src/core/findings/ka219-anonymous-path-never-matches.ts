// Fires where a listed anonymous path lets nothing through: a star, a query, a slash too many, a path below a health check.

import { publicHealthPaths } from '../simulator/gates.ts';
import { clusterInfoPath } from '../kubernetes/cluster-info.ts';
import { defineFinding } from './finding.ts';
import { replacePath } from './path-changes.ts';

type Trap = 'empty' | 'star' | 'query' | 'no-slash' | 'case' | 'slash-at-end' | 'below-health';

/** Why a listed path does nothing; undefined for a path that may do its work. */
function findTrap(path: string): Trap | undefined {
  if (path.trim() === '') return 'empty';
  if (path.includes('*')) return 'star';
  if (/[?#]/.test(path)) return 'query';
  if (!path.startsWith('/')) return 'no-slash';
  const known = publicHealthPaths.some((health) => health === path.toLowerCase());
  if (known && path !== path.toLowerCase()) return 'case';
  const below = publicHealthPaths.find((health) => path.startsWith(`${health}/`));
  if (below !== undefined) return path === `${below}/` ? 'slash-at-end' : 'below-health';
  return path.endsWith('/') && path !== '/' && path !== '/version/' ? 'slash-at-end' : undefined;
}

const reasons: Readonly<Record<Trap, readonly [string, string]>> = {
  empty: ['it is empty', 'パスが空です'],
  star: ['`*` is an ordinary character here, not a wildcard', '`*`はワイルドカードではなく、ただの文字です'],
  query: ['the query is never part of the comparison', 'クエリは比較の対象になりません'],
  'no-slash': ['the path of a request begins with `/`', 'リクエストのパスは`/`で始まります'],
  case: ['capitals count', '大文字と小文字は区別されます'],
  'slash-at-end': ['a slash at the end makes it another path', '末尾に`/`があると別のパスになります'],
  'below-health': [
    'such a request gets past authentication, but by default RBAC lets a stranger read only the path without what follows',
    'このパスは認証を通っても、RBACの既定では、後ろに何も付かないパスしか匿名では読めません',
  ],
};

/** The path without what keeps it from matching, if that is one that strangers may read by default. */
function meantPath(path: string): string | undefined {
  const bare = `/${path.replace(/[?#].*$|\*/g, '').replace(/^\/+|\/+$/g, '')}`;
  const health = publicHealthPaths.find(
    (one) => bare.toLowerCase() === one || bare.toLowerCase().startsWith(`${one}/`),
  );
  return health ?? (bare === clusterInfoPath ? bare : undefined);
}

export const ka219 = defineFinding({
  code: 'KA219',
  slug: 'anonymous-path-never-matches',
  severity: 'warning',
  *check({ server }) {
    for (const { path, at } of server?.access.paths ?? []) {
      const trap = findTrap(path);
      if (!trap) continue;
      const args = { path, whyEn: reasons[trap][0], whyJa: reasons[trap][1] };
      const meant = meantPath(path);
      const repair = meant === undefined || !server ? [] : replacePath(server, { path, at }, meant);
      yield { at, args, repair };
    }
  },
  text: {
    en: {
      title: 'A listed path lets no request through',
      message: ({ path, whyEn }) => `\`${path || ' '}\` does not do what it looks like: ${whyEn}.`,
      why: 'kube-apiserver looks the path of a request up in the list as it stands: exactly, with capitals, without patterns, without the query, whatever the method. Nothing checks the list at the start, so a path that can never match goes unnoticed until a probe or a join gets 401. RBAC decides afterwards: by default a stranger may GET `/healthz`, `/livez`, `/readyz`, `/version` and `/version/`, and nothing below them (measured on 1.28.4: `/livez/ping` and `/healthz/` are 403).',
      repair: 'Writes the path as it is asked for; if that one is listed already, takes this entry out.',
      fix: [
        {
          do: 'Write each path exactly as it is asked for, without its query.',
          cost: 'One entry per path; there are no patterns.',
          code: '  - path: /livez\n  - path: /readyz\n  - path: /healthz',
          since: 31,
        },
      ],
    },
    ja: {
      title: '一覧にあるパスが、どのリクエストも通しません',
      message: ({ path, whyJa }) => `\`${path || ' '}\`は期待どおりに働きません。${whyJa}。`,
      why: 'kube-apiserverは、リクエストのパスが一覧にそのままあるかどうかを調べます。完全一致で、大文字と小文字を区別し、パターンもクエリもメソッドも見ません。起動時に一覧を確かめる処理はないので、決して一致しないパスは、プローブや参加が401になるまで気づかれません。そのあとはRBACが決めます。既定で匿名に許されるのは`/healthz`、`/livez`、`/readyz`、`/version`、`/version/`へのGETだけで、その下は含まれません(1.28.4での実測では`/livez/ping`も`/healthz/`も403でした)。',
      repair: '呼び出されるとおりのパスに書き直します。同じパスがすでに一覧にあれば、この項目を消します。',
      fix: [
        {
          do: '呼び出されるとおりのパスを、クエリなしで書きます。',
          cost: 'パスの数だけ項目が必要です。パターンは使えません。',
          code: '  - path: /livez\n  - path: /readyz\n  - path: /healthz',
          since: 31,
        },
      ],
    },
  },
  fires: [
    {
      name: 'the traps together',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: «/healthz/»
  - path: «/livez/ping»
  - path: «/readyz*»
  - path: «/livez?verbose»
  - path: «Livez»
`,
    },
  ],
  silent: [
    {
      name: 'as they are asked for',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
  - path: /version/
`,
    },
  ],
  see: [
    {
      source: 'k8s.io/apiserver pkg/authentication/request/anonymous/anonymous.go v0.31–v0.37.0-beta.0',
      since: 31,
      confidence: 'source',
    },
    { source: 'v1.28.4/S1m/http-probes.table.json', since: 28, until: 28, confidence: 'run' },
  ],
});
