// Lets the bundler drop what the project does not use of its packages: it may not know that making a value changes nothing else.

import type { Plugin } from 'vite';

/** Values that are made once, when the file is loaded: `new Schema([…]);`, `defineScalarTag(…);`, defaults made of others. */
const made =
  /^(var (?:DEFAULT_\w+ = (?=\{)|[\w$]+ = (?=new |define\w+Tag\(|\w+\.withTags\(|Object\.assign\()))([^\n]*|[^]*?\n[\])}]+);$/gm;

/** A bundler plugin. A value that is used stays as it is. */
export function purePackages(): Plugin {
  return {
    name: 'pure-packages',
    transform: {
      filter: { id: /\/node_modules\/(?:js-yaml|diff)\// },
      handler: (code) => ({ code: code.replace(made, '$1/* @__PURE__ */ (() => ($2))();'), map: null }),
    },
  };
}
