// A button that copies the text beside it.
// Markup: <div data-copied="…" data-by-hand="…"><button hidden>…</button><span role="status"></span><pre>…</pre></div>;
// inside the text, a <span> becomes the page's own address, which a page that works in any place cannot know before.

/** Copies, or marks the text where a browser forbids it, and says which. */
async function copy(box: HTMLElement, text: Element, status: Element): Promise<void> {
  const copied = await navigator.clipboard?.writeText(text.textContent ?? '').then(
    () => true,
    () => false,
  );
  if (!copied) getSelection()?.selectAllChildren(text);
  status.textContent = box.dataset[copied ? 'copied' : 'byHand'] ?? '';
}

/** Once the page is there: shows the buttons, and writes the page's address where it belongs. */
export function connectCopyButtons(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-by-hand]')) {
    const [button, status, text] = ['button', '[role="status"]', 'pre'].map((part) =>
      box.querySelector<HTMLElement>(part),
    );
    if (!button || !status || !text) continue;
    if (location.protocol.startsWith('http'))
      for (const place of text.querySelectorAll('span')) place.textContent = location.origin + location.pathname;
    button.hidden = false;
    button.addEventListener('click', () => void copy(box, text, status));
  }
}
