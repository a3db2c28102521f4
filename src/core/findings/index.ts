// The findings, in order of code. Codes are permanent and never reused.

import type { FindingKind } from './finding.ts';
import { ka001 } from './ka001-text-not-recognised.ts';
import { ka002 } from './ka002-nothing-pasted.ts';
import { ka003 } from './ka003-binary-content.ts';
import { ka004 } from './ka004-yaml-syntax.ts';
import { ka005 } from './ka005-broken-json-entries.ts';
import { ka006 } from './ka006-last-entry-cut-off.ts';
import { ka007 } from './ka007-text-too-large.ts';
import { ka008 } from './ka008-another-log.ts';
import { ka009 } from './ka009-lines-not-recognised.ts';
import { ka101 } from './ka101-kubeadm-file-not-yaml.ts';
import { ka102 } from './ka102-document-separator-refused.ts';
import { ka103 } from './ka103-document-without-kind.ts';
import { ka104 } from './ka104-foreign-document.ts';
import { ka105 } from './ka105-kind-given-twice.ts';
import { ka106 } from './ka106-nothing-for-this-command.ts';
import { ka107 } from './ka107-api-version-refused.ts';
import { ka108 } from './ka108-api-version-deprecated.ts';
import { ka109 } from './ka109-value-of-wrong-type.ts';
import { ka110 } from './ka110-extra-args-want-text.ts';
import { ka111 } from './ka111-unknown-field.ts';
import { ka112 } from './ka112-key-given-twice.ts';
import { ka113 } from './ka113-value-refused.ts';
import { ka201 } from './ka201-anonymous-off-breaks-token-join.ts';
import { ka202 } from './ka202-anonymous-off-restarts-api-server.ts';
import { ka203 } from './ka203-anonymous-on.ts';
import { ka204 } from './ka204-always-allow-resets-anonymous.ts';
import { ka205 } from './ka205-anonymous-auth-not-a-boolean.ts';
import { ka206 } from './ka206-init-waits-without-credentials.ts';
import { ka207 } from './ka207-anonymous-off-refuses-other-checks.ts';
import { ka208 } from './ka208-flag-value-refused.ts';
import { ka209 } from './ka209-flag-name-refused.ts';
import { ka210 } from './ka210-authorization-mode-refused.ts';
import { ka211 } from './ka211-node-restriction-dropped.ts';
import { ka212 } from './ka212-file-not-mounted.ts';
import { ka213 } from './ka213-anonymous-flag-beside-file.ts';
import { ka214 } from './ka214-anonymous-gate-off.ts';
import { ka215 } from './ka215-authentication-file-refused.ts';
import { ka216 } from './ka216-oidc-flags-beside-file.ts';
import { ka217 } from './ka217-list-lacks-cluster-info.ts';
import { ka218 } from './ka218-list-lacks-health-paths.ts';
import { ka219 } from './ka219-anonymous-path-never-matches.ts';
import { ka220 } from './ka220-authentication-file-not-named.ts';
import { ka221 } from './ka221-authentication-file-not-pasted.ts';
import { ka222 } from './ka222-always-allow-with-anonymous-file.ts';
import { ka223 } from './ka223-authorization-without-rbac.ts';
import { ka224 } from './ka224-flag-given-twice.ts';
import { ka225 } from './ka225-underscore-in-flag-name.ts';
import { ka226 } from './ka226-manifest-is-what-runs.ts';
import { ka227 } from './ka227-look-alike.ts';
import { ka228 } from './ka228-kubeadm-changes-authorization-mode.ts';
import { ka229 } from './ka229-anonymous-limited-to-paths.ts';
import { ka230 } from './ka230-bootstrap-tokens-off.ts';
import { ka231 } from './ka231-authentication-file-without-anonymous.ts';
import { ka232 } from './ka232-server-says-why.ts';
import { ka233 } from './ka233-health-check-got-401.ts';
import { ka234 } from './ka234-api-server-refused.ts';
import { ka235 } from './ka235-binding-for-anonymous.ts';
import { ka236 } from './ka236-scanner-wants-anonymous-off.ts';
import { ka301 } from './ka301-join-refused-as-unauthorized.ts';
import { ka302 } from './ka302-join-forbidden.ts';
import { ka303 } from './ka303-join-token-not-signed.ts';
import { ka304 } from './ka304-join-stopped-elsewhere.ts';
import { ka305 } from './ka305-node-joined.ts';
import { ka306 } from './ka306-join-token-refused-after-discovery.ts';
import { ka307 } from './ka307-join-hides-its-reason.ts';
import { ka308 } from './ka308-join-does-not-trust-the-cluster.ts';
import { ka309 } from './ka309-join-cannot-reach-the-server.ts';
import { ka310 } from './ka310-join-by-file-unauthorized.ts';
import { ka311 } from './ka311-proxy-answered-the-join.ts';
import { ka312 } from './ka312-join-version-skew.ts';
import { ka313 } from './ka313-join-command-damaged.ts';
import { ka314 } from './ka314-join-command-refused.ts';
import { ka315 } from './ka315-join-command-not-filled-in.ts';
import { ka401 } from './ka401-audit-log-wired.ts';
import { ka402 } from './ka402-audit-log-without-policy.ts';
import { ka403 } from './ka403-audit-policy-not-mounted.ts';
import { ka404 } from './ka404-audit-log-inside-container.ts';
import { ka405 } from './ka405-audit-policy-blind-to-refusals.ts';
import { ka406 } from './ka406-audit-log-read-only.ts';
import { ka407 } from './ka407-audit-policy-without-log.ts';
import { ka408 } from './ka408-audit-log-folder-missing.ts';
import { ka409 } from './ka409-audit-policy-refused.ts';
import { ka410 } from './ka410-audit-policy-field-ignored.ts';
import { ka411 } from './ka411-audit-log-path-no-file.ts';
import { ka501 } from './ka501-anonymous-read-of-cluster-info.ts';
import { ka502 } from './ka502-two-reads-of-one-join.ts';
import { ka503 } from './ka503-same-requests-with-anonymous-off.ts';
import { ka504 } from './ka504-discovery-refused.ts';
import { ka505 } from './ka505-discovery-forbidden.ts';
import { ka510 } from './ka510-refused-before-a-name.ts';
import { ka511 } from './ka511-anonymous-forbidden.ts';
import { ka512 } from './ka512-anonymous-health-checks.ts';
import { ka513 } from './ka513-probes-refused.ts';
import { ka514 } from './ka514-anonymous-reaches-more.ts';

