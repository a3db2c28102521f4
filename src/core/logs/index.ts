// The door to the logs alone, for those who must stay small: the worker of the page, and the command that reads logs.

export { AuditReader, type AuditReaderOptions } from './audit-reader.ts';
export {
  countFacet,
  countRequests,
  facets,
  facetValue,
  filterGroups,
  noFilter,
  requestGroups,
  shortcuts,
  toggleShortcut,
  toggleValue,
  type Facet,
  type GroupFilter,
  type Shortcut,
} from './group-filter.ts';
export { groupsCsv } from './groups-csv.ts';
export { jqFilter, type JqWishes } from './jq-filter.ts';
export { escapeMarkdown, markdownTable } from './markdown-table.ts';
export type { PathGroup } from './path-groups.ts';
export type { Platform } from './platform.ts';
export { sortGroups, sortKeys, type SortKey, type SortOrder } from './sort-groups.ts';
export { sequenceTexts, type SequenceText } from './sequence-texts.ts';
export {
  dimensions,
  requestClasses,
  type AuditSummary,
  type Count,
  type Dimension,
  type EventGroup,
  type LinePlace,
  type RequestClass,
  type Sequence,
  type SequenceName,
  type Tally,
  type Timeline,
  type Unread,
  type UnreadReason,
} from './summary.ts';
export { locales, type Locale, type Localised } from '../locale.ts';
