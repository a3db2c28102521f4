// Copies the code beside a button; where the browser does not allow that, selects it.

/** True if it is on the clipboard. */
export async function copyCode(button: Element): Promise<boolean> {
  const code = button.parentElement?.querySelector('code');
  if (!code) return false;
  const copied = await navigator.clipboard?.writeText(code.textContent).then(
    () => true,
    () => false,
  );
  if (!copied) getSelection()?.selectAllChildren(code);
  return copied ?? false;
}
