// The engine of the audit-policy simulator, loaded when it is first touched.

import { definePolicy } from './policy-element.ts';

definePolicy();
