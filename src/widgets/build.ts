// The builder's engine: what makes files out of wishes, loaded when the form is first touched.

import { defineBuild } from './build-element.ts';

defineBuild();
