// The engine: the core and the views of the bench and the builder, loaded when one of them is first touched.

import { defineBench } from './bench-element.ts';
import { defineBuild } from './build-element.ts';

defineBench();
defineBuild();
