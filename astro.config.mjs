// @ts-check
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import preact from '@astrojs/preact';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { browserFloor } from './scripts/browser-floor.mjs';
import { remarkBlocks } from './src/catalog/remark-blocks.mjs';

/** Code that every role-play needs at once. @param {string} id */
function isPractice(id) {
  return (
    /src\/(client\/run-session|core\/simulator\/|islands\/practice\/)/.test(id) &&
    !/\/(debrief|free-text|expert-run|expert-task|FreeDock|Heard|paint-list|\w+Practice|\w+View\.tsx)/.test(
      id,
    ) &&
    !/\/tasks\/(board|desk|pitch|walk|dataroom)\//.test(id)
  );
}

// Fewer, larger chunks compress better and save hops: what is always loaded together is one file.
const groups = [
  // The first script of a page: before all others, as a group takes along what it imports.
  { name: 'base', priority: 10, test: /src\/client\/place|src\/core\/text\/(fill|points)\.|preload-helper/ },
  // Preact, its renderer and the sign for an icon, on every page with an island; the boards few of them need.
  {
    name: 'views',
    priority: 9,
    test: /node_modules\/(preact|@astrojs\/preact)\/|src\/islands\/board\/Icon/,
  },
  // An order to be made is not in every check; its board comes with the view or the practice that needs it.
  { name: 'boards', priority: 9, test: /src\/islands\/board\/(?!Order|Icon)/ },
  // What every block of a lesson keeps, and what all sorting blocks share.
  { name: 'keeping', test: /src\/islands\/lesson\/(use-practice|keep-text)/ },
  // What the blocks in which somebody writes or rates share.
  {
    name: 'workbench',
    test: /src\/islands\/lesson\/workbench\/(Bench|Field|MarkRow|Slider|use-|typed|workbench)|core\/practice\/kept/,
  },
  { name: 'placing', test: /src\/islands\/lesson\/(Verdict|use-placing|placing|SortPractice)/ },
  // What checks and role-plays share, named so that a role-play's chunk does not take it along.
  {
    name: 'machine',
    priority: 7,
    test: /node_modules\/xstate\/|src\/client\/machine-session|src\/core\/model\/random/,
  },
  {
    name: 'own',
    priority: 8,
    // The lease of tabs too: who syncs needs it on pages without a check, and must not get the machines with it.
    test: /src\/(client\/(record\/(?!merge|transfer)|tab-lease)|core\/model\/(shape|fact\.guard|response\.guard))/,
  },
  {
    name: 'progress',
    priority: 6,
    test: /src\/(core\/progress\/fact-order|islands\/me\/use-record|client\/fetch-json)/,
  },
  // Sums of lessons, worksheets and the figures of a role-play: else every lesson with a sum takes a role-play along.
  { name: 'expression', priority: 8, test: /src\/core\/finance\/expression/ },
  // A role-play from its first line to its last; debrief, tasks and free text are fetched for themselves.
  { name: 'practice', test: isPractice },
];

export default defineConfig({
  site: process.env.ORIGIN ?? 'http://localhost:4321',
  output: 'static', // pages are prerendered; a route opts out with `export const prerender = false`
  adapter: node({ mode: 'middleware', bodySizeLimit: 262_144 }),
  cacheDir: './.astro/', // one data store for build, dev and Vitest
  trailingSlash: 'ignore',
  i18n: { defaultLocale: 'zh-CN', locales: ['zh-CN', 'en'], routing: { prefixDefaultLocale: false } },
  integrations: [mdx(), preact({ compat: true })],
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
            ? {
                build: {
                  modulePreload: false,
                  rolldownOptions: {
                    // An island's file may also hand parts to what it fetches; else each such part is a file of its own.
                    preserveEntrySignatures: 'allow-extension',
                    output: { codeSplitting: { groups } },
                  },
                },
              }
            : undefined,
        load: (id) =>
          id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
      },
      {
        // The renderer offers to fetch a library for signals among an island's props; no island of ours has any.
        name: 'no-signals',
        enforce: 'pre',
        applyToEnvironment: ({ name }) => name === 'client',
        load: (id) => (id.includes('/@preact/signals/') ? 'export const signal = undefined;' : null),
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
