// Files that are dropped onto a widget; while they hover above it, it carries `data-dropping`.

export function onDroppedFiles(widget: HTMLElement, take: (files: readonly File[]) => void): void {
  widget.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) widget.toggleAttribute('data-dropping', true);
  });
  widget.addEventListener('dragleave', (event) => {
    if (!widget.contains(event.relatedTarget as Node | null)) widget.removeAttribute('data-dropping');
  });
  widget.addEventListener('drop', (event) => {
    widget.removeAttribute('data-dropping');
    if (event.dataTransfer?.files.length) take([...event.dataTransfer.files]);
  });
}
