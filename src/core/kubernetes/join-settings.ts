// What a join is told, by field of a JoinConfiguration: the middle between a command line and a file.
// Upstream: cmd/kubeadm/app/apis/kubeadm/v1beta1–v1beta4/types.go, cmd/kubeadm/app/cmd/join.go. Holds tokens: never put into a report.

import { asRecord, isRecord } from '../source/untyped-value.ts';
import { joinFlag, joinFlags, type JoinFlag } from './join-flags.ts';
import type { TypedFlag } from './parse-join.ts';

export type Setting = string | number | true | readonly string[];

/** By the path of the field, `discovery.bootstrapToken.token`; `controlPlane` alone stands for `{}`. */
export type JoinSettings = ReadonlyMap<string, Setting>;

const endpointField = 'discovery.bootstrapToken.apiServerEndpoint';
const tokenField = 'discovery.bootstrapToken.token';
const tlsField = 'discovery.tlsBootstrapToken';

const isOn = (value: string): boolean => /^(?:1|t|T|TRUE|true|True)$/.test(value);

/** The last flag of a name counts, lists grow. `--token` stands for both tokens where they are not given. */
export function settingsOf(flags: readonly TypedFlag[], endpoint: string): JoinSettings {
  const settings = new Map<string, Setting>();
  const last = (name: string): string => flags.findLast((flag) => flag.name === name)?.value ?? '';
  for (const flag of flags) setField(settings, flag);
  setTokens(settings, endpoint, last);
  const isControlPlane = isOn(last('control-plane')) || isOn(last('experimental-control-plane'));
  if (isControlPlane) settings.set('controlPlane', true);
  // Without --control-plane kubeadm ignores what only a control plane heeds.
  else for (const field of [...settings.keys()]) if (field.startsWith('controlPlane.')) settings.delete(field);
  return settings;
}

function setField(settings: Map<string, Setting>, { name, value }: TypedFlag): void {
  const { field, type } = joinFlag(name) ?? {};
  if (field === undefined || field === tokenField || field === tlsField) return;
  const before = settings.get(field);
  if (type === 'list')
    settings.set(field, [...(Array.isArray(before) ? (before as string[]) : []), ...value.split(',')]);
  else if (type === 'number') settings.set(field, Number(value));
  else if (type !== 'switch') settings.set(field, value);
  else if (isOn(value)) settings.set(field, true);
  else settings.delete(field);
}

function setTokens(settings: Map<string, Setting>, endpoint: string, last: (name: string) => string): void {
  const byFile = settings.has('discovery.file.kubeConfigPath');
  const token = byFile ? '' : last('discovery-token') || last('token');
  const tls = last('tls-bootstrap-token') || last('token');
  if (token !== '') settings.set(tokenField, token);
  if (tls !== '' && tls !== token) settings.set(tlsField, tls);
  if (endpoint !== '' && !byFile) settings.set(endpointField, endpoint);
}

export interface JoinObject {
  readonly object: Readonly<Record<string, unknown>>;
  /** Settings that this version's file has no field for. */
  readonly left: readonly JoinFlag[];
}

/** The object of the n-th v1beta. */
export function objectOf(settings: JoinSettings, beta: number): JoinObject {
  const object: Record<string, unknown> = { apiVersion: `kubeadm.k8s.io/v1beta${beta}`, kind: 'JoinConfiguration' };
  const left: JoinFlag[] = [];
  for (const [field, value] of settings) {
    const flag = joinFlags.find((one) => one.field === field);
    if (flag && (flag.fieldSince ?? 1) > beta) left.push(flag);
    else if (field === 'controlPlane') object['controlPlane'] ??= {};
    else put(object, field.split('.'), value);
  }
  return { object, left };
}

function put(object: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) object[name] = value;
  else put((object[name] ??= {}) as Record<string, unknown>, rest, value);
}

export interface ReadSettings {
  readonly settings: JoinSettings;
  /** Fields that no flag says. */
  readonly noFlag: readonly string[];
}

/** From the object of any version. */
export function settingsIn(object: unknown): ReadSettings {
  const settings = new Map<string, Setting>();
  const noFlag: string[] = [];
  const known = new Set([endpointField, ...joinFlags.flatMap(({ field }) => field ?? [])]);
  const visit = (value: unknown, path: readonly string[]): void => {
    const field = path.join('.');
    if (known.has(field)) {
      const setting = asSetting(value);
      if (setting !== undefined) settings.set(field, setting);
    } else if (isRecord(value) && !['kubeletExtraArgs', 'timeouts'].includes(field.split('.').at(-1) ?? '')) {
      for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
    } else if (value !== null) noFlag.push(field);
  };
  const fields = asRecord(object);
  for (const [name, value] of Object.entries(fields))
    if (name !== 'apiVersion' && name !== 'kind') visit(value, [name]);
  if (isRecord(fields['controlPlane'])) settings.set('controlPlane', true);
  if (settings.get(tlsField) === settings.get(tokenField)) settings.delete(tlsField);
  return { settings, noFlag };
}

function asSetting(value: unknown): Setting | undefined {
  if (Array.isArray(value)) return value.map(String);
  if (value === true || typeof value === 'number') return value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The command, a flag a line as kubeadm prints it; words that a shell would read otherwise stand in quotes. */
export function writeCommand(settings: JoinSettings, others: readonly string[], oldControlPlane: boolean): string {
  const text = (field: string): string => {
    const value = settings.get(field);
    return value === undefined || value === true ? '' : quoted(String(value));
  };
  const [token, tls] = [text(tokenField), text(tlsField)];
  const words = [`kubeadm join ${text(endpointField)}`.trimEnd()];
  if (token !== '')
    words.push(tls === '' ? `--token ${token}` : `--discovery-token ${token} --tls-bootstrap-token ${tls}`);
  else if (tls !== '') words.push(`--tls-bootstrap-token ${tls}`);
  for (const { name, field = '', type } of joinFlags) {
    const value = settings.get(field);
    if (value === undefined || field === tokenField || field === tlsField) continue;
    if (Array.isArray(value) && name === 'discovery-token-ca-cert-hash')
      words.push(...value.map((one) => `--${name} ${quoted(String(one))}`));
    else
      words.push(
        type === 'switch' ? `--${name}` : `--${name} ${quoted(Array.isArray(value) ? value.join(',') : String(value))}`,
      );
  }
  if (settings.has('controlPlane')) words.push(oldControlPlane ? '--experimental-control-plane' : '--control-plane');
  return [...words, ...others].join(' \\\n  ');
}

function quoted(word: string): string {
  if (/^[\w@%+=:,./[\]-]+$/.test(word)) return word;
  return /[$]/.test(word) ? `"${word.replace(/["\\`]/g, '\\$&')}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
