// Files that flags name and no mount brings into the container; audit files have findings of their own.
// Upstream: what open(2) says; the words that each flag puts around it differ by version and are not all known.

import { flagName, type FlagFact, type ServerFact, type StartFailure } from '../api-server.ts';
import { knownFlags } from './known-flags.ts';
import { findMount } from './mounts.ts';

type Server = Pick<ServerFact, 'flags' | 'minor' | 'from' | 'volumes'>;

export function refuseUnmounted(server: Server, certificatesDir: string): readonly StartFailure[] {
  const missing = server.flags.filter(
    (flag) => namesFile(flag, server) && !findMount(server, flag.value, certificatesDir),
  );
  return missing.map(({ name, value, at }) => {
    return { kind: 'file-not-mounted', name, text: `open ${value}: no such file or directory`, at, hint: value };
  });
}

function namesFile({ name, value }: FlagFact, { minor }: Server): boolean {
  return value.startsWith('/') && (knownFlags.get(flagName(name, minor))?.file ?? false);
}
