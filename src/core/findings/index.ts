// The findings, in order of code. Codes are permanent and never reused.

import type { FindingKind } from './finding.ts';

export const findingKinds: readonly FindingKind[] = [];
