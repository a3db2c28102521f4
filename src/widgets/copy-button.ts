// A button that copies the text beside it.
// Markup: <div data-copied="…" data-by-hand="…"><button data-copy hidden>…</button><span role="status"></span><pre>…</pre></div>;
// inside the text, <span data-here> becomes the page's own address, which a page that works in any place cannot know before.

function mark(text: Element): void {
  const range = document.createRange();
  range.selectNodeContents(text);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

/** Copies, or marks the text where a browser forbids it, and says which. */
async function copy(box: HTMLElement): Promise<void> {
  const text = box.querySelector('pre');
  const status = box.querySelector('[role="status"]');
  if (!text || !status) return;
  const copied = await navigator.clipboard?.writeText(text.textContent ?? '').then(
    () => true,
    () => false,
  );
  if (!copied) mark(text);
  status.textContent = (copied ? box.dataset['copied'] : box.dataset['byHand']) ?? '';
}

/** Once the page is there: shows the buttons, and writes the page's address where it belongs. */
export function connectCopyButtons(): void {
  if (location.protocol.startsWith('http'))
    for (const place of document.querySelectorAll('[data-here]'))
      place.textContent = location.origin + location.pathname;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const box = button.closest<HTMLElement>('[data-copied]');
    if (!box) continue;
    button.hidden = false;
    button.addEventListener('click', () => void copy(box));
  }
}
