// The RBAC authorizer's reason for an allowed request, taken apart.
// Upstream: pkg/registry/rbac/validation/rule.go and plugin/pkg/auth/authorizer/rbac/rbac.go.
// In it a name stands before its namespace (`"binding/namespace"`), unlike everywhere else in Kubernetes.

/** `RBAC: allowed by RoleBinding "name/namespace" of Role "name" to User "name"`. */
export interface RbacReason {
  readonly bindingKind: 'ClusterRoleBinding' | 'RoleBinding';
  readonly bindingName: string;
  /** Only for a RoleBinding. */
  readonly bindingNamespace?: string;
  readonly roleKind: 'ClusterRole' | 'Role';
  readonly roleName: string;
  readonly subjectKind: 'User' | 'Group' | 'ServiceAccount';
  /** A service account as `name/namespace`, as it is written there. */
  readonly subjectName: string;
}

const quoted = '"((?:[^"\\\\]|\\\\.)*)"';
const grammar = new RegExp(
  `RBAC: allowed by (ClusterRoleBinding|RoleBinding) ${quoted} of (ClusterRole|Role) ${quoted} to (User|Group|ServiceAccount) ${quoted}`,
);

/** Undefined for the empty reason, for other authorizers' texts, and for whatever does not follow RBAC's grammar. */
export function parseRbacReason(text: string): RbacReason | undefined {
  const match = grammar.exec(text);
  if (!match) return undefined;
  const [, bindingKind, binding = '', roleKind, role = '', subjectKind, subject = ''] = match;
  const name = unquote(binding);
  const slash = bindingKind === 'RoleBinding' ? name.lastIndexOf('/') : -1;
  return {
    bindingKind: bindingKind as RbacReason['bindingKind'],
    bindingName: slash < 0 ? name : name.slice(0, slash),
    ...(slash < 0 ? {} : { bindingNamespace: name.slice(slash + 1) }),
    roleKind: roleKind as RbacReason['roleKind'],
    roleName: unquote(role),
    subjectKind: subjectKind as RbacReason['subjectKind'],
    subjectName: unquote(subject),
  };
}

/** Undoes Go's `%q` for the two escapes that a name can hold in it. */
function unquote(text: string): string {
  return text.replace(/\\(["\\])/g, '$1');
}
