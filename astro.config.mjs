// @ts-check
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import react from '@astrojs/react';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { browserFloor } from './scripts/browser-floor.mjs';
import { remarkBlocks } from './src/catalog/remark-blocks.mjs';

// Fewer, larger chunks compress better and save hops: what is always loaded together is one file.
const groups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler|@astrojs\/react)\// },
  { name: 'base', test: /src\/client\/place|src\/core\/text\/fill|preload-helper/ },
  // An order to be made is not in every check; its board comes with the view or the practice that needs it.
  { name: 'boards', test: /src\/islands\/board\/(?!Order)/ },
];

export default defineConfig({
  site: process.env.ORIGIN ?? 'http://localhost:4321',
  output: 'static', // pages are prerendered; a route opts out with `export const prerender = false`
  adapter: node({ mode: 'middleware', bodySizeLimit: 262_144 }),
  cacheDir: './.astro/', // one data store for build, dev and Vitest
  trailingSlash: 'ignore',
  i18n: { defaultLocale: 'zh-CN', locales: ['zh-CN', 'en'], routing: { prefixDefaultLocale: false } },
  integrations: [mdx(), react()],
  session: false,
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'always', format: 'directory' },
  markdown: {
    syntaxHighlight: false,
    // The default processor leaves **加粗：**汉字 as plain asterisks, as CommonMark says.
    processor: unified({ remarkPlugins: [remarkCjkFriendly, remarkBlocks], smartypants: false }),
  },
  // The policy is computed from the built pages by scripts/build.mjs and sent by our own server.
  vite: {
    plugins: [
      tailwindcss(),
      {
        // The check fetches its chunks ahead itself; Vite's preload helper would cost more bytes than it saves.
        name: 'no-preload-helper',
        enforce: 'pre',
        configEnvironment: (name) =>
          name === 'client'
            ? { build: { modulePreload: false, rolldownOptions: { output: { codeSplitting: { groups } } } } }
            : undefined,
        load: (id) =>
          id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
      },
    ],
    build: {
      target: browserFloor.esbuild,
      cssTarget: browserFloor.esbuild,
      // Astro's own "use astro:head-inject" marker: one warning for each MDX file otherwise.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
