// The key / opens the search from everywhere but a box for text: it does what the link in the header does.

/** Once and for all, for the whole document. */
export function connectSearchKey(): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey } = event;
    if (key !== '/' || ctrlKey || metaKey || (target as Element).matches('input, textarea, select')) return;
    event.preventDefault();
    document.querySelector<HTMLElement>('wgt-find a')?.click();
  });
}
