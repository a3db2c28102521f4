// The booklet holds every chapter, in both languages.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { locales } from '../../src/core/index.ts';
import { useBrowser } from './browser.ts';
import { pages } from './dist.ts';

useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'booklet-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('is printed as one PDF per language', () => {
  const script = fileURLToPath(new URL('../booklet/print-booklet.ts', import.meta.url));
  const said = execFileSync(process.execPath, [script, folder], { encoding: 'utf8' });
  const chapters = pages.filter((page) => /^learn\/[^/]+\/index\.html$/.test(page)).length;
  for (const locale of locales) {
    const path = join(folder, `booklet.${locale}.pdf`);
    expect(said).toContain(`${path}: ${chapters} chapters\n`);
    const pdf = readFileSync(path, 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(chapters * 50_000);
  }
});
