// The door to the logs alone, for those who must stay small: the worker of the page, and the command that reads logs.

export { AuditReader, type AuditReaderOptions } from './audit-reader.ts';
export type { Platform } from './platform.ts';
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