export const findingKinds: readonly FindingKind[] = [
  ka001,
  ka002,
  ka003,
  ka004,
  ka005,
  ka006,
  ka007,
  ka008,
  ka009,
  ka101,
  ka102,
  ka103,
  ka104,
  ka105,
  ka106,
  ka107,
  ka108,
  ka109,
  ka110,
  ka111,
  ka112,
  ka113,
  ka201,
  ka202,
  ka203,
  ka204,
  ka205,
  ka206,
  ka207,
  ka208,
  ka209,
  ka210,
  ka211,
  ka212,
  ka213,
  ka214,
  ka215,
  ka216,
  ka217,
  ka218,
  ka219,
  ka220,
  ka221,
  ka222,
  ka223,
  ka224,
  ka225,
  ka226,
  ka227,
  ka228,
  ka229,
  ka230,
  ka231,
  ka232,
  ka233,
  ka234,
  ka235,
  ka236,
  ka301,
  ka302,
  ka303,
  ka304,
  ka305,
  ka306,
  ka307,
  ka308,
  ka309,
  ka310,
  ka311,
  ka312,
  ka313,
  ka314,
  ka315,
  ka401,
  ka402,
  ka403,
  ka404,
  ka405,
  ka406,
  ka407,
  ka408,
  ka409,
  ka410,
  ka411,
  ka501,
  ka502,
  ka503,
  ka504,
  ka505,
  ka510,
  ka511,
  ka512,
  ka513,
  ka514,
];
