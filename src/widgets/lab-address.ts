// A state of the what-if lab as readable words: `#lab1&kubernetes=1.28&client=…&anonymous-auth=false&step=3`.
//   lab1   the version of this format; a reader refuses what is newer than itself
//   key=…  one choice each, in the order of the table below; a choice that is left out has its first value
//   lists  are joined by commas; a comma inside a value is %2C
// The names of the form's fields are the same, and so are their values. First values never change in version 1.

import { labClients, newestMinor, oldestLabMinor, removableBindings } from '../core/index.ts';
import type { LabKey } from '../i18n/lab.ts';

interface Field {
  /** The first one is meant where an address says nothing; empty for a list of anything. */
  readonly values: readonly string[];
  /** Any number of values, or of texts if there are no values. */
  readonly list?: boolean;
}

const minors = Array.from({ length: newestMinor - oldestLabMinor + 1 }, (_, index) => `1.${oldestLabMinor + index}`);

/** Written in every address, since the newest version and the order of clients do change. */
const alwaysWritten: readonly string[] = ['kubernetes', 'client'];

export const labFields: Readonly<Record<LabKey, Field>> = {
  kubernetes: { values: minors },
  client: { values: labClients.map(({ id }) => id) },
  'anonymous-auth': { values: ['unset', 'true', 'false'] },
  file: { values: ['none', 'paths', 'enabled', 'disabled'] },
  'file-version': { values: ['v1beta1', 'v1alpha1', 'v1'] },
  paths: { values: [], list: true },
  gate: { values: ['default', 'true', 'false'] },
  'authorization-mode': { values: ['Node,RBAC', 'AlwaysAllow'] },
  without: { values: removableBindings, list: true },
  also: { values: ['issuer-discovery-for-everyone'], list: true },
  'cluster-info': { values: ['signed', 'unsigned', 'missing'] },
  audit: { values: ['metadata-for-all', 'article', 'none'] },
  waiter: { values: ['default', 'true', 'false'] },
};

/** One text for each field; the items of a list are joined by line breaks. */
export type LabChoices = Readonly<Record<LabKey, string>>;

export interface LabState {
  readonly choices: LabChoices;
  /** Which moment of the run is shown, from 0; absent for its end. */
  readonly step?: number;
}

export interface ReadState extends LabState {
  /** Pieces of the address that mean nothing here, as they stand there; `newer` for a later version of the format. */
  readonly problems: readonly string[];
}

const keys = Object.keys(labFields) as readonly LabKey[];

/** What the page shows when nothing is chosen: the case that brings people here. */
export const firstState: LabState = {
  choices: { ...unsaid(), kubernetes: '1.28', client: 'kubeadm-join-token-pin', 'anonymous-auth': 'false' },
};

function unsaid(): LabChoices {
  return Object.fromEntries(
    keys.map((key) => [key, labFields[key].list ? '' : (labFields[key].values[0] ?? '')]),
  ) as LabChoices;
}

/** True for every fragment that means to carry a state, in this version or another. */
export function carriesState(fragment: string): boolean {
  return /^#lab\d+(?:&|$)/.test(fragment);
}

/** Readable: only what would end a value, or break a link in a text, is escaped. */
function escape(text: string): string {
  return encodeURIComponent(text).replace(/%(?:2F|3A|3D|40)/g, (code) => decodeURIComponent(code));
}

function unescape(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The fragment of a state, with its `#`; the same state always gives the same text. */
export function writeState({ choices, step }: LabState): string {
  const pairs = keys.flatMap((key) => {
    const { list, values } = labFields[key];
    const value = choices[key];
    if (!alwaysWritten.includes(key) && value === (list ? '' : values[0])) return [];
    const written = list ? value.split('\n').map(escape).join(',') : value.split(',').map(escape).join(',');
    return [`${key}=${written}`];
  });
  return ['#lab1', ...pairs, ...(step === undefined ? [] : [`step=${step}`])].join('&');
}

/** Never throws. What it does not understand is named in `problems`, and has its first value. */
export function readState(fragment: string): ReadState {
  const version = Number(/^#lab(\d+)/.exec(fragment)?.[1]);
  if (version !== 1) return { ...firstState, problems: ['newer'] };
  const choices: Record<string, string> = { ...unsaid(), kubernetes: firstState.choices.kubernetes };
  const problems: string[] = [];
  const seen = new Set<string>();
  let step: number | undefined;
  for (const pair of fragment.split('&').slice(1)) {
    const [key = '', written = ''] = pair.split(/=(.*)/s);
    const value = readValue(key, written);
    if (seen.has(key) || value === undefined) problems.push(pair);
    else if (key === 'step') step = Number(value);
    else choices[key] = value;
    seen.add(key);
  }
  for (const key of alwaysWritten) if (!seen.has(key)) problems.push(`${key}=`);
  return { choices: choices as LabChoices, ...(step !== undefined && { step }), problems };
}

/** Undefined for what the field does not know. */
function readValue(key: string, written: string): string | undefined {
  if (key === 'step') return /^\d{1,4}$/.test(written) ? written : undefined;
  if (!(keys as readonly string[]).includes(key)) return undefined;
  const { list, values } = labFields[key as LabKey];
  if (!list) {
    const value = unescape(written);
    return value !== undefined && values.includes(value) ? value : undefined;
  }
  const items = written.split(',').map(unescape);
  const isGood = (item: string | undefined): item is string =>
    item !== undefined && item !== '' && !/\s/.test(item) && (values.length === 0 || values.includes(item));
  return items.every(isGood) && new Set(items).size === items.length ? items.join('\n') : undefined;
}
