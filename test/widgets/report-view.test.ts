// widgets/*-view: a report becomes markup in both languages, everything foreign in it escaped.
import { describe, expect, it } from 'vitest';
import { inspect, locales } from '../../src/core/index.ts';
import { html, inline } from '../../src/widgets/html.ts';
import { splitLines } from '../../src/widgets/lines.ts';
import { reportView, summaryOf } from '../../src/widgets/report-view.ts';
import { gutterView, marksOf, marksView } from '../../src/widgets/sheet-view.ts';
import type { View } from '../../src/widgets/view.ts';

const config = `apiVersion: kubeadm.k8s.io/v1beta2
kind: ClusterConfiguration
kubernetesVersion: v1.20.2
apiServer:
  extraArgs:
    anonymous-auth: "false"
`;

const viewIn = (locale: View['locale'], limit = 50): View => ({
  locale,
  name: 'one',
  level: 3,
  hrefOf: (path) => `/${path}`,
  limit,
  unfolded: true,
});

describe('html', () => {
  it('escapes what is put in, and only that', () => {
    expect(html`<b title="${'"<&'}">${["'", html`<i>${1}</i>`, undefined, false]}</b>`.markup).toBe(
      '<b title="&quot;&lt;&amp;">&#39;<i>1</i></b>',
    );
  });

  it('shows inline code', () => {
    expect(inline('a `<b>` c `d`').markup).toBe('a <code>&lt;b&gt;</code> c <code>d</code>');
  });
});

it.each(locales)('links the verifier in %s where a text holds a cluster-info, without the text', (locale) => {
  const text = 'apiVersion: v1\nkind: ConfigMap\ndata:\n  jws-kubeconfig-abcdef: a..b\n';
  const address = `href="/${locale === 'en' ? '' : 'ja/'}verify/"`;
  expect(reportView(inspect(text), { ...viewIn(locale), text }).markup).toContain(address);
  expect(reportView(inspect(config), { ...viewIn(locale), text: config }).markup).not.toContain('verify/');
});

describe.each(locales)('a report in %s', (locale) => {
  const { markup } = reportView(inspect(config), viewIn(locale));

  it('names what was recognised, the finding, its place and its page', () => {
    expect(markup).toContain('<b>ClusterConfiguration</b>');
    expect(markup).toContain('href="#one-L6" data-start="133" data-end="140"');
    expect(markup).toContain(`href="/${locale === 'ja' ? 'ja/' : ''}findings/KA201/"`);
    expect(markup).toContain('couldn&#39;t validate the identity of the API Server: Unauthorized');
    expect(markup).toContain('class="stamp stamp-fails"');
  });

  it('leaves no placeholder, no Markdown and no style behind', () => {
    expect(markup).not.toMatch(/undefined|\[object|NaN|\*\*|style=/);
    expect(markup.replace(/<pre.*?<\/pre>/gs, '').replace(/<code>.*?<\/code>/gs, '')).not.toContain('`');
  });

  it('is closed: every opened element ends', () => {
    const open = [...markup.matchAll(/<(\/?)([a-z][a-z0-9]*)/g)].reduce((count, [, end]) => count + (end ? -1 : 1), 0);
    expect(open).toBe(0);
  });

  it('does not let a paste speak as markup', () => {
    const bad = inspect('kind: "<img src=x onerror=alert(1)>"\napiVersion: "<script>"\n');
    expect(reportView(bad, viewIn(locale)).markup).not.toMatch(/<img|<script/);
  });
});

it('counts in the summary', () => {
  const report = inspect(config);
  expect(summaryOf(report, { locale: 'en' })).toMatch(new RegExp(`^${report.findings.length} findings: \\d+ errors?`));
  expect(summaryOf(report, { locale: 'ja' })).toContain(`検出事項${report.findings.length}件`);
});

it('shows so many findings and offers more', () => {
  const report = inspect(config);
  const { markup } = reportView(report, viewIn('en', 1));
  expect(markup.match(/<li class="finding /g)).toHaveLength(1);
  expect(markup).toContain(`Show more (${report.findings.length - 1} hidden)`);
});

describe('the sheet', () => {
  const marks = marksOf(inspect(config));

  it('marks the line and the exact range', () => {
    const window = { first: 1, last: 7 };
    expect(gutterView(marks, window).markup.split('\n')[5]).toBe('<span class="gutter-line gutter-error">6</span>');
    const line = marksView(marks, splitLines(config), window).markup.split('\n')[5];
    expect(line).toBe('    anonymous-auth: <mark class="mark-error">&quot;false&quot;</mark>');
  });

  it('draws no more than the window', () => {
    expect(gutterView(marks, { first: 5, last: 6 }).markup.split('\n')).toHaveLength(3);
  });

  it('shows a place without width', () => {
    const mark = { start: 2, end: 2, firstLine: 1, lastLine: 1, severity: 'warning' } as const;
    expect(marksView([mark], splitLines('a:\n'), { first: 1, last: 1 }).markup).toContain('mark-point mark-warning');
  });
});

it('leads from an event to its findings and to the gates', () => {
  const event = {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    auditID: 'a1',
    stage: 'ResponseStarted',
    verb: 'get',
    requestURI: '/livez',
    user: {},
    userAgent: 'kube-probe/1.28',
    responseStatus: { code: 401 },
  };
  const { markup } = reportView(inspect(JSON.stringify(event)), viewIn('ja'));
  const links = /<dt>関連<\/dt>\s*<dd>(.*?)<\/dd>/s.exec(markup)?.[1] ?? '';
  expect([...links.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '/ja/findings/KA513/',
    '/ja/simulate/',
  ]);
});
