// One run of a kubeadm command over the documents of its file: the steps in kubeadm's order, up to the first error.
// Upstream: cmd/kubeadm/app/util/config/{common,initconfiguration,joinconfiguration,resetconfiguration}.go.

import type { KubeadmCommand } from '../../report.ts';
import type { Minor } from '../version.ts';
import { apiVersionStatus, apiVersionText, isRegistered, kubeadmGroup } from './api-versions.ts';
import { readDocument } from './decode-document.ts';
import type { KubeadmDocument } from './documents.ts';
import { componentGroups, goGvk, isKnownKind } from './known-kinds.ts';
import type { KubeadmProblem } from './problem.ts';
import { validateConfiguration } from './validate.ts';

/** Ends a run: kubeadm's error and exit code. */
export interface Refusal {
  readonly error: string;
  readonly exitCode: number;
}

export class KubeadmRun {
  readonly minor: Minor;
  readonly command: KubeadmCommand;
  readonly warnings: string[] = [];
  readonly problems: KubeadmProblem[] = [];
  /** Documents whose problems are noted: `config validate` may read one twice. */
  readonly #noted = new Set<KubeadmDocument>();

  constructor(minor: Minor, command: KubeadmCommand) {
    this.minor = minor;
    this.command = command;
  }

  judge(documents: readonly KubeadmDocument[]): Refusal | undefined {
    if (this.command === 'init') return this.#init(documents);
    if (this.command === 'join') return this.#join(documents);
    const has = (...kinds: readonly string[]): boolean => documents.some(({ kind }) => kinds.includes(kind));
    return (
      (this.minor >= 28 ? this.#refuseUnknownKinds(documents) : undefined) ??
      (has('InitConfiguration', 'ClusterConfiguration') ? this.#init(documents) : undefined) ??
      (has('JoinConfiguration') ? this.#join(documents) : undefined) ??
      (this.minor >= 29 && has('ResetConfiguration') ? this.#reset(documents) : undefined)
    );
  }

  refuse(problem: KubeadmProblem, exitCode = 1): Refusal {
    this.problems.push(problem);
    return { error: problem.text, exitCode };
  }

  /** kubeadm reads documents sorted by name from 1.30 on; before, in no fixed order (here: as they stand). */
  #init(documents: readonly KubeadmDocument[]): Refusal | undefined {
    const names = ({ group, version, kind }: KubeadmDocument): string => `${group}/${version}, Kind=${kind}`;
    const ordered = this.minor >= 30 ? documents.toSorted((a, b) => (names(a) < names(b) ? -1 : 1)) : documents;
    const taken = ordered.filter(({ kind }) => kind === 'InitConfiguration' || kind === 'ClusterConfiguration');
    for (const document of ordered) {
      const refusal = this.#read(document, taken.includes(document));
      if (refusal) return refusal;
    }
    if (taken.length === 0) {
      const file = this.minor <= 30 ? 'YAML' : 'configuration';
      return this.#nothing(
        documents,
        `no InitConfiguration or ClusterConfiguration kind was found in the ${file} file`,
      );
    }
    return this.#validate(taken);
  }

  #join(documents: readonly KubeadmDocument[]): Refusal | undefined {
    const join = documents.find(({ kind }) => kind === 'JoinConfiguration');
    if (!join) return this.#nothing(documents, 'no JoinConfiguration found in the supplied config');
    return this.#read(join, true) ?? this.#validate([join]);
  }

  #reset(documents: readonly KubeadmDocument[]): Refusal | undefined {
    const reset = documents.find(({ kind }) => kind === 'ResetConfiguration');
    return reset ? (this.#read(reset, true) ?? this.#validate([reset])) : undefined;
  }

  /** Version, strict check, decoding; documents that are not `taken` are only checked. */
  #read(document: KubeadmDocument, taken: boolean): Refusal | undefined {
    const refusal = this.#checkVersion(document);
    if (refusal) return refusal;
    const { strictText, decodeText, problems } = readDocument(document, this.minor);
    const strictIsFatal = this.minor >= 28 && this.#isConfigCommand;
    if (strictText !== '' && !strictIsFatal) this.warnings.push(strictText);
    const error = (strictIsFatal ? strictText : '') || (taken ? decodeText : '');
    if (!this.#noted.has(document)) {
      this.#noted.add(document);
      const isFatal = ({ kind, printed }: KubeadmProblem): boolean =>
        error !== '' && printed && (strictIsFatal || kind === 'type');
      this.problems.push(...problems.map((problem) => ({ ...problem, fatal: isFatal(problem) })));
    }
    if (error === '') {
      if (!taken) this.#warnIgnored(document);
      return undefined;
    }
    if (!isKnownKind(document, this.minor)) this.#note('api-version', true, error, document, 'apiVersion');
    return { error, exitCode: 1 };
  }

