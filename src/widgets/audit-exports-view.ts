// The buttons that save what is filtered, and the same choice as a command for jq.

import { jqFilter, type JqWishes } from '../core/logs/index.ts';
import { auditExplorerWords } from '../i18n/audit-explorer.ts';
import type { AuditView } from './audit-totals-view.ts';
import { element, html, type Markup } from './html.ts';

const buttons = [
  { format: 'csv', label: 'CSV' },
  { format: 'json', label: 'JSON' },
  { format: 'md', label: 'Markdown' },
] as const;

export function exportsView(wishes: JqWishes, files: readonly string[], view: AuditView): Markup {
  const words = auditExplorerWords[view.locale];
  return html`${element(`h${view.level}`, 'bench-heading', words.exports)}
    <p class="audit-note">${words.exportHint}</p>
    <p class="audit-buttons">
      ${buttons.map(
        ({ format, label }) =>
          html`<button type="button" data-log="export" data-value="${format}" data-focus="${format}">
            ${label}
          </button> `,
      )}
    </p>
    <details class="audit-fold" data-key="audit-jq">
      <summary data-focus="jq">${words.jq}</summary>
      <p class="audit-note">${words.jqHint}</p>
      <pre tabindex="0"><code>${jqCommand(wishes, files)}</code></pre>
      <button type="button" data-do="copy-code" data-focus="copy-jq">${words.copy}</button>
    </details>`;
}

/** For a shell; the filter itself holds no single quote. */
export function jqCommand(wishes: JqWishes, files: readonly string[]): string {
  const names = files.map((name) => (/^[\w.@%+=:,/-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`));
  const isPacked = files.some((name) => name.endsWith('.gz'));
  const filter = `jq -c '${jqFilter(wishes)}'`;
  return isPacked ? `gzip -cdf ${names.join(' ')} | ${filter}` : `${filter} ${names.join(' ')}`;
}
