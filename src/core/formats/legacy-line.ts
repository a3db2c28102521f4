// One line of the text form of an audit event: `--audit-log-format=legacy` (from 1.8), and the two lines per request of 1.7 and older.
// Spec: pkg/audit/format.go of k8s.io/apiserver. Lost: the object, the level, annotations, all source addresses but the first.

import type { UntypedRecord } from '../source/untyped-value.ts';

const line = /(?:(\S+) )?\bAUDIT: (id="[^"\n]*" [^\n]*)/;
const field = /([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|(\S+))/g;
/** What the server writes where it has nothing to say. */
const nothing = /^<(?:none|self|lookup|unknown|deferred)>$/;

/** Undefined for a line of another kind. `response` alone is the second line of a request of 1.7 or older. */
export function readLegacyLine(text: string): UntypedRecord | undefined {
  const [, time, fields = ''] = line.exec(text) ?? [];
  if (fields === '') return undefined;
  const found = Object.fromEntries(
    [...fields.matchAll(field)]
      .map(([, name = '', quoted, bare = '']) => [name, quoted === undefined ? bare : unquote(quoted)] as const)
      .filter(([, value]) => !nothing.test(value)),
  );
  const { id, stage, ip, method, user, groups, as, asgroups, namespace, uri, response } = found;
  const person = (username: string, members: string | undefined): UntypedRecord => ({
    username,
    ...(members === undefined ? {} : { groups: listOf(members) }),
  });
  return {
    auditID: id,
    ...(stage === undefined ? {} : { stage }),
    ...(uri === undefined ? {} : { requestURI: uri }),
    ...(method === undefined ? {} : { verb: method }),
    user: user === undefined ? {} : person(user, groups),
    ...(as === undefined ? {} : { impersonatedUser: person(as, asgroups) }),
    ...(ip === undefined ? {} : { sourceIPs: [ip] }),
    ...(found['user-agent'] === undefined ? {} : { userAgent: found['user-agent'] }),
    ...(namespace === undefined ? {} : { objectRef: { namespace } }),
    ...(Number(response) > 0 ? { responseStatus: { metadata: {}, code: Number(response) } } : {}),
    ...(time !== undefined && /^\d{4}-/.test(time) ? { requestReceivedTimestamp: time } : {}),
  };
}

/** Undoes Go's `%q` as far as it occurs. */
function unquote(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, code: string | undefined, char: string) =>
    code === undefined ? char : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function listOf(text: string): readonly string[] {
  return text.includes('"') ? [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, one = '']) => unquote(one)) : [text];
}
