// A static server for the tests: one folder, below a base path, on 127.0.0.1.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface Server {
  /** With the base path and a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

async function fileFor(folder: string, path: string): Promise<string | undefined> {
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  if (file !== folder && !file.startsWith(folder + sep)) return undefined;
  return stat(file).then(
    (found) => (found.isFile() ? file : undefined),
    () => undefined,
  );
}

/** Serves `folder` at `http://127.0.0.1:<port><base>`; what is missing gets 404.html with status 404. */
export async function serve(folder: string, base = '/'): Promise<Server> {
  const root = normalize(folder).replace(/[/\\]$/, '');
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(base) ? path.slice(base.length - 1) : undefined;
    void (inside === undefined ? Promise.resolve(undefined) : fileFor(root, inside)).then(async (found) => {
      const file = found ?? (await fileFor(root, '/404.html'));
      response.statusCode = found ? 200 : 404;
      if (!file) return response.end();
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      return createReadStream(file).pipe(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
