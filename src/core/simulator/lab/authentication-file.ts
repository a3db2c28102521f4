// An AuthenticationConfiguration as a text, and as the object that a paste of it would give.

import type { LabAuthenticationConfiguration } from './lab.ts';

function valueOf({ apiVersion, anonymous }: LabAuthenticationConfiguration): Readonly<Record<string, unknown>> {
  const conditions = anonymous?.paths ? { conditions: anonymous.paths.map((path) => ({ path })) } : {};
  return {
    apiVersion,
    kind: 'AuthenticationConfiguration',
    ...(anonymous ? { anonymous: { enabled: anonymous.enabled, ...conditions } } : {}),
  };
}

/** As a paste of it would be read. */
export function fileObject(file: LabAuthenticationConfiguration): { readonly kind: string; readonly value: unknown } {
  return { kind: 'AuthenticationConfiguration', value: valueOf(file) };
}

/** The file, ready to be written. Paths are quoted as JSON where YAML would read them as something else. */
export function writeAuthenticationFile({ apiVersion, anonymous }: LabAuthenticationConfiguration): string {
  const conditions = (anonymous?.paths ?? []).map((path) => `  - path: ${plain(path)}`);
  const section = anonymous
    ? ['anonymous:', `  enabled: ${String(anonymous.enabled)}`, ...(conditions.length > 0 ? ['  conditions:'] : [])]
    : [];
  return [`apiVersion: ${apiVersion}`, 'kind: AuthenticationConfiguration', ...section, ...conditions, ''].join('\n');
}

function plain(path: string): string {
  return /^\/[\w./~-]*$/.test(path) ? path : JSON.stringify(path);
}
