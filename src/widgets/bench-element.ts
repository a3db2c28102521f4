// <wgt-bench>: explains what stands in its text area.

/** Registers the element; benches already in the page come alive. */
export function defineBench(): void {
  if (!customElements.get('wgt-bench')) customElements.define('wgt-bench', class extends HTMLElement {});
}
