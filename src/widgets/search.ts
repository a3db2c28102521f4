// The engine of the search: the index of one language, which the build writes in front of this script, and the box.

import { unpack, type PackedPage } from '../search/index-format.ts';
import { makeSearch, type Search } from '../search/search.ts';
import { defineSearch } from './search-element.ts';
import { defineSearchOpener } from './search-opener.ts';

declare const SEARCH_INDEX: readonly PackedPage[];

let made: Search | undefined;
const ready = (): Search => (made ??= makeSearch(SEARCH_INDEX.map(unpack)));

defineSearch({ find: (text) => ready().find(text) });
defineSearchOpener();
setTimeout(ready, 100); // the box comes first; who types sooner waits a moment
