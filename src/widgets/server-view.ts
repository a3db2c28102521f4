// The command line of the kube-apiserver that kubeadm would start, each argument with the one who wrote it.

import type { ApiServerFlag, Report } from '../core/index.ts';
import { benchWords } from '../i18n/bench.ts';
import { html, type Markup } from './html.ts';
import { placeView, type View } from './view.ts';

/** Folded away; a manifest shows its arguments itself. */
export function serverView({ apiServer }: Report, view: View): Markup {
  if (!apiServer || apiServer.flags.every(({ from }) => from === 'manifest')) return html``;
  const words = benchWords[view.locale];
  return html`<details class="bench-server">
    <summary>${words.server}</summary>
    <p>${words.serverHint}</p>
    <pre
      class="terminal"
      tabindex="0"
    ><code><span class="terminal-command">kube-apiserver \\</span>${apiServer.flags.map((flag) => lineView(flag, view))}${apiServer.error && html`${'\n'}<span class="terminal-exit">${words.exits(apiServer.error)}</span>`}</code></pre>
  </details>`;
}

function lineView({ text, range }: ApiServerFlag, view: View): Markup {
  return html`${'\n'} ${text}${range && html` ${placeView(view, range)}`}`;
}
