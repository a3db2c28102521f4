// The bench in a browser: an older kubeadm file becomes v1beta4 at the press of a button, and comes back.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../src/core/index.ts';
import { area, config, value, withBench } from './bench-page.ts';
import { useBrowser } from './browser.ts';
import { serverPlace, type Place } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

it('puts the new file into the box, and the browser’s undo takes it back', () =>
  withBench(browser(), place, async (page) => {
    await area(page).fill(config);
    const section = page.locator('.bench-migration');
    await section.locator('summary').click();
    expect(await section.locator('del').first().textContent()).toContain('- apiVersion: kubeadm.k8s.io/v1beta2');
    await section.locator('[data-do="use-migration"]').click();
    expect(migrate(config)).toMatchObject({ text: await value(page) });
    await section.waitFor({ state: 'detached' });
    await area(page).press('ControlOrMeta+z');
    expect(await value(page)).toBe(config);
    await section.waitFor();
  }));

it('copies the new file, or says that the browser did not let it', () =>
  withBench(browser(), place, async (page) => {
    await area(page).fill(config);
    await page.locator('.bench-migration summary').click();
    await page.locator('[data-do="copy-migration"]').click();
    await page.waitForFunction(() => /clipboard|copy/.test(document.querySelector('.bench-status')?.textContent ?? ''));
  }));
