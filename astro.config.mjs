// The site: static files that work in any place. English at the root, Japanese under /ja/, as plain routes.
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { codeTheme, codeTransformer } from './src/site/code-classes.ts';
import { headingIds } from './src/site/heading-ids.ts';
import { scripts } from './src/site/scripts.ts';
import { relativeUrls } from './src/site/relative-urls.ts';

/** Astro's MDX modules start with a directive that the bundler does not know; ten lines of log per page, no effect. */
const onwarn = (warning, warn) => {
  if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
};

export default defineConfig({
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  devToolbar: { enabled: false },
  markdown: {
    // The default engine leaves **「…」** literal; this pair does not.
    processor: unified({ remarkPlugins: [remarkCjkFriendly, headingIds], smartypants: false }),
    shikiConfig: { theme: codeTheme, transformers: [codeTransformer] },
  },
  integrations: [mdx(), scripts(), relativeUrls()],
  vite: {
    build: { assetsInlineLimit: 0, rollupOptions: { onwarn } },
  },
});
