// Turns Shiki's `style="color:var(--shiki-token-…)"` into classes (`shiki-token-keyword` …), because the
// content-security policy forbids style attributes. The colours stand in src/styles/tokens.css and code.css.

import { createCssVariablesTheme, type ShikiTransformer } from 'shiki';

const prefix = '--shiki-';

type Properties = Record<string, unknown>;

function replaceStyle(properties: Properties): void {
  const { style } = properties;
  delete properties['style'];
  const name = new RegExp(`color:var\\(${prefix}(token-[a-z-]+)\\)`).exec(String(style ?? ''))?.[1];
  if (name) properties['class'] = `shiki-${name}`;
}

export const codeTheme = createCssVariablesTheme({ variablePrefix: prefix, fontStyle: false });

export const codeTransformer: ShikiTransformer = {
  name: 'classes-instead-of-styles',
  enforce: 'post',
  pre: (node) => {
    delete node.properties['style'];
  },
  span: (node) => replaceStyle(node.properties),
};
