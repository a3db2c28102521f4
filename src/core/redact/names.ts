// What tells strangers about a network: addresses, and the names of hosts, nodes and people. Found where Kubernetes writes
// them; a name that was found once is then replaced wherever it stands as a word.

export const nameKinds = ['address', 'name'] as const;
export type NameKind = (typeof nameKinds)[number];

/** Addresses that are the same everywhere, and the documentation ranges of RFC 5737 and 3849 that the placeholders are from. */
const commonAddress =
  /^(?:0\.|127\.|255\.|169\.254\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)|^(?:::1?|fe80::|2001:db8:.*)$/i;

const ipv4 = /(?<![\w.-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w-]|\.\d|\/\d)/g;
/** Full, or with `::`; a time like 08:53:09 has no place for three groups of hexadecimal and none empty. */
const ipv6 =
  /(?<![\w:.])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:])|(?<![\w:.])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?:(?:\.\d{1,3}){3})?(?![\w:]|\.\d)/gi;

/** Every address that is worth hiding, with repeats. A network (`10.244.0.0/16`) tells nothing and stays. */
export function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(ipv4), ...text.matchAll(ipv6)]
    .map(([found]) => found)
    .filter((one) => !commonAddress.test(one));
}

/** 762 IPv4 addresses of the documentation ranges, then 2001:db8:: without end; IPv6 stays IPv6. */
export function addressPlaceholder(number: number, original: string): string {
  const ranges = ['192.0.2', '198.51.100', '203.0.113'];
  const range = ranges[Math.floor((number - 1) / 254)];
  if (original.includes(':') || range === undefined) return `2001:db8::${number.toString(16)}`;
  return `${range}.${((number - 1) % 254) + 1}`;
}

/** Where a name stands: the group `name`. */
const places: readonly RegExp[] = [
  /\bhttps?:\/\/(?<name>[a-z0-9][\w.-]*[a-z0-9])(?=[:/\s"'\\]|$)/gi,
  /\bsystem:node:(?<name>[a-z0-9][a-z0-9.-]*[a-z0-9])/g,
  /(?:^|[\n{,])[ \t]*(?:- +)?\\*["']?(?:controlPlaneEndpoint|apiServerEndpoint|nodeName|hostname|kubernetes\.io\/hostname|hostname-override)\\*["']?[ \t]*:[ \t]*\\*["']?(?<name>[a-z0-9][\w.-]*[a-z0-9])/gi,
  /--(?:node-name|control-plane-endpoint|apiserver-cert-extra-sans)(?:=|[ \t]+)["']?(?<name>[a-z0-9][\w.-]*[a-z0-9])/gi,
  /\bkubeadm\s+join\s+(?<name>[a-z0-9][\w.-]*[a-z0-9]):\d{2,5}\b/gi,
  /\bnodeRegistration:[ \t]*(?:\r?\n +(?! |name:)[^\r\n]*){0,20}?\r?\n +name:[ \t]*["']?(?<name>[a-z0-9][\w.-]*[a-z0-9])/g,
  /\\*"nodeRegistration\\*"\s*:\s*\{[^{}]*?"name\\*"\s*:\s*\\*"(?<name>[^"\\]+)/g,
  /\\*["']username\\*["']\s*:\s*\\*["'](?<name>[^"'\\]+)/g,
  /(?<name>[\w.+-]+@[\w-]+\.[\w.-]*\w)/g,
  /^(?:\[?[a-z_][\w-]*@(?<name>[a-z0-9][\w-]*[a-z0-9])[\s:])/gim,
];

/** Names that are the same in every cluster, or belong to projects and registries. */
const commonName =
  /^(?:system:.*|kubernetes(?:-admin|-super-admin)?|default|localhost|cluster\.local|kubernetes\.default.*|kube-.*|https?|node|master|worker|control-?plane|null|true|false|host-\d+|(?:[\w-]+\.)*(?:k8s\.io|kubernetes\.io|github\.com|githubusercontent\.com|gcr\.io|docker\.io|quay\.io|coreos\.com|ietf\.org|example\.(?:com|net|org)))$/i;

/** Names worth hiding, each once, the longest first: `node01.corp` goes before `node01`. */
export function namesIn(text: string): readonly string[] {
  const found = places.flatMap((place) => [...text.matchAll(place)].map(({ groups }) => groups?.['name'] ?? ''));
  const names = found.filter((name) => name.length > 2 && !commonName.test(name) && !/^[\d.]+$/.test(name));
  return [...new Set(names)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

export const namePlaceholder = (number: number): string => `host-${number}`;
