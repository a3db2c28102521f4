// The files of the real runs as the project keeps them: content/evidence/<version>/<scenario>/…, byte for byte or with marked cuts.

export interface EvidenceFile {
  /** `v1.20.2/S2/kubeadm.conf` */
  readonly path: string;
  readonly version: string;
  readonly scenario: string;
  /** Below the scenario: `kubeadm.conf`, `policies/policy-dup-key.yaml`. */
  readonly name: string;
  readonly text: string;
}

const base = '/content/evidence/';
const texts = {
  ...import.meta.glob<string>(['/content/evidence/*/*/**', '!/content/evidence/**/*.mdx'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('/content/evidence/*/matrix.json', { query: '?raw', import: 'default', eager: true }),
};

/** All files, sorted by path; a file beside the scenarios (`v1.20.2/matrix.json`) has no scenario. */
export const evidenceFiles: readonly EvidenceFile[] = Object.entries(texts)
  .map(([key, text]) => {
    const path = key.slice(base.length);
    const [, version = '', scenario = '', name = ''] = /^([^/]+)\/(?:([^/]+)\/)?(.+)$/.exec(path) ?? [];
    return { path, version, scenario, name, text };
  })
  .sort((a, b) => (a.path < b.path ? -1 : 1));

/** The file as it lies beside the pages; the same for both languages. */
export const rawAddress = (path: string): string => `/evidence/${path}`;

/** Name of the anchor of a file on its scenario's page: `join-J1.v5.log`. */
export const fileAnchor = ({ name }: EvidenceFile): string => `file-${name.replace(/[^\w.-]+/g, '-')}`;

const cutLine = /^\[cut here: \d+ lines? left out\]$/m;
export const isCut = ({ text }: EvidenceFile): boolean => cutLine.test(text);

export const bytesOf = ({ text }: EvidenceFile): number => new TextEncoder().encode(text).length;

/** What the highlighter calls the file's language. */
export function languageOf({ name }: EvidenceFile): 'json' | 'yaml' | 'plaintext' {
  if (/\.(?:ya?ml|conf)$/.test(name)) return 'yaml';
  return /\.jsonl?$|^audit\.log$/.test(name) ? 'json' : 'plaintext';
}

export interface Excerpt {
  readonly text: string;
  readonly lines: number;
  /** Lines of the file that the excerpt does not have. */
  readonly rest: number;
}

/** The first lines of a file, as many as fit a page: at least one, about `limit` characters. */
export function excerptOf({ text }: EvidenceFile, limit: number): Excerpt {
  const lines = text.replace(/\n$/, '').split('\n');
  let size = 0;
  const count = lines.findIndex((line, index) => (size += line.length + 1) > limit && index > 0);
  const shown = count === -1 ? lines.length : count;
  return { text: lines.slice(0, shown).join('\n'), lines: lines.length, rest: lines.length - shown };
}
