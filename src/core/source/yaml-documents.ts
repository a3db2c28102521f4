// The documents of a YAML file, split at its separator lines.

export interface YamlDocument {
  readonly text: string;
  /** Where it starts, counted like the text that was split. */
  readonly offset: number;
}

/** Splits at lines that start with `---`, followed by white space, a comment or nothing. Blank documents are left out. */
export function splitDocuments(source: YamlDocument): readonly YamlDocument[] {
  const documents: YamlDocument[] = [];
  let start = 0;
  const add = (end: number): void => {
    const text = source.text.slice(start, end);
    if (text.trim() !== '') documents.push({ text, offset: source.offset + start });
  };
  for (const separator of source.text.matchAll(/^---(?:[ \t]*(?:[ \t]#.*|#.*)?)\r?$\n?/gm)) {
    add(separator.index);
    start = separator.index + separator[0].length;
  }
  add(source.text.length);
  return documents;
}
