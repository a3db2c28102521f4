// Rows as a table in Markdown: nothing that a log says can end a cell or begin markup.

export function markdownTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const row = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((one) => escapeMarkdown(String(one))).join(' | ')} |`;
  const rule = `| ${heads.map((_head, index) => (index === 0 ? '---:' : '---')).join(' | ')} |`;
  return [row(heads), rule, ...rows.map(row)].join('\n');
}

export function escapeMarkdown(text: string): string {
  return text.replace(/[\\|<>`*_[\]]/g, '\\$&').replace(/\s+/g, ' ');
}
