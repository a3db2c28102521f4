// Where a shown text comes from: a file of a real run, named by version and scenario, or something else, said in words.

/** Whether an origin names a file of a run: `v1.20.2/S1/join-J6.stderr, the last line`. */
export const isFromRun = (origin: string): boolean => /\bv1\.\d+\.\d+\/\w/.test(origin);
