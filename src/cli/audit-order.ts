// Rotated logs in the order in which they were written: `audit-2026-01-05T08-00-00.000.log.gz` before `audit.log`,
// `audit.log.2.gz` before `audit.log.1` before `audit.log`.

interface Rotation {
  /** The name of the log that is being written. */
  readonly current: string;
  /** Sorts older files first. */
  readonly age: string;
}

const newest = '\uffff';

/** The server itself puts the time before the ending (lumberjack); logrotate adds a number. */
function rotationOf(file: string): Rotation {
  const plain = file.replace(/\.gz$/, '');
  const timed = /^(.*)-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d+)(\.[^./]*)$/.exec(plain);
  if (timed) return { current: `${timed[1]}${timed[3]}`, age: timed[2] ?? '' };
  const numbered = /^(.*)\.(\d{1,6})$/.exec(plain);
  if (numbered) return { current: numbered[1] ?? '', age: String(9_999_999 - Number(numbered[2])) };
  return { current: plain, age: newest };
}

/** Files of one log, oldest first, where the first of them stood; everything else stays in its place. */
export function orderRotated(files: readonly string[]): readonly string[] {
  const logs = new Map<string, { readonly file: string; readonly age: string }[]>();
  for (const file of files) {
    const { current, age } = file === '-' ? { current: '-', age: newest } : rotationOf(file);
    const known = logs.get(current) ?? [];
    logs.set(current, [...known, { file, age }]);
  }
  return [...logs.values()].flatMap((log) =>
    log.sort((a, b) => (a.age < b.age ? -1 : a.age > b.age ? 1 : 0)).map(({ file }) => file),
  );
}
