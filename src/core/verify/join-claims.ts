// What a joining node claims: a token and pins, from a `kubeadm join` command line, a JoinConfiguration, or the fields of a form.
// The secret of a token stays in here: nothing of it goes into a result.

import { hideTokenSecrets } from '../kubernetes/join-command.ts';
import { asList, asRecord, asText } from '../source/untyped-value.ts';

export interface Token {
  readonly id: string;
  /** Absent if only the id was given. */
  readonly secret?: string;
}

export type ClaimSource = 'given' | 'join command' | 'JoinConfiguration';

export interface Claim {
  readonly from: ClaimSource;
  /** `host:port` as written; empty if there is none. */
  readonly endpoint: string;
  /** Undefined if there is none, `malformed` if kubeadm would not take it. */
  readonly token: Token | 'malformed' | undefined;
  readonly pins: readonly string[];
  readonly unsafeSkip: boolean;
  /** Characters around the token or a pin were left out: quotes, blanks, marks of a word processor. */
  readonly cleaned: boolean;
}

const command = /kubeadm\s+join(?=\s)((?:[^\r\n]*\\[ \t]*(?:\r\n|\n|\r))*[^\r\n]*)/g;

/** Every join command of a text that names a token or a pin. */
export function claimsInCommands(text: string): readonly Claim[] {
  return [...text.matchAll(command)].flatMap(([, rest = '']) => {
    const line = rest.replace(/\\[ \t]*(?:\r\n|\n|\r)[ \t]*(?:>[ \t])?/g, ' ');
    const values = (flag: string): readonly string[] =>
      [...line.matchAll(new RegExp(`(?<!\\S)--${flag}[= \\t]+(\\S+)`, 'g'))].map((match) => match[1] ?? '');
    const token = values('discovery-token').at(-1) ?? values('token').at(-1);
    const pins = values('discovery-token-ca-cert-hash').flatMap((value) => value.split(','));
    if (token === undefined && pins.length === 0) return [];
    const unsafeSkip = /(?<!\S)--discovery-token-unsafe-skip-ca-verification(?:=true)?(?!\S)/.test(line);
    const endpoint = /(?<!\S)(?!-)\S+:\d+(?!\S)/.exec(line)?.[0] ?? '';
    return [claim({ from: 'join command', endpoint, token, pins, unsafeSkip })];
  });
}

/** The text without its join commands, which may hide what stands behind them. */
export function withoutCommands(text: string): string {
  return text.replace(command, '');
}

/** The token discovery of a JoinConfiguration; undefined without one. */
export function claimInConfiguration(value: unknown): Claim | undefined {
  const discovery = asRecord(asRecord(value)['discovery'])['bootstrapToken'];
  if (discovery === undefined) return undefined;
  const fields = asRecord(discovery);
  return claim({
    from: 'JoinConfiguration',
    endpoint: asText(fields['apiServerEndpoint']) ?? '',
    token: asText(fields['token']),
    pins: asList(fields['caCertHashes']).filter((pin) => typeof pin === 'string'),
    unsafeSkip: fields['unsafeSkipCAVerification'] === true,
  });
}

/** A token and pins as they were typed; undefined if both are blank. */
export function claimFromFields(token: string, pins: readonly string[]): Claim | undefined {
  const written = pins.flatMap((text) => text.split(/[\s,]+/)).filter((pin) => pin !== '');
  if (token.trim() === '' && written.length === 0) return undefined;
  return claim({
    from: 'given',
    endpoint: '',
    token: token.trim() === '' ? undefined : token,
    pins: written,
    unsafeSkip: false,
  });
}

function claim(written: Omit<Claim, 'token' | 'cleaned'> & { readonly token: string | undefined }): Claim {
  const token = written.token === undefined ? undefined : clean(written.token);
  const pins = written.pins.map(clean).filter((pin) => pin !== '');
  const cleaned = token !== written.token?.trim() || pins.join() !== written.pins.map((pin) => pin.trim()).join();
  return {
    ...written,
    token: token === undefined ? undefined : readToken(token),
    pins: pins.map(hideTokenSecrets),
    cleaned,
  };
}

/** Quotes of any kind, blanks and invisible marks at both ends. */
function clean(text: string): string {
  const marks = '[\\s"\'`\\u00a0\\u200b-\\u200f\\u2018-\\u201f\\u2060\\u300c\\u300d\\ufeff]+';
  return text.replace(new RegExp(`^${marks}|${marks}$`, 'g'), '');
}

function readToken(text: string): Token | 'malformed' {
  const [, id, secret] = /^([a-z0-9]{6})(?:\.([a-z0-9]{16}))?$/.exec(text) ?? [];
  if (id === undefined) return 'malformed';
  return { id, ...(secret === undefined ? {} : { secret }) };
}
