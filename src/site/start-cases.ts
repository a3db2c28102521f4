// The single starts of kube-apiserver (scenarios S5) as rows: what was changed and what came of it, and which policies write a 401.

import type { EvidenceFile } from './evidence-files.ts';

export interface Start {
  readonly case: string;
  readonly what: string;
  readonly started: boolean;
  readonly errorLine: string | null;
  /** What a request without credentials got, if the server came up. */
  readonly probe: Readonly<Record<string, number>> | null;
}

interface PolicyRow {
  readonly anonymousAuth: string;
  readonly policy: string;
  readonly request: string;
  readonly status: number;
  readonly stages: readonly string[];
}

export interface PolicyTable {
  readonly requests: readonly string[];
  readonly policies: readonly { readonly name: string; readonly cells: readonly (readonly string[])[] }[];
}

function rowsOf<Row>(files: readonly EvidenceFile[], name: string): readonly Row[] {
  const text = files.find((file) => file.name === name)?.text.trim() ?? '';
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as Row);
}

export const startsIn = (files: readonly EvidenceFile[]): readonly Start[] =>
  rowsOf<Start>(files, 'static-failures.jsonl');

/** Stages of the events that each policy wrote of requests that were refused with 401. */
export function refusedIn(files: readonly EvidenceFile[]): PolicyTable {
  const rows = rowsOf<PolicyRow>(files, 'audit-policy-vs-401.jsonl').filter(
    ({ anonymousAuth, status }) => anonymousAuth === 'false' && status === 401,
  );
  const requests = [...new Set(rows.map(({ request }) => request))];
  const policies = [...new Set(rows.map(({ policy }) => policy))].map((name) => ({
    name,
    cells: requests.map((request) => rows.find((row) => row.policy === name && row.request === request)?.stages ?? []),
  }));
  return { requests, policies };
}
