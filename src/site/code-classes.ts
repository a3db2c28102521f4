// Turns Shiki's `style="color:var(--shiki-token-…)"` into classes (`t-keyword` …), because the content-security policy
// forbids style attributes. The colours stand in src/styles/tokens.css and code.css.

import { createCssVariablesTheme, type ShikiTransformer } from 'shiki';

const prefix = '--shiki-';

type Line = Parameters<NonNullable<ShikiTransformer['line']>>[0];
type Child = Line['children'][number];

function classOf(style: unknown): string {
  // A string has one colour, whatever is written in it.
  const name = new RegExp(`color:var\\(${prefix}token-([a-z]+)(?:-expression)?\\)`).exec(String(style ?? ''))?.[1];
  return name ? `t-${name}` : '';
}

/** A token as text if it has the colour of text, else as a span with a class. */
function plain(child: Child): Child {
  if (child.type !== 'element') return child;
  const className = classOf(child.properties['style']);
  const [only] = child.children;
  if (className === '' && child.children.length === 1 && only?.type === 'text') return only;
  return { ...child, properties: className === '' ? {} : { class: className } };
}

const wordsOf = (child: Child | undefined): string | undefined => {
  const [only] = child?.type === 'element' ? child.children : [];
  return only?.type === 'text' ? only.value : undefined;
};

/** Neighbours of one class become one token. */
function join(children: readonly Child[]): Child[] {
  const joined: Child[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    const [before, after] = [wordsOf(last), wordsOf(child)];
    const alike = last?.type === 'element' && child.type === 'element';
    if (alike && before !== undefined && after !== undefined && last.properties['class'] === child.properties['class'])
      joined[joined.length - 1] = { ...last, children: [{ type: 'text', value: before + after }] };
    else joined.push(child);
  }
  return joined;
}

export const codeTheme = createCssVariablesTheme({ variablePrefix: prefix, fontStyle: false });

export const codeTransformer: ShikiTransformer = {
  name: 'classes-instead-of-styles',
  enforce: 'post',
  pre: (node) => {
    delete node.properties['style'];
  },
  line: (node) => {
    node.children = join(node.children.map(plain));
  },
};
