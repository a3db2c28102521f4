// The words of the what-if lab in both languages. What the model itself says (reasons, names of clients) comes from the core.

import type { LabCredentials, LabResponse, Localised, TerminalLine, Verdict } from '../core/index.ts';
import { en } from './lab-en.ts';
import { ja } from './lab-ja.ts';

/** The fields of the form, which are also the keys of an address. */
export type LabKey =
  | 'kubernetes'
  | 'client'
  | 'anonymous-auth'
  | 'file'
  | 'file-version'
  | 'paths'
  | 'gate'
  | 'authorization-mode'
  | 'without'
  | 'also'
  | 'cluster-info'
  | 'audit'
  | 'waiter';

type Choice = Readonly<Record<string, string>>;

export interface LabWords {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly withoutScript: string;
  readonly cases: string;
  readonly settings: string;
  readonly more: string;
  readonly fields: Readonly<Record<LabKey, string>>;
  /** What the values of a field are called; a value without words is shown as it is. */
  readonly values: Readonly<Partial<Record<LabKey, Choice>>>;
  readonly otherPaths: string;
  readonly otherPathsHint: string;
  readonly fileHint: string;
  readonly stage: string;
  readonly keys: string;
  readonly back: string;
  readonly play: string;
  readonly pause: string;
  readonly step: string;
  readonly restart: string;
  readonly position: string;
  readonly positionText: (at: number, of: number) => string;
  readonly link: string;
  readonly linkCopied: string;
  readonly linkByHand: string;
  readonly terminal: string;
  readonly exchange: string;
  readonly audit: string;
  readonly nothingYet: Readonly<Record<'terminal' | 'exchange' | 'audit', string>>;
  readonly nothingAtAll: Readonly<Record<'terminal' | 'exchange' | 'audit', string>>;
  readonly exitCode: (code: number) => string;
  readonly streams: Readonly<Record<TerminalLine['stream'], string>>;
  readonly credentials: Readonly<Record<LabCredentials, string>>;
  readonly authorization: Readonly<Record<LabCredentials, string>>;
  readonly impersonates: string;
  readonly bodyIs: Readonly<Record<LabResponse['bodyIs'], string>>;
  readonly noAnswer: string;
  readonly timesMore: (count: number, everySeconds: number) => string;
  readonly user: string;
  readonly noUser: string;
  readonly wholeEvent: string;
  readonly noticed: string;
  readonly run: string;
  readonly columns: Readonly<Record<'number' | 'time' | 'request' | 'gate1' | 'gate2' | 'answer' | 'audit', string>>;
  readonly passedAs: (name: string) => string;
  readonly passed: string;
  readonly refused: string;
  readonly notKnown: string;
  readonly unasked: string;
  readonly events: (count: number) => string;
  readonly setsOut: (who: string, request: string, credentials: string) => string;
  readonly gate: Readonly<Record<'authentication' | 'authorization', string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly basis: Readonly<Record<'run' | 'source' | 'inferred', string>>;
  readonly sources: string;
  readonly end: (verdict: string, exitCode: number | undefined) => string;
  readonly notStarting: string;
  readonly serverSays: string;
  readonly problems: string;
  readonly problemNewer: string;
  readonly problemAfter: string;
  readonly loading: string;
  readonly loadFailed: string;
}

export const labWords: Localised<LabWords> = { en, ja };
