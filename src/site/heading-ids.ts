// Lets a heading name its own anchor, so that both languages share it: `## 一行の設定 [#one-line]`.

interface MdNode {
  readonly type: string;
  value?: string;
  readonly children?: MdNode[];
  data?: { hProperties?: Record<string, unknown> };
}

const written = /\s*\[#([a-z0-9-]+)\]\s*$/;

function nameHeadings(node: MdNode): void {
  const last = node.type === 'heading' ? node.children?.at(-1) : undefined;
  const id = last?.value === undefined ? undefined : written.exec(last.value)?.[1];
  if (last?.value !== undefined && id !== undefined) {
    last.value = last.value.replace(written, '');
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
  }
  for (const child of node.children ?? []) nameHeadings(child);
}

/** A remark plugin: takes `[#id]` off the end of a heading and makes it the heading's id. Other headings stay as they are. */
export function headingIds(): (tree: MdNode) => void {
  return nameHeadings;
}
