// Opens the search from everywhere: the link in the header, which leads to the page of the search without a script, and the key /.
// A page that has the box in its text gets the focus there.

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

const isPlain = (event: KeyboardEvent | MouseEvent): boolean =>
  !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;

/** Once the page is there. */
export function connectSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
  const opener = document.querySelector<HTMLElement>('[data-search-open]');
  const box = document.querySelector<HTMLInputElement>('main wgt-search input') ?? dialog?.querySelector('input');
  if (!dialog || !opener || !box) return;

  const open = (): void => {
    if (dialog.contains(box) && !dialog.open) dialog.showModal();
    box.focus();
    box.select();
  };
  opener.setAttribute('role', 'button');
  if (dialog.contains(box)) opener.setAttribute('aria-haspopup', 'dialog');
  opener.addEventListener('click', (event) => {
    if (!isPlain(event) || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  opener.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return; // a button takes it, a link does not
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    const isOther = document.querySelector('dialog[open]') !== null && !dialog.open;
    if (event.key !== '/' || event.isComposing || !isPlain(event) || isEditable(event.target) || isOther) return;
    event.preventDefault();
    open();
  });
  dialog.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : dialog;
    // The dialog itself is only what lies beside its content: the backdrop.
    if (target === dialog || target.closest('[data-search-close], .search-results a')) dialog.close();
  });
}
