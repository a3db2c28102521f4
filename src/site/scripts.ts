// Builds the two scripts of the site, each as one classic file that also runs from file://:
// site.js (small, in every page) and engine.js (the core and its view, loaded when a bench is first touched).
// Pages learn the address of site.js from the module `who-goes-there:scripts`.

import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin } from 'vite';

interface Script {
  /** Below the site's root: `assets/site.1a2b3c4d.js`. */
  readonly path: string;
  readonly code: string;
}

const moduleName = 'who-goes-there:scripts';
const sources = new URL('../widgets/', import.meta.url);

async function bundle(name: string, define: Readonly<Record<string, string>>): Promise<Script> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { ...define },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL(`${name}.ts`, sources)), formats: ['iife'], name: `wgt_${name}` },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunk = outputs.flatMap((one) => ('output' in one ? one.output : [])).find((file) => file.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`src/widgets/${name}.ts gave no script`);
  const hash = createHash('sha256').update(chunk.code).digest('hex').slice(0, 8);
  return { path: `assets/${name}.${hash}.js`, code: chunk.code };
}

/** The engine first: site.js carries its name. */
async function bundleAll(): Promise<{ readonly site: Script; readonly engine: Script }> {
  const engine = await bundle('engine', {});
  const site = await bundle('site', { ENGINE_FILE: JSON.stringify(engine.path.replace('assets/', '')) });
  return { site, engine };
}

function addressPlugin(address: () => string): Plugin {
  return {
    name: moduleName,
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : undefined),
    load: (id) => (id === `\0${moduleName}` ? `export const siteScript = ${JSON.stringify(address())};` : undefined),
  };
}

/** Adds both scripts to a build, and serves them fresh for each page in `astro dev`. */
export function scripts(): AstroIntegration {
  let built: Awaited<ReturnType<typeof bundleAll>> | undefined;
  return {
    name: 'scripts',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, addWatchFile }) => {
        if (command === 'build') built = await bundleAll();
        addWatchFile(new URL(import.meta.url));
        const address = (): string => (built ? `/${built.site.path}` : '/assets/site.js');
        updateConfig({ vite: { plugins: [addressPlugin(address)] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/assets/', (request, response, next) => {
          const name = /^\/(site|engine)(?:\.[0-9a-f]+)?\.js$/.exec(request.url ?? '')?.[1];
          if (!name) return next();
          bundleAll().then((all) => {
            response.setHeader('content-type', 'text/javascript; charset=utf-8');
            response.end(name === 'site' ? all.site.code : all.engine.code);
          }, next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        if (!built) return;
        await mkdir(new URL('assets/', dir), { recursive: true });
        for (const { path, code } of Object.values(built)) await writeFile(new URL(path, dir), code);
      },
    },
  };
}
