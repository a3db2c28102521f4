// Where the chapters are, and what their front matter has to say.
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';

const learn = defineCollection({
  loader: glob({
    base: './content/learn',
    pattern: '*/{en,ja}.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    /** What was run for this chapter, and on which version. */
    ran: z.string(),
    /** Scenarios of our runs (`v1.20.2/S2`) and ids of our facts. */
    evidence: z.array(z.string()).default([]),
    /** Codes of the findings that the chapter teaches. */
    findings: z.array(z.string()).default([]),
  }),
});

export const collections = { learn };
