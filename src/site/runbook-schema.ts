// What the front matter of a runbook says: the whole answer as data, so that the page, the block for a wiki, the search and
// the tests read one thing. The MDX below it adds only what does not fit these sections.

import { z } from 'astro/zod';

const minor = z.int().min(13).max(37);
const range = { since: z.exactOptional(minor), until: z.exactOptional(minor) };
const standing = z.enum(['run', 'source', 'reported', 'inferred']);

/** Text in which inline code stands between backticks; no other markup. */
const text = z.string().min(2);
const command = z.string().min(2);

/** Where in our tables of facts a statement is kept: AA anonymous access, KC kubeadm files, AL audit log, OQ open questions. */
const factId = z.string().regex(/^(?:(?:AA|KC|AL) §\d+(?:\.\d+)?|OQ \d+)$/);

export const runbookGroups = ['join', 'control-plane', 'audit-demand', 'narrow-way', 'audit-log'] as const;

/** A text that a program prints, word for word, or what is seen on the outside. */
const symptom = z.strictObject({ in: text, text, ...range });

const fix = z.strictObject({ do: text, code: z.exactOptional(command), cost: text, ...range });

const version = z.strictObject({ ...range, is: text, standing, sources: z.array(factId).min(1) });

const bench = z.strictObject({
  /** A file beside the page. */
  file: z.string().regex(/^[a-z0-9-]+\.(?:yaml|txt|log)$/),
  /** Exactly the findings that the bench shows on it. */
  finds: z.array(z.string().regex(/^KA\d{3}$/)),
  kubernetesVersion: z.exactOptional(z.string()),
  command: z.exactOptional(z.enum(['init', 'join', 'config validate', 'config migrate'])),
  say: text,
});

export const runbookSchema = z.strictObject({
  /** The question, as people ask it. */
  title: text,
  /** One sentence for lists and search results. */
  description: text,
  group: z.enum(runbookGroups),
  order: z.int(),
  /** What somebody on call has to know at once. */
  answer: text,
  symptom: z.array(symptom).min(1),
  check: z.strictObject({
    command,
    reads: z.array(z.strictObject({ see: text, means: text })).min(2),
  }),
  cause: z.strictObject({ text, line: command }),
  fix: z.array(fix).min(1),
  verify: z.strictObject({ command, expect: text }),
  undo: z.strictObject({ do: text, code: z.exactOptional(command) }),
  versions: z.array(version).min(1),
  bench,
  /** A state of the what-if lab, as its address carries it: what happens here, request by request. */
  lab: z.exactOptional(z.string().regex(/^#lab1&\S+$/)),
  /** Another page that answers for the reader’s own files. */
  tool: z.exactOptional(z.enum(['verify', 'policy'])),
  findings: z.array(z.string().regex(/^KA\d{3}$/)).min(1),
  chapters: z.array(z.string()),
  related: z.array(z.string()),
  /** Everything that the page rests on. */
  sources: z.array(factId).min(1),
  /** What a reader can look up: runs of ours, files of the programs, pages. */
  see: z.array(z.strictObject({ source: z.string(), confidence: standing, ...range })).min(1),
});

export type Runbook = z.infer<typeof runbookSchema>;
export type RunbookGroup = (typeof runbookGroups)[number];
