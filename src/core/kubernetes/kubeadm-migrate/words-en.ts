// A migration in English: what is lost, what else to know, why kubeadm would refuse.

import type { MigrationWords } from './words.ts';

export const en: MigrationWords = {
  lost: {
    comments: ({ count, line }) =>
      count === 1 ? `The comment in line ${line}.` : `All ${count} comments, the first in line ${line}.`,
    anchors: ({ line }) => `Anchors and aliases (the first in line ${line}): their values are written out.`,
    field: ({ field, line }) => `\`${field}\` (line ${line}): v1beta3 and later have no such field.`,
    'unknown-field': ({ field, line }) =>
      `\`${field}\` (line ${line}): no such field; kubeadm 1.22–1.26 drops it with a warning.`,
    document: ({ kind, apiVersion, line }) =>
      `The document \`${kind}\` (\`${apiVersion}\`, line ${line}): \`config migrate\` does not write it again. If kubeadm shall read it, put it back behind the new file.`,
    'foreign-document': ({ kind, apiVersion, line }) =>
      `The document \`${kind}\` (\`${apiVersion}\`, line ${line}): it is not for kubeadm, which from 1.28 on refuses to migrate a file with it. Left out here.`,
  },
  notes: {
    'two-steps': () =>
      'No kubeadm goes from v1beta2 to v1beta4 at once: 1.22–1.26 write v1beta3, then 1.31–1.36 write v1beta4. Here you see the end of both steps, taken with 1.26 and 1.31. Where `imageRepository` is absent, 1.22–1.24 would have written `k8s.gcr.io`.',
    'version-too-old': ({ minor, text }) =>
      `kubeadm 1.${minor} itself would stop with \`${text}\`. Its \`config migrate\` works once \`kubernetesVersion\` is raised; here it stays as you wrote it.`,
    moved: ({ from, to }) => `\`${from}\` is now \`${to}\`.`,
    added: ({ kind }) => `kubeadm writes \`${kind}\` as well, with its defaults.`,
    'left-out': ({ kind, fields }) =>
      `kubeadm would also write ${fields.map((field) => `\`${field}\``).join(', ')} of \`${kind}\`, from the machine it runs on, the network or at random. Left out here, so it is still chosen when the file is used.`,
    'http-endpoints': () =>
      'kubeadm 1.35 and 1.36 also write `etcd.external.httpEndpoints`, a copy of `endpoints`. Left out here: 1.31–1.34 do not know it.',
    'not-run': () => 'Read in the source of kubeadm 1.31 and its tables of fields, not compared with a run of it.',
  },
  refused: {
    'unknown-field': ({ field, line }) => `line ${line}: there is no field \`${field}\`.`,
    type: ({ field, line }) => `line ${line}: \`${field}\` has a value of the wrong type.`,
    'duplicate-key': ({ field, line }) => `line ${line}: the key \`${field}\` is already set.`,
    'duplicate-kind': ({ kind, line }) => `line ${line}: \`${kind}\` stands twice in the file.`,
    'old-version': ({ kind, line }) =>
      `line ${line}: \`${kind}\` is of a version that no longer can be read beside this one.`,
    syntax: ({ line }) => `line ${line}: this is no YAML for kubeadm.`,
    kubeadm: ({ minor, text }) => `kubeadm 1.${minor} says: \`${text}\``,
  },
};
