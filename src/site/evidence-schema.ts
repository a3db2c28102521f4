// What the front matter of a scenario says: its settings as data, the same in both languages, and its words.

import { z } from 'astro/zod';

export const evidenceSchema = z.strictObject({
  title: z.string(),
  /** One sentence: what came out. */
  description: z.string(),
  order: z.int(),
  /** What --anonymous-auth said. */
  anonymousAuth: z.enum(['true', 'false', 'absent', 'several']),
  authorization: z.enum(['Node,RBAC', 'AlwaysAllow', 'several', 'none']),
  /** The article's policy logs system:anonymous alone; the rich one logs everything. */
  policy: z.enum(['article', 'rich', 'several', 'none']),
  /** What ran: servers as plain processes, a whole node with its kubelet, single starts, or kubeadm alone. */
  programs: z.enum(['processes', 'kubelet', 'starts', 'kubeadm']),
});
