// The engine of the matrix of versions: its filter, loaded when it is first touched.

import { defineVersions } from './versions-element.ts';

defineVersions();
