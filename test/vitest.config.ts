// Two projects: `unit` needs nothing, `site` needs the built site in dist/ (and a Chromium for test/site/browser).
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/site/**'],
          setupFiles: ['test/property-seed.ts'],
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // After the other project: a browser that shares its cores with it is slow.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
