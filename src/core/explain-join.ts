// A pasted join explained for its reader alone: the flags, the repaired command, and the same as a JoinConfiguration or back.
// Holds what was pasted, tokens too, so it is made from the text when it is shown and never part of a report.

import { unwrap } from './formats/unwrap.ts';
import { apiVersionStatus } from './kubernetes/kubeadm/api-versions.ts';
import { writeYaml } from './kubernetes/kubeadm-migrate/write-yaml.ts';
import { joinFlag, mayStandBeside } from './kubernetes/join-flags.ts';
import { objectOf, settingsIn, settingsOf, writeCommand, type JoinSettings } from './kubernetes/join-settings.ts';
import { joinTraps, type Trap } from './kubernetes/join-traps.ts';
import { parseJoin, type ParsedJoin, type TypedFlag } from './kubernetes/parse-join.ts';
import { newestMinor, type Minor } from './kubernetes/version.ts';
import { terminalLines } from './source/terminal-lines.ts';

export interface ExplainedFlag {
  /** With its dashes; the address has none. */
  readonly name: string;
  /** As pasted. */
  readonly value: string;
  readonly known: boolean;
}

export interface JoinExplanation {
  readonly from: 'command' | 'configuration';
  readonly flags: readonly ExplainedFlag[];
  /** The command ready to copy; from a configuration, the same as a command. */
  readonly command: string;
  /** Whether the command differs from what was pasted. */
  readonly repaired: boolean;
  /** What stays wrong in it. */
  readonly traps: readonly Trap[];
  /** The file, and the apiVersion that the version asks for; absent if the command names a file itself. */
  readonly configuration?: string;
  readonly apiVersion: string;
  /** The command that goes with the file: with the flags for which it has no field. */
  readonly fileCommand: string;
  /** Flags that no field of the file says, or fields that no flag says. */
  readonly unsaid: readonly string[];
}

/** Undefined if the text holds neither a join command nor a JoinConfiguration. Total: never throws. The first of several counts. */
export function explainJoin(text: string, minor: Minor = newestMinor): JoinExplanation | undefined {
  if (!/kubeadm\s+join|JoinConfiguration/.test(text)) return undefined;
  const { objects } = unwrap(text);
  for (const { format, kind, value } of objects) {
    if (kind === 'JoinConfiguration') return fromConfiguration(value, minor);
    const command = format === 'kubeadm-output' && typeof value === 'string' ? fromCommand(value, minor) : undefined;
    if (command) return command;
  }
  return undefined;
}

function fromCommand(pasted: string, minor: Minor): JoinExplanation | undefined {
  const printed = terminalLines(pasted)
    .map(({ text }) => text)
    .join('\n');
  if (!parseJoin(printed)) return undefined;
  const mended = mend(printed, minor);
  const join = parseJoin(mended);
  if (!join) return undefined;
  const { flags, positional } = join;
  const endpoint = positional[0]?.text ?? '';
  const settings = settingsOf(flags, endpoint);
  const command = tidy(mended, join);
  const named = flags.some(({ name }) => name === 'config');
  return {
    from: 'command',
    flags: [...(endpoint === '' ? [] : [{ name: '', value: endpoint, known: true }]), ...flags.map(explainedFlag)],
    command,
    repaired: mended !== printed,
    traps: joinTraps(mended, join, minor),
    ...fileOf(settings, flags, minor, named),
  };
}

function explainedFlag({ name, value }: TypedFlag): ExplainedFlag {
  return { name: `--${name}`, value, known: joinFlag(name) !== undefined };
}

/** The traps' own edits, until none is left. */
function mend(text: string, minor: Minor): string {
  let mended = text;
  for (let round = 0; round < 5; round++) {
    const join = parseJoin(mended);
    const edits = (join ? joinTraps(mended, join, minor) : []).flatMap(({ edits: own = [] }) => own);
    if (edits.length === 0) return mended;
    for (const { span, to } of edits.toSorted((a, b) => b.span.start - a.span.start)) {
      mended = mended.slice(0, span.start) + to + mended.slice(span.end);
    }
  }
  return mended;
}

/** The words as they were typed, one flag a line. */
function tidy(text: string, { flags, positional, sudo }: ParsedJoin): string {
  const raw = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
  const words = flags.map(({ word, valueWord }) => raw(word.span) + (valueWord ? ` ${raw(valueWord.span)}` : ''));
  const head = [`${sudo ? 'sudo ' : ''}kubeadm join`, ...positional.map(({ span }) => raw(span))].join(' ');
  return [head, ...words].join(' \\\n  ');
}

function betaFor(minor: Minor): number {
  return [4, 3, 2, 1].find((beta) => apiVersionStatus(`v1beta${beta}`, minor) === 'read') ?? 4;
}

type FileParts = Pick<JoinExplanation, 'configuration' | 'apiVersion' | 'fileCommand' | 'unsaid'>;

function fileOf(settings: JoinSettings, flags: readonly TypedFlag[], minor: Minor, named: boolean): FileParts {
  const beta = betaFor(minor);
  const apiVersion = `kubeadm.k8s.io/v1beta${beta}`;
  if (named) return { apiVersion, fileCommand: '', unsaid: [] };
  const { object, left } = objectOf(settings, beta);
  const without = flags.flatMap((typed) => {
    const flag = joinFlag(typed.name);
    const isSaid = !flag || typed.name.endsWith('control-plane') || (flag.field !== undefined && !left.includes(flag));
    return isSaid ? [] : [{ typed, stays: mayStandBeside(flag, minor) }];
  });
  const kept = without
    .filter(({ stays }) => stays)
    .map(({ typed: { name, value } }) => `${name === 'v' ? '-v' : `--${name}`}=${value}`);
  return {
    configuration: writeYaml(object),
    apiVersion,
    fileCommand: ['kubeadm join --config join.yaml', ...kept].join(' '),
    unsaid: without.filter(({ stays }) => !stays).map(({ typed }) => `--${typed.name}`),
  };
}

function fromConfiguration(value: unknown, minor: Minor): JoinExplanation {
  const { settings, noFlag } = settingsIn(value);
  const command = writeCommand(settings, [], minor < 15);
  const join = parseJoin(command);
  const flags = join?.flags ?? [];
  return {
    from: 'configuration',
    flags: flags.map(explainedFlag),
    command,
    repaired: false,
    traps: join ? joinTraps(command, join, minor) : [],
    ...fileOf(settings, [], minor, false),
    unsaid: noFlag,
  };
}
