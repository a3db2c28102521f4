// The engine: the core and the bench's view, loaded when a bench is first touched.

import { defineBench } from './bench-element.ts';

defineBench();
