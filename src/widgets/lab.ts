// The lab's engine: the model and the views of its runs, loaded when the lab or the matrix of versions is first touched.

import { defineLab } from './lab-element.ts';

defineLab();
