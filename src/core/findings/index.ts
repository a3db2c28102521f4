// The findings, in order of code. Codes are permanent and never reused.

import type { FindingKind } from './finding.ts';
import { ka201 } from './ka201-anonymous-off-breaks-token-join.ts';
import { ka202 } from './ka202-anonymous-off-restarts-api-server.ts';
import { ka203 } from './ka203-anonymous-on.ts';
import { ka204 } from './ka204-always-allow-resets-anonymous.ts';
import { ka205 } from './ka205-anonymous-auth-not-a-boolean.ts';
import { ka206 } from './ka206-init-waits-without-credentials.ts';

export const findingKinds: readonly FindingKind[] = [ka201, ka202, ka203, ka204, ka205, ka206];
