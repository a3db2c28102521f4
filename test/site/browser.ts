// The browser of the tests; without one they are skipped with a clear line, and with CI=true they fail.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, type TestContext } from 'vitest';
import { launchBrowser, noBrowser } from './launch-browser.ts';

/** One browser for a test file; the tests of the file are skipped if there is none. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach((context: TestContext) => {
    if (!browser) context.skip(noBrowser);
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error(noBrowser);
    return browser;
  };
}
