// Builds the scripts of the site, each as one classic file that also runs from file://: site.js (small, in every page),
// one engine per name and language (loaded when a widget with that `data-engine` is first touched), and the workers.
// Pages learn the address of site.js from the module `who-goes-there:scripts`.

import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin } from 'vite';
import { locales } from '../core/index.ts';
import { keepLanguage } from './one-language.ts';
import { purePackages } from './pure-packages.ts';
import { digestOfSources, finishSearch } from './search-build.ts';

type Define = Readonly<Record<string, string>>;

interface Script {
  /** `site`, `engine.en`, `engine.ja`, `audit-worker`. */
  readonly name: string;
  /** Below the site's root: `assets/site.1a2b3c4d.js`. */
  readonly path: string;
  readonly code: string;
}

/** Engines: `src/widgets/<name>.ts`, built once per language. A widget names its own in `data-engine`. */
const engineNames: readonly string[] = [
  'engine',
  'audit-log',
  'build',
  'lab',
  'versions',
  'verify',
  'policy',
  'search',
];

/** Workers: `src/widgets/<name>.ts`, without words. An engine finds the file's name in `WORKER_FILES`. */
const workerNames: readonly string[] = ['audit-worker'];

/** The build writes the index of the search, which comes from the built pages, in front of these: `SEARCH_INDEX`. */
const isSearch = (name: string): boolean => name.startsWith('search.');

const moduleName = 'who-goes-there:scripts';
const sources = new URL('../widgets/', import.meta.url);

async function bundle(entry: string, name: string, define: Define, plugins: Plugin[] = []): Promise<Script> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { ...define },
    plugins: [...plugins, purePackages()],
    build: {
      write: false,
      target: 'es2022',
      // Only a widget does something by being loaded; of everything else a script holds what it uses.
      rollupOptions: { treeshake: { moduleSideEffects: (id) => id.includes('/src/widgets/') } },
      lib: {
        entry: fileURLToPath(new URL(`${entry}.ts`, sources)),
        formats: ['iife'],
        name: `wgt_${entry.replaceAll('-', '_')}`,
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunk = outputs.flatMap((one) => ('output' in one ? one.output : [])).find((file) => file.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`src/widgets/${entry}.ts gave no script`);
  // The index is not there yet; what it is made of is.
  const whatItHolds = isSearch(name) ? chunk.code + (await digestOfSources()) : chunk.code;
  const hash = createHash('sha256').update(whatItHolds).digest('hex').slice(0, 8);
  return { name, path: `assets/${name}.${hash}.js`, code: chunk.code };
}

/** Names of files beside site.js, by the name of the script. */
function filesOf(all: readonly Script[]): Readonly<Record<string, string>> {
  return Object.fromEntries(all.map(({ name, path }) => [name, path.replace('assets/', '')]));
}

/** The workers first, then the engines that start them: site.js carries the engines' names. The first of the list is site.js. */
async function bundleAll(): Promise<readonly [Script, ...Script[]]> {
  const workers = await Promise.all(workerNames.map((name) => bundle(name, name, {})));
  const define: Define = { WORKER_FILES: JSON.stringify(filesOf(workers)) };
  const engines = await Promise.all(
    engineNames.flatMap((name) =>
      locales.map((locale) => bundle(name, `${name}.${locale}`, define, [keepLanguage(locale)])),
    ),
  );
  const site = await bundle('site', 'site', { ENGINE_FILES: JSON.stringify(filesOf(engines)) });
  return [site, ...engines, ...workers];
}

function addressPlugin(address: () => string): Plugin {
  return {
    name: moduleName,
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : undefined),
    load: (id) => (id === `\0${moduleName}` ? `export const siteScript = ${JSON.stringify(address())};` : undefined),
  };
}

/** Adds the scripts to a build, and serves them fresh for each page in `astro dev`. */
export function scripts(): AstroIntegration {
  let built: Awaited<ReturnType<typeof bundleAll>> | undefined;
  return {
    name: 'scripts',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, addWatchFile }) => {
        if (command === 'build') built = await bundleAll();
        addWatchFile(new URL(import.meta.url));
        const address = (): string => (built ? `/${built[0].path}` : '/assets/site.js');
        updateConfig({ vite: { plugins: [addressPlugin(address)] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/assets/', (request, response, next) => {
          const name = /^\/([a-z-]+(?:\.[a-z]{2})?)(?:\.[0-9a-f]{8})?\.js$/.exec(request.url ?? '')?.[1];
          if (!name) return next();
          bundleAll().then((all) => {
            response.setHeader('content-type', 'text/javascript; charset=utf-8');
            const code = all.find((script) => script.name === name)?.code;
            response.end(isSearch(name) ? `var SEARCH_INDEX=[];${code}` : code);
          }, next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        if (!built) return;
        await mkdir(new URL('assets/', dir), { recursive: true });
        const searchIndex = await finishSearch(dir);
        for (const { name, path, code } of built)
          await writeFile(new URL(path, dir), isSearch(name) ? searchIndex(name) + code : code);
      },
    },
  };
}
