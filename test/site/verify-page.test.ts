// The verifier in a real browser: from a server, from a folder and without WebCrypto; what is typed there stays there.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { ca, good, other, token } from '../verify/our-cluster.ts';
import { useBrowser } from './browser.ts';
import { diskPlace, openPage, serverPlace, settle, type Place, type Watched } from './open-page.ts';

const browser = useBrowser();
let server: Place;
let disk: Place;
beforeAll(async () => {
  [server, disk] = await Promise.all([serverPlace('/'), diskPlace()]);
});
afterAll(() => Promise.all([server.close(), disk.close()]));

const secret = '0123456789abcdef';

async function withPage(
  use: (watched: Watched) => Promise<void>,
  url = server.urlOf('verify/index.html'),
): Promise<void> {
  const watched = await openPage(browser(), url);
  await use(watched);
  expect(watched.problems).toEqual([]);
  await watched.close();
}

async function fill(page: Page, pin = ca.pin, text = good): Promise<void> {
  await page.locator('#verify-text').fill(text);
  await page.locator('#verify-token').fill(token);
  await page.locator('#verify-pins').fill(pin);
}

const says = (page: Page, words: string) => page.locator('.verify-status').getByText(words).waitFor();

it.each(['server', 'disk'] as const)('verifies from a %s', (where) =>
  withPage(
    async ({ page }) => {
      await fill(page);
      await says(page, 'nothing in here stops the join');
      await page.locator('.verify-card code', { hasText: ca.pin }).waitFor();
      await page.locator('#verify-pins').fill(other.pin);
      await says(page, 'the join stops');
      await page.locator('.verify-line', { hasText: `none of the public keys "${ca.pin}" are pinned` }).waitFor();
      await page.locator('select[name="minor"]').selectOption('17');
      await page.locator('.verify-line', { hasText: 'abort connecting to API servers' }).waitFor();
    },
    (where === 'server' ? server : disk).urlOf('verify/index.html'),
  ),
);

it('gives the same answer where the browser has no WebCrypto, as over plain http', async () => {
  const context = await browser().newContext();
  await context.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }));
  const page = await context.newPage();
  await page.goto(server.urlOf('ja/verify/index.html'));
  await fill(page);
  await says(page, 'joinを止めるものはありません');
  await page.locator('#verify-token').fill(`abcdef.${'a'.repeat(16)}`);
  await says(page, '途中で止まります');
  await context.close();
});

it('asks for nothing but its engine, and keeps the token in its field alone', () =>
  withPage(async (watched) => {
    const { page, requests } = watched;
    await settle(watched);
    await fill(
      page,
      ca.pin,
      `kubeadm join 192.0.2.10:6443 --token ${token} --discovery-token-ca-cert-hash ${ca.pin}\n---\n${good}`,
    );
    await says(page, 'nothing in here stops the join');
    await page.locator('#verify-token').press('Enter');
    await page.waitForTimeout(200);
    expect(requests.map((url) => url.replace(/.*\/assets\//, ''))).toEqual([
      expect.stringMatching(/^verify\.en\.[0-9a-f]+\.js$/),
    ]);
    const traces = await page.evaluate(async () => ({
      address: location.href,
      history: history.length,
      stored: [...Object.values(localStorage), ...Object.values(sessionStorage), document.cookie].join(),
      databases: (await indexedDB.databases()).length,
      shown: [...document.querySelectorAll('.verify-output, .verify-discovery')].map((part) => part.outerHTML).join(),
    }));
    expect(JSON.stringify(traces)).not.toContain(secret);
    expect(traces).toMatchObject({ address: server.urlOf('verify/index.html'), databases: 0 });
  }));

it('hides the token until it is asked to show it', () =>
  withPage(async ({ page }) => {
    const field = page.locator('#verify-token');
    expect([await field.getAttribute('type'), await field.getAttribute('autocomplete')]).toEqual(['password', 'off']);
    await page.locator('[data-do="show"]').click();
    await page.locator('#verify-token[type="text"]').waitFor();
    expect(await page.locator('[data-do="show"]').innerText()).toBe('Hide the token');
  }));

it('works with the keyboard alone', () =>
  withPage(async ({ page }) => {
    await page.locator('#verify-text').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(good);
    const reached: string[] = [];
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate(
          () => (document.activeElement as HTMLInputElement).name || (document.activeElement?.textContent ?? ''),
        ),
      );
      if (step === 0) await page.keyboard.insertText(token);
      if (step === 2) await page.keyboard.insertText(ca.pin);
    }
    expect(reached).toEqual(['token', 'Show the token', 'pins', 'minor']);
  }));

it('writes a discovery file without the token, and copies it', () =>
  withPage(async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await fill(page);
    await says(page, 'nothing in here stops the join');
    await page.locator('.discovery-result [data-do="copy"]').first().click();
    await page.locator('.verify-status', { hasText: 'discovery.conf is on your clipboard' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('server: https://192.0.2.10:6443');
    expect(copied).toContain('token: TOKEN-ID.TOKEN-SECRET');
    await page.locator('input[value="client certificate"]').check();
    await page.locator('.discovery-result', { hasText: 'client-key-data: BASE64-OF-CLIENT-KEY' }).waitFor();
  }));

it('makes the file of a CA and an address, where there is no cluster-info', () =>
  withPage(async ({ page }) => {
    await page.locator('[data-do="clear"]').click();
    await says(page, 'Nothing to verify yet');
    await page.locator('#verify-text').fill(ca.pem);
    await page.locator('#verify-server').fill('https://192.0.2.77:6443');
    const file = page.locator('.discovery-result code').first();
    await page.locator('.discovery-result', { hasText: 'server: https://192.0.2.77:6443' }).waitFor();
    expect(await file.textContent()).toContain(Buffer.from(ca.pem).toString('base64'));
    await page.locator('[data-do="example"]').click();
    await says(page, 'nothing in here stops the join');
    const example = readFileSync(new URL('../../content/examples/cluster-info.yaml', import.meta.url), 'utf8');
    expect(await page.locator('#verify-text').inputValue()).toBe(example);
  }));
