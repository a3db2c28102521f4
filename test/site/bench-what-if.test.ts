// The bench's questions in a real browser: what one other setting would change, who would break, and the way into the lab.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { readState } from '../../src/widgets/lab-address.ts';
import { area, config, paste, withBench } from './bench-page.ts';
import { useBrowser } from './browser.ts';
import { serverPlace, type Place } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

/** A GET without credentials that was answered with 200. */
function allowed(path: string, userAgent: string, id: number): string {
  return JSON.stringify({
    ...{
      kind: 'Event',
      apiVersion: 'audit.k8s.io/v1',
      level: 'Metadata',
      auditID: `00000000-0000-4000-8000-00000000000${id}`,
    },
    ...{ stage: 'ResponseComplete', requestURI: path, verb: 'get' },
    user: { username: 'system:anonymous', groups: ['system:unauthenticated'] },
    ...{ sourceIPs: ['192.0.2.7'], userAgent, responseStatus: { metadata: {}, code: 200 } },
    ...{ requestReceivedTimestamp: '2026-01-01T00:00:00.000000Z', stageTimestamp: '2026-01-01T00:00:00.001000Z' },
    annotations: {
      'authorization.k8s.io/decision': 'allow',
      'authorization.k8s.io/reason':
        'RBAC: allowed by ClusterRoleBinding "system:public-info-viewer" of ClusterRole "system:public-info-viewer" to Group "system:unauthenticated"',
    },
  });
}
const log = [allowed('/livez', 'kube-probe/1.34', 1), allowed('/healthz', 'check_http/v2.3.1', 2)].join('\n');

const open = (page: Page, name: string) => page.locator(`[data-what-if="${name}"] > summary`).click();

it('tells the event that the same request would have left', () =>
  withBench(browser(), place, async (page) => {
    await paste(page, log);
    await open(page, 'events');
    const first = page.locator('.what-if-event').first();
    await first.waitFor();
    const off = first.locator('.what-if-changed', { hasText: 'Anonymous requests off' });
    const row = (path: string) => off.locator('tr', { hasText: path });
    expect(await row('stage').first().innerText()).toMatch(/ResponseComplete.*ResponseStarted/s);
    expect(await row('responseStatus.code').innerText()).toMatch(/200.*401/s);
    expect(await first.locator('.what-if-same').count()).toBeGreaterThan(0);
    expect(await page.locator('.what-if-event').count()).toBe(2);
  }));

it('writes the smallest list for those who are kept', () =>
  withBench(browser(), place, async (page) => {
    await paste(page, log);
    await page.locator('select[name="kubernetesVersion"]').selectOption('1.34');
    await open(page, 'radius');
    const list = page.locator('.what-if-list code').first();
    await list.waitFor();
    const paths = async (): Promise<readonly string[]> =>
      [...(await list.innerText()).matchAll(/path: (\S+)/g)].map(([, path = '']) => path);
    expect(await paths()).toEqual(['/healthz', '/livez']);
    await page.locator('[data-keep="load-balancer"]').uncheck();
    expect(await paths()).toEqual(['/livez']);
    expect(await list.innerText()).toContain('apiserver.config.k8s.io/v1\n');
    await page.locator('[data-keep="probe"]').uncheck();
    expect(await list.innerText()).toContain('enabled: false');
  }));

it('leads into the lab with the settings, and with nothing of the text', () =>
  withBench(browser(), place, async (page) => {
    await paste(page, `${config}# a remark with a token abcdef.0123456789abcdef\n`);
    const link = page.locator('.bench-try a');
    await link.waitFor();
    const address = new URL((await link.getAttribute('href')) ?? '').hash;
    expect(address).toBe('#lab1&kubernetes=1.20&client=kubeadm-join-token-pin&anonymous-auth=false&audit=none');
    expect(readState(address).problems).toEqual([]);
    await link.click();
    await page.locator('.lab-live').waitFor();
    expect(await page.locator('input[name="anonymous-auth"][value="false"]').isChecked()).toBe(true);
    expect(await page.locator('.lab-dial output').innerText()).toBe('1.20');
  }));

it('says nothing of it for a text without audit events and without a server', () =>
  withBench(browser(), place, async (page) => {
    await paste(page, 'error execution phase preflight: Unauthorized');
    await page.waitForTimeout(300);
    expect(await area(page).inputValue()).toContain('Unauthorized');
    expect(await page.locator('[data-what-if], .bench-try').count()).toBe(0);
  }));
