// The engine of the search: the index of one language, which the build writes in front of this script, and the box.

import { unpack, type PackedPage } from '../search/index-format.ts';
import { makeSearch } from '../search/search.ts';
import { defineSearch } from './search-element.ts';

declare const SEARCH_INDEX: readonly PackedPage[];

defineSearch(makeSearch(SEARCH_INDEX.map(unpack)));
