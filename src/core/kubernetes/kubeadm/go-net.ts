// Addresses, subnets, host:port and URLs as Go's net packages read them, with their error texts.
// Upstream: net, net/url, k8s.io/utils/net (leading zeros in IPv4 numbers are taken as decimal).

export interface IpAddress {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

export function parseIp(text: string): IpAddress | undefined {
  if (!text.includes(':')) return parseIp4(text);
  return parseIp6(text);
}

function parseIp4(text: string): IpAddress | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,9}$/.test(part) && Number(part) <= 255)) return undefined;
  return { bits: 32, value: BigInt(parts.reduce((sum, part) => sum * 256 + Number(part), 0)) };
}

function parseIp6(text: string): IpAddress | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map(readGroups);
  const [front, back] = groups;
  if (!front || (halves.length === 2 && !back)) return undefined;
  const missing = 8 - front.length - (back?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const all = [...front, ...Array<number>(halves.length === 1 ? 0 : missing).fill(0), ...(back ?? [])];
  const value = all.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
  return value >> 32n === 0xffffn ? { bits: 32, value: value & 0xffffffffn } : { bits: 128, value };
}

/** Groups of 16 bits; an IPv4 address at the end counts as two. */
function readGroups(half: string): readonly number[] | undefined {
  if (half === '') return [];
  const parts = half.split(':');
  const groups: number[] = [];
  for (const [index, part] of parts.entries()) {
    const embedded = index === parts.length - 1 && part.includes('.') ? parseIp4(part) : undefined;
    if (embedded) groups.push(Number(embedded.value >> 16n), Number(embedded.value & 0xffffn));
    else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

export function formatIp({ bits, value }: IpAddress): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(112 - 16 * index)) & 0xffffn));
  const text = groups.map((group) => group.toString(16)).join(':');
  const runs = [...text.matchAll(/(?:^|(?<=:))0(?::0)+(?=:|$)/g)].sort((a, b) => b[0].length - a[0].length);
  const longest = runs[0];
  if (!longest) return text;
  return `${text.slice(0, longest.index).replace(/:$/, '')}::${text.slice(longest.index + longest[0].length).replace(/^:/, '')}`;
}

export interface Subnet extends IpAddress {
  readonly ones: number;
  /** The network as Go prints it. */
  readonly text: string;
}

export function parseCidr(text: string): Subnet | undefined {
  const match = /^([^/]*)\/(\d{1,3})$/.exec(text);
  const address = match ? parseIp(match[1] ?? '') : undefined;
  const ones = Number(match?.[2]);
  if (!address || ones > address.bits) return undefined;
  const host = BigInt(address.bits - ones);
  const value = (address.value >> host) << host;
  return { bits: address.bits, value, ones, text: `${formatIp({ bits: address.bits, value })}/${ones}` };
}

/** Comma-separated subnets; undefined if one of them is none. */
export function parseCidrs(text: string): readonly Subnet[] | undefined {
  const subnets = text.split(',').map(parseCidr);
  return subnets.every((subnet) => subnet !== undefined) ? subnets : undefined;
}

export type HostPort = { readonly host: string; readonly port: string } | { readonly error: string };

/** Go's net.SplitHostPort. */
export function splitHostPort(text: string): HostPort {
  const fail = (why: string): HostPort => ({ error: `address ${text}: ${why}` });
  const colon = text.lastIndexOf(':');
  if (colon < 0) return fail('missing port in address');
  const bracket = text.startsWith('[') ? text.indexOf(']') : 0;
  if (bracket < 0) return fail("missing ']' in address");
  if (bracket > 0 && bracket + 1 !== colon) {
    return fail(text[bracket + 1] === ':' ? 'too many colons in address' : 'missing port in address');
  }
  const host = bracket > 0 ? text.slice(1, bracket) : text.slice(0, colon);
  if (bracket === 0 && host.includes(':')) return fail('too many colons in address');
  if (text.slice(bracket > 0 ? 1 : 0).includes('[')) return fail("unexpected '[' in address");
  if (text.slice(bracket > 0 ? bracket + 1 : 0).includes(']')) return fail("unexpected ']' in address");
  return { host, port: text.slice(colon + 1) };
}

export type GoUrl = { readonly scheme: string; readonly path: string } | { readonly error: string };

/** Go's url.Parse, as far as scheme and path go; the rarer errors are not told apart. */
export function parseGoUrl(text: string): GoUrl {
  const fail = (why: string): GoUrl => ({ error: `parse ${JSON.stringify(text)}: ${why}` });

  if (/[\x00-\x1f\x7f]/.test(text)) return fail('net/url: invalid control character in URL');
  if (text.startsWith(':')) return fail('missing protocol scheme');
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text)?.[1]?.toLowerCase() ?? '';
  const rest = (scheme === '' ? text : text.slice(scheme.length + 1)).replace(/#.*$/, '').replace(/\?.*$/, '');
  const escape = /%(?![0-9a-fA-F]{2}).{0,2}/.exec(rest);
  if (escape) return fail(`invalid URL escape ${JSON.stringify(escape[0])}`);
  if (rest.startsWith('//')) return parseAuthority(rest.slice(2), scheme, fail);
  if (scheme !== '' && !rest.startsWith('/')) return { scheme, path: '' };
  const colon = rest.indexOf(':');
  const slash = rest.indexOf('/');
  if (colon >= 0 && (slash < 0 || colon < slash)) return fail('first path segment in URL cannot contain colon');
  return { scheme, path: rest };
}

function parseAuthority(text: string, scheme: string, fail: (why: string) => GoUrl): GoUrl {
  const slash = text.indexOf('/');
  const authority = slash < 0 ? text : text.slice(0, slash);
  const odd = /[\s<>"^`{|}\\]/.exec(authority.replace(/^.*@/, ''));
  if (odd) return fail(`invalid character ${JSON.stringify(odd[0])} in host name`);
  const port = /:[^:\]]*$/.exec(authority.replace(/^.*@/, ''))?.[0];
  if (port !== undefined && !/^:\d*$/.test(port)) return fail(`invalid port ${JSON.stringify(port)} after host`);
  return { scheme, path: slash < 0 ? '' : text.slice(slash) };
}
