// What kubeadm itself would print for the file, as in a terminal.

import type { Report } from '../core/index.ts';
import { benchWords } from '../i18n/bench.ts';
import { html, type Markup } from './html.ts';
import { heading, type View } from './view.ts';

export function kubeadmView({ kubeadm }: Report, view: View): Markup {
  if (!kubeadm) return html``;
  const words = benchWords[view.locale];
  const lines = [...kubeadm.warnings, ...(kubeadm.error === undefined ? [] : [kubeadm.error])].join('\n');
  const printed = lines === '' ? html`<span class="terminal-silent">${words.silent}</span>` : lines;
  return html`<section class="bench-kubeadm">
    ${heading(view, words.kubeadm)}
    <p>${words.kubeadmVerdict(kubeadm)}</p>
    <pre
      class="terminal"
      tabindex="0"
    ><code><span class="terminal-command">kubeadm ${kubeadm.command} --config …</span>${'\n'}${printed}${'\n'}<span class="terminal-exit">${words.exitCode(kubeadm.exitCode)}</span></code></pre>
  </section>`;
}
