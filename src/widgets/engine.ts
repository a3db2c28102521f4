// The bench's engine: the core and the views of its report, loaded when a bench is first touched.

import { defineBench } from './bench-element.ts';

defineBench();
