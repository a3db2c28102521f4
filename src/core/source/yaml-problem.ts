// A text that Go refuses to read as YAML.

/** A text that is no YAML for Go; `message` is Go's own, without the `yaml: ` and line in front, or empty if it is not known. */
export class YamlProblem extends Error {
  readonly offset: number;
  /** As Go prints it; 0 if Go prints none. */
  readonly line: number;

  constructor(message: string, offset: number, line: number) {
    super(message);
    this.offset = offset;
    this.line = line;
  }
}