  get #isConfigCommand(): boolean {
    return this.command.startsWith('config');
  }

  /** A problem with a document's kind or apiVersion. */
  #note(
    kind: KubeadmProblem['kind'],
    fatal: boolean,
    text: string,
    document: KubeadmDocument,
    key: 'kind' | 'apiVersion',
  ): void {
    const span = document.yaml.spanOf([key], key === 'kind' ? 'entry' : 'value');
    const field = key === 'kind' ? document.kind : key;
    this.problems.push({ kind, fatal, printed: true, text, span, field });
  }

  #checkVersion(document: KubeadmDocument): Refusal | undefined {
    const { group, version, kind } = document;
    const text = group === kubeadmGroup ? apiVersionText(version, kind, this.minor) : undefined;
    if (text === undefined) return undefined;
    const status = apiVersionStatus(version, this.minor);
    const fatal =
      status === 'old' || status === 'experimental' || (status === 'migrate-only' && !this.#isConfigCommand);
    if (fatal) {
      this.#note('api-version', true, text, document, 'apiVersion');
      return { error: text, exitCode: 1 };
    }
    if (!this.#isConfigCommand) {
      this.warnings.push(text);
      this.#note('api-version', false, text, document, 'apiVersion');
    }
    return undefined;
  }

  #warnIgnored(document: KubeadmDocument): void {
    const { group, version, kind } = document;
    if (componentGroups.includes(group)) return;
    const what = this.minor <= 30 ? 'YAML document' : 'configuration document';
    const text = `[config] WARNING: Ignored ${what} with GroupVersionKind ${group}/${version}, Kind=${kind}`;
    this.warnings.push(text);
    this.#note('foreign-kind', false, text, document, 'kind');
  }

  /** `config validate` and `config migrate` from 1.28 on; versions that were once known fail later, with their own words. */
  #refuseUnknownKinds(documents: readonly KubeadmDocument[]): Refusal | undefined {
    const { minor } = this;
    const isOld = ({ group, version }: KubeadmDocument): boolean =>
      group === kubeadmGroup && apiVersionStatus(version, minor) === 'old';
    const unknown = documents.filter((document) => !isKnownKind(document, minor) && !isOld(document));
    if (unknown.length === 0) return undefined;
    const error = `unknown configuration APIs: []schema.GroupVersionKind{${unknown.map(goGvk).join(', ')}}`;
    for (const document of unknown) {
      const isVersion = document.group === kubeadmGroup && !isRegistered(document.version, minor);
      this.#note(isVersion ? 'api-version' : 'foreign-kind', true, error, document, isVersion ? 'apiVersion' : 'kind');
    }
    return { error, exitCode: 1 };
  }

  #nothing(documents: readonly KubeadmDocument[], text: string): Refusal {
    const span = documents[0]?.yaml.spanOf(['kind'], 'entry') ?? { start: 0, end: 0 };
    const field = documents[0]?.kind ?? '';
    return this.refuse({ kind: 'nothing-to-read', fatal: true, printed: true, text, span, field });
  }

  #validate(documents: readonly KubeadmDocument[]): Refusal | undefined {
    const { warnings, problems, error, exitCode } = validateConfiguration(documents, this.minor);
    this.warnings.push(...warnings);
    this.problems.push(...problems);
    return error === undefined ? undefined : { error, exitCode };
  }
}
