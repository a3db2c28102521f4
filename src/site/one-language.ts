// Takes out of a script what its page never shows: the other language, and the examples and sources of the findings,
// which stand on the findings' own pages. This makes the engine a third lighter.

import type { Plugin } from 'vite';
import { locales, type Locale } from '../core/index.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const onlyOnPages: readonly string[] = ['fires', 'silent', 'see'];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

function nameOf(property: Node): string | undefined {
  const key = property['key'] as Node | undefined;
  return key?.type === 'Identifier' ? String(key['name']) : undefined;
}

/** The properties of one object literal that are not needed; a language counts only where the other one stands beside it. */
function needless(object: Node, locale: Locale, isFinding: boolean): readonly Node[] {
  const properties = (object['properties'] as readonly Node[]).filter(({ type }) => type === 'Property');
  const names = properties.map(nameOf);
  const bilingual = locales.every((one) => names.includes(one));
  return properties.filter((_property, index) => {
    const name = names[index] ?? '';
    if (bilingual && name !== locale && (locales as readonly string[]).includes(name)) return true;
    return isFinding && names.includes('code') && onlyOnPages.includes(name);
  });
}

function collect(node: Node, visit: (object: Node) => void): void {
  if (node.type === 'ObjectExpression') visit(node);
  for (const child of Object.values(node).flat()) if (isNode(child)) collect(child, visit);
}

/** A bundler plugin that keeps one language in everything of the project's own. */
export function keepLanguage(locale: Locale): Plugin {
  return {
    name: 'keep-one-language',
    transform: {
      filter: { id: /\/src\/(core|i18n)\/.*\.ts$/ },
      handler(code, id) {
        const cuts: Node[] = [];
        collect(this.parse(code) as unknown as Node, (object) =>
          cuts.push(...needless(object, locale, id.includes('/findings/'))),
        );
        let rest = code;
        // From the end, so that offsets stay right; a property goes with the comma behind it.
        for (const { start, end } of cuts.sort((a, b) => b.start - a.start))
          rest = rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, '');
        return { code: rest, map: null };
      },
    },
  };
}
