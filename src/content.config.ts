// Where the chapters, runbooks and scenarios of our runs are, and what their front matter has to say.
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { evidenceSchema } from './site/evidence-schema.ts';
import { runbookSchema } from './site/runbook-schema.ts';

/** A folder for each page, a file for each language: the id is `folder/en`. */
const pagesBelow = (base: string) =>
  glob({ base, pattern: '*/{en,ja}.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') });

const learn = defineCollection({
  loader: pagesBelow('./content/learn'),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    /** What was run for this chapter, and on which version. */
    ran: z.string(),
    /** Scenarios of our runs (`v1.20.2/S2`) and ids of our facts. */
    evidence: z.array(z.string()).default([]),
    /** Codes of the findings that the chapter teaches. */
    findings: z.array(z.string()).default([]),
    /** Slugs of the runbooks that answer what the chapter explains. */
    runbooks: z.array(z.string()).default([]),
  }),
});

const runbooks = defineCollection({ loader: pagesBelow('./content/runbooks'), schema: runbookSchema });

const appendix = defineCollection({
  loader: pagesBelow('./content/appendix'),
  schema: z.object({ title: z.string(), description: z.string() }),
});

/** `v1.20.2/S2/en`, beside the scenario's files. */
const evidence = defineCollection({
  loader: glob({
    base: './content/evidence',
    pattern: '*/*/{en,ja}.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: evidenceSchema,
});

export const collections = { learn, appendix, runbooks, evidence };
