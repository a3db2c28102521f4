// Where the site stands: a server's root, a folder of a server, or a folder of a disk. Known from the script's own address.

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/** The scripts lie in assets/, one below the root. */
const root = new URL('../', script);

/** Turns `findings/KA201/` into an address; a disk needs the file's name. */
export function hrefOf(path: string): string {
  const file = root.protocol === 'file:' && (path === '' || path.endsWith('/')) ? `${path}index.html` : path;
  return new URL(file, root).href;
}
