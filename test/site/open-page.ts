// A page in the browser with everything that the tests watch: what it asked for, and what went wrong.

import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { dist } from './dist.ts';
import { serve } from './serve.ts';

export interface Watched {
  readonly page: Page;
  /** Addresses asked for since the page was opened, or since `forget`. */
  readonly requests: string[];
  /** Console errors (violations of the security policy among them), exceptions, failed requests. */
  readonly problems: string[];
  forget(): void;
  close(): Promise<void>;
}

export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  // The browser asks for the page's icon when it pleases, at times after load; it is part of the page.
  page.on('request', (request) => {
    if (!request.url().endsWith('/favicon.svg')) requests.push(request.url());
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // Leaving a page before its icon is there is no problem.
    if (why !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
  });
  await page.goto(url, { waitUntil: 'load' });
  return {
    page,
    requests,
    problems,
    forget: () => {
      requests.length = 0;
    },
    close: () => context.close(),
  };
}

/** Opens pages of one server, given as files of dist, and closes them. */
export interface Place {
  readonly name: string;
  urlOf(file: string): string;
  close(): Promise<void>;
}

export async function serverPlace(base: string): Promise<Place> {
  const server = await serve(dist, base);
  return {
    name: base,
    urlOf: (file) => server.url + file.replace(/(^|\/)index\.html$/, '$1'),
    close: server.close,
  };
}

export function diskPlace(): Promise<Place> {
  const root = pathToFileURL(`${dist}/`);
  return Promise.resolve({
    name: 'file://',
    urlOf: (file) => new URL(file, root).href,
    close: () => Promise.resolve(),
  });
}

/** Waits until the page has loaded everything, its icon too, and forgets what that was. */
export async function settle({ page, forget }: Pick<Watched, 'page' | 'forget'>): Promise<void> {
  await page.waitForLoadState('networkidle');
  forget();
}
