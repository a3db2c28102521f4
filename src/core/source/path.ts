// A path names a value inside an object: keys and array indexes from the root.

export type Path = readonly (string | number)[];

/** Writes a path as Kubernetes error texts do: `rules[0].users`; a key with dots or blanks is quoted. */
export function formatPath(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (/[^A-Za-z0-9_-]/.test(step) || step === '') return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
