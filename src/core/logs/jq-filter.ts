// The same choice as a filter for jq 1.6 or newer, on the log as kube-apiserver writes it: it selects exactly the events that
// the groups count. Texts become jq literals without a quote that a shell would take for the end of the filter.

import { facets, type Facet, type GroupFilter, type Shortcut } from './group-filter.ts';
import { pathRules } from './path-groups.ts';
import { longestText } from './text-table.ts';

export interface JqWishes {
  readonly filter: GroupFilter;
  /** Only events that stand for one request each. */
  readonly onlyRequests: boolean;
  /** RFC 3339 in UTC; times before the first and from the second on are left out. */
  readonly since?: string;
  readonly until?: string;
}

/** A text as jq writes it. */
export function jqText(text: string): string {
  return JSON.stringify(text).replaceAll("'", '\\u0027');
}

const definitions = {
  text: 'def text: strings // "";',
  code: 'def code: (.responseStatus.code? | numbers | select(. == floor and . > 0 and . < 1000)) // 0;',
  user: 'def user: .user.username? | text;',
  who: [
    'def who:',
    '  user as $user',
    '  | if $user == "" then (if .responseStatus.code? == 401 then "rejected" else "unknown" end)',
    '    elif (.impersonatedUser.username? | text) != "" then "impersonated"',
    '    elif $user == "system:anonymous" then',
    '      (if any(.user.groups[]?; . == "system:unauthenticated") then "anonymous" else "anonymous-name-only" end)',
    '    elif $user | startswith("system:bootstrap:") then "bootstrap-token"',
    '    elif $user | startswith("system:node:") then "node"',
    '    elif $user | startswith("system:serviceaccount:") then "service-account"',
    '    else "user" end;',
  ].join('\n'),
  path: 'def path: (.requestURI | text | split("?")[0] // "") | split("#")[0] // "";',
  kind: [
    'def kind:',
    '  path as $path',
    ...pathRules.map(
      ({ group, paths, beginnings }, index) =>
        `  ${index === 0 ? '|' : ' '} ${index === 0 ? 'if' : 'elif'} ${pathTest(paths, beginnings)} then ${jqText(group)}`,
    ),
    '    else "other" end;',
  ].join('\n'),
  client:
    'def client: (.userAgent | text | capture("\\\\A(?<name>[A-Za-z][A-Za-z0-9_.-]*)/v?[A-Za-z0-9_.+-]").name) // "";',
  source: 'def source: [.sourceIPs[]? | strings][-1] // "";',
  otherServer: [
    'def otherServer: (path | test("\\\\A/(oauth/|login([^A-Za-z0-9_]|\\\\z))"))',
    '  or any(.annotations | objects | keys[]; startswith("authentication.openshift.io/"));',
  ].join('\n'),
  time: 'def time: [.requestReceivedTimestamp, .stageTimestamp, .timestamp | strings | select(. != "")][0] // "";',
} as const;

function pathTest(paths: readonly string[], beginnings: readonly string[]): string {
  const equal = `IN($path; ${paths.map(jqText).join(', ')})`;
  return [equal, ...beginnings.map((one) => `($path | startswith(${jqText(one)}))`)].join(' or ');
}

const expressions: Readonly<Record<Facet, string>> = {
  ...{ identity: 'who', path: 'kind', verb: '(.verb | text)', code: 'code', client: 'client' },
  ...{ source: 'source', user: 'user' },
};

const conditions: Readonly<Record<Shortcut, string>> = {
  anonymous: 'who == "anonymous"',
  refused: 'IN(code; 401, 403)',
  breaks: 'who == "anonymous" and (otherServer | not) and (code == 0 or (code >= 200 and code < 400))',
};

const requests =
  'IN(.stage; "ResponseComplete", "Panic") or (.stage == "ResponseStarted" and (.user.username? | text) == "")';
/** What is in groups at all. */
const matters =
  'IN(code; 401, 403) or IN(who; "anonymous", "anonymous-name-only", "rejected", "bootstrap-token", "unknown")';

/** The text between the quotes of `jq -c '…' audit.log`. */
export function jqFilter({ filter, onlyRequests, since, until }: JqWishes): string {
  const chosen = [
    ...(onlyRequests ? [requests] : []),
    ...(since === undefined ? [] : [`time >= ${jqText(since)}`]),
    ...(until === undefined ? [] : [`time < ${jqText(until)}`]),
    ...(filter.shortcuts.length > 0 ? [] : [matters]),
    ...filter.shortcuts.map((one) => conditions[one]),
    ...facets.flatMap((facet) => facetTest(facet, filter.ticked[facet] ?? [])),
  ];
  const body = chosen.map((one) => `  (${one})`).join(' and\n');
  return [...needed(body), `select(\n${body}\n)`].join('\n');
}

function facetTest(facet: Facet, values: readonly string[]): readonly string[] {
  if (values.length === 0) return [];
  const expression = expressions[facet];
  const isCut = (value: string): boolean => value.length > longestText;
  const whole = values
    .filter((value) => !isCut(value))
    .map((value) => (facet === 'code' ? value || '0' : jqText(value)));
  const cut = values.filter(isCut).map((value) => {
    const beginning = jqText(value.slice(0, longestText).replace(/[\ud800-\udbff]$/, ''));
    return `(${expression} | startswith(${beginning}) and . != ${beginning})`;
  });
  return [[...(whole.length > 0 ? [`IN(${expression}; ${whole.join(', ')})`] : []), ...cut].join(' or ')];
}

/** Definitions that a text uses, those that they use themselves included, in an order that jq can read. */
function needed(body: string): readonly string[] {
  const order = Object.entries(definitions);
  let used = body;
  const kept = order.reverse().filter(([name, definition]) => {
    const isUsed = new RegExp(`(?<![.$\\w"])${name}(?![\\w"])`).test(used);
    if (isUsed) used += `\n${definition.slice(`def ${name}`.length)}`;
    return isUsed;
  });
  return kept.reverse().map(([, definition]) => definition);
}
