// A browser: CHROMIUM_PATH, else an installed one, else the one in @sparticuz/chromium (which brings its own
// libraries), else none.

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usualPlaces].find(existsSync);
}

/** The package's own configuration knows its fonts in one fixed place only, and without any font Chromium stops. */
async function fontSettings(folder: string): Promise<string> {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const file = join(folder, 'who-goes-there-fonts.conf');
  const dirs = folders.map((one) => `<dir>${one}</dir>`).join('');
  const cache = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  await writeFile(file, `<?xml version="1.0"?><fontconfig>${dirs}${cache}</fontconfig>\n`);
  return file;
}

/** Unpacks the package's browser into the folder for temporary files (200 MB, once). */
async function bundled(): Promise<LaunchOptions> {
  const { inflate } = await import('@sparticuz/chromium');
  const bin = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')));
  const [executablePath = ''] = await Promise.all(
    ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) => inflate(join(bin, name))),
  );
  const libraries = join(tmpdir(), 'al2023', 'lib');
  const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: await fontSettings(tmpdir()) };
  return { executablePath, env, args: ['--no-sandbox'] };
}

export const noBrowser = 'no browser: set CHROMIUM_PATH or install chromium';

/** Undefined if there is none; with CI=true that is an error. */
export async function launchBrowser(): Promise<Browser | undefined> {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted !== undefined) return chromium.launch({ executablePath: wanted, args: ['--no-sandbox'] });
  try {
    const executablePath = installed();
    if (executablePath !== undefined) return await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  } catch {
    // An installed one may be a stub that asks for a package manager.
  }
  try {
    return await chromium.launch(await bundled());
  } catch (error) {
    if (process.env['CI'] === 'true') throw new Error(noBrowser, { cause: error });
    return undefined;
  }
}
