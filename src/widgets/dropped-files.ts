// Files that are dropped onto a widget; while they hover above it, it carries `data-dropping`.

/** `soon` is called when files come near. */
export function onDroppedFiles(
  widget: HTMLElement,
  take: (files: readonly File[]) => void,
  soon: () => void = () => undefined,
): void {
  widget.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files') || widget.hasAttribute('data-dropping')) return;
    widget.toggleAttribute('data-dropping', true);
    soon();
  });
  widget.addEventListener('dragleave', (event) => {
    if (!widget.contains(event.relatedTarget as Node | null)) widget.removeAttribute('data-dropping');
  });
  widget.addEventListener('drop', (event) => {
    widget.removeAttribute('data-dropping');
    if (event.dataTransfer?.files.length) take([...event.dataTransfer.files]);
  });
}
