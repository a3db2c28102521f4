// The engine of the verifier: signatures, pins and certificates, loaded when it is first touched.

import { defineVerify } from './verify-element.ts';

defineVerify();
