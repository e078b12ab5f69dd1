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

export default defineConfig({
  site: process.env.ORIGIN ?? 'http://localhost:4321',
  output: 'static', // pages are prerendered; a route opts out with `export const prerender = false`
  adapter: node({ mode: 'middleware' }),
  cacheDir: './.astro/', // one data store for build, dev and Vitest
  trailingSlash: 'ignore',
  i18n: { defaultLocale: 'zh-CN', locales: ['zh-CN', 'en'], routing: { prefixDefaultLocale: false } },
  integrations: [mdx(), react()],
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'always', format: 'directory' },
  markdown: {
    syntaxHighlight: false,
    // The default processor leaves **加粗：**汉字 as plain asterisks, as CommonMark says.
    processor: unified({ remarkPlugins: [remarkCjkFriendly, remarkBlocks], smartypants: false }),
  },
  // The policy is computed from the built pages by scripts/build.mjs and sent by our own server.
  vite: {
    plugins: [tailwindcss()],
    build: {
      target: browserFloor.esbuild,
      cssTarget: browserFloor.esbuild,
      // Chunks are few and fetched ahead by the check itself; the helper would cost more than it saves.
      modulePreload: false,
      minify: 'terser',
      terserOptions: { ecma: 2020, module: true, compress: { passes: 3, pure_getters: true } },
      // Astro's own "use astro:head-inject" marker: one warning for each MDX file otherwise.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
