// The formats, in the order in which they may claim a part of the paste.

import type { Format } from './format.ts';

export const formats: readonly Format[] = [];
