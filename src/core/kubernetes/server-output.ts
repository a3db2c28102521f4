// A line that kube-apiserver printed, and what it means: the words that decide, and the finding that explains them.
// Sources: S5 of the runs of 1.20.2 and 1.28.4; k8s.io/apiserver and pkg/kubeapiserver/options for what came later.

import type { PastedObject } from '../formats/format.ts';
import { asRecord, asText } from '../source/untyped-value.ts';
import type { Place } from './facts.ts';

export interface ServerOutputFact {
  /** The words alone: no `Error: `, no log header, quotes of the log taken off. */
  readonly text: string;
  /** The finding that explains them; empty if the words are not known. */
  readonly code: string;
  /** False where the server goes on. */
  readonly exits: boolean;
  readonly at: Place;
}

const meanings: readonly { readonly words: RegExp; readonly code: string; readonly exits?: false }[] = [
  { words: /^invalid argument .* for "--anonymous[-_]auth" flag: /, code: 'KA205' },
  { words: /^(?:invalid argument .* for ".*" flag: |flag needs an argument: )/, code: 'KA208' },
  {
    words: /^(?:unknown (?:shorthand )?flag: |bad flag syntax: |"kube-apiserver" does not take any arguments)/,
    code: 'KA209',
  },
  { words: /^authorization-mode ".*" is not a valid mode/, code: 'KA210' },
  { words: /--anony[nm]ous-auth flag cannot be set when anonymous field is configured/, code: 'KA213' },
  {
    words:
      /feature gate is disabled|set --feature-gates=StructuredAuthenticationConfiguration=true|^unrecognized feature gate: /,
    code: 'KA214',
  },
  {
    words:
      /enabled should be set to true when conditions are defined|unknown field "anonymous|no kind "AuthenticationConfiguration"/,
    code: 'KA215',
  },
  { words: /authentication-config file and oidc-\* flags are mutually exclusive/, code: 'KA216' },
  { words: /changed from initial configuration file/, code: 'KA229', exits: false },
  { words: /AnonymousAuth is not allowed with the AlwaysAllow authorizer/, code: 'KA204', exits: false },
  { words: /^loading audit policy file: failed to read file path /, code: 'KA403' },
  { words: /^loading audit policy file: /, code: 'KA409' },
  { words: /^ensureLogFile: .*read-only file system/, code: 'KA406' },
  { words: /^ensureLogFile: .*(?:is a|not a) directory/, code: 'KA411' },
  { words: /^ensureLogFile: .*no such file or directory/, code: 'KA408' },
  { words: /open \S+: no such file or directory/, code: 'KA212' },
];

/** Undefined for an object that is no such line. */
export function readServerOutput(object: PastedObject, index: number): ServerOutputFact | undefined {
  const line = object.format === 'kube-apiserver-output' ? asText(asRecord(object.value)['line']) : undefined;
  if (line === undefined) return undefined;
  const text = wordsOf(line);
  const meaning = meanings.find(({ words }) => words.test(text));
  return { text, code: meaning?.code ?? '', exits: meaning?.exits ?? true, at: { object: index, path: [] } };
}

function wordsOf(line: string): string {
  const logged = /\berr=("(?:[^"\\]|\\.)*")/.exec(line)?.[1] ?? /\bmsg=("(?:[^"\\]|\\.)*")/.exec(line)?.[1];
  if (logged !== undefined) return unquote(logged).replace(/^apiserver exited: /, '');
  const plain = /(?:^|\s)Error: (.*)$/.exec(line)?.[1] ?? /\b[\w-]+\.go:\d+\]\s*(.*)$/.exec(line)?.[1] ?? line;
  return plain.trim();
}

/** Go's quoting is read by JSON but for `\x`, `\a` and `\v`, which stay as they are. */
function unquote(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}
