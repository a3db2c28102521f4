// Who may import whom: the table in src/README.md, held against every import line.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

interface Room {
  readonly name: string;
  /** Rooms, packages, or `prefix:*`. */
  readonly values: readonly string[];
  readonly types: readonly string[];
}

interface Import {
  readonly file: string;
  /** A path below src/ (or `content/…`), or a package. */
  readonly target: string;
  readonly typesOnly: boolean;
}

const root = new URL('..', import.meta.url).pathname;
const rooms = readRooms(readFileSync(join(root, 'src/README.md'), 'utf8'));
const files = globSync(['src/**/*.{ts,mjs,astro,css}', 'content/**/*.mdx'], { cwd: root }).sort();
const imports = files.flatMap((file) => readImports(file, readFileSync(join(root, file), 'utf8')));

function readRooms(map: string): readonly Room[] {
  return [...map.matchAll(/^\| `([^`]+)` \| .+ \| (.+) \|$/gm)].map(([, name = '', allowed = '']) => {
    const entries = [...allowed.matchAll(/`([^`]+)`( \(types\))?/g)];
    return {
      name,
      values: entries.filter((entry) => !entry[2]).map((entry) => entry[1] ?? ''),
      types: entries.map((entry) => entry[1] ?? ''),
    };
  });
}

function readImports(file: string, text: string): readonly Import[] {
  const statements = /\b(?:import|export)\s+(type\s)?([^'"`;()]*?)\bfrom\s*['"]([^'"]+)['"]/g;
  const bare = /\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  const code = text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  const found = [...code.matchAll(statements)].map(([, type, names = '', from = '']) => ({
    from,
    typesOnly: type !== undefined || /^\{\s*(type\s+\w+(\s+as\s+\w+)?,?\s*)+\}\s*$/.test(names),
  }));
  const sideEffects = [...code.matchAll(bare)].map(([, from = '']) => ({ from, typesOnly: false }));
  return [...found, ...sideEffects].map(({ from, typesOnly }) => ({ file, target: resolve(file, from), typesOnly }));
}

function resolve(file: string, from: string): string {
  const path = from.replace(/\?.*$/, '');
  return path.startsWith('.') ? withoutSource(normalize(join(dirname(file), path))) : path;
}

function withoutSource(path: string): string {
  return path.replace(/^src\//, '');
}

/** The deepest row that covers a path. */
function roomOf(path: string): Room | undefined {
  return rooms.filter((room) => covers(room.name, path)).sort((a, b) => b.name.length - a.name.length)[0];
}

function covers(name: string, path: string): boolean {
  return name.endsWith('*') ? path.startsWith(name.slice(0, -1)) : path === name || path.startsWith(`${name}/`);
}

function isAllowed({ file, target, typesOnly }: Import): boolean {
  const room = roomOf(withoutSource(file));
  if (!room) return false;
  return covers(room.name, target) || (typesOnly ? room.types : room.values).some((name) => covers(name, target));
}

const lineOf = ({ file, target, typesOnly }: Import): string => `${file} → ${target}${typesOnly ? ' (types)' : ''}`;

it('reads the table and the imports', () => {
  expect(rooms.length).toBeGreaterThan(15);
  expect(imports.length).toBeGreaterThan(50);
  expect(imports.filter((one) => one.typesOnly).length).toBeGreaterThan(20);
});

it('gives every file a room', () => {
  expect(files.filter((file) => !roomOf(withoutSource(file)))).toEqual([]);
});

it('lets a room import only what its row names', () => {
  expect(imports.filter((one) => !isAllowed(one)).map(lineOf)).toEqual([]);
});

it('would notice a wrong import', () => {
  const wrong = [
    { file: 'src/core/formats/x.ts', target: 'core/findings/index.ts', typesOnly: true },
    { file: 'src/core/kubernetes/x.ts', target: 'core/formats/unwrap.ts', typesOnly: false },
    { file: 'src/core/source/x.ts', target: 'node:fs', typesOnly: false },
    { file: 'src/widgets/x.ts', target: 'core/inspect.ts', typesOnly: false },
    { file: 'src/nowhere/x.ts', target: 'core/index.ts', typesOnly: false },
  ];
  expect(wrong.filter(isAllowed)).toEqual([]);
  expect(
    readImports('src/a/b.ts', "import {\n  type X,\n  type Y as Z,\n} from '../c.ts';\nimport './d.css?raw';"),
  ).toEqual([
    { file: 'src/a/b.ts', target: 'c.ts', typesOnly: true },
    { file: 'src/a/b.ts', target: 'a/d.css', typesOnly: false },
  ]);
});

it('keeps one finding away from another', () => {
  const finding = /^(?:src\/)?core\/findings\/ka\d/;
  expect(imports.filter(({ file, target }) => finding.test(file) && finding.test(target)).map(lineOf)).toEqual([]);
});
