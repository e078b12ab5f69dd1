// The yardstick of `npm run bench`: the same lesson as a plain Astro + React + XState page, without anything of ours.
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';

export default defineConfig({
  outDir: '../results/peer',
  cacheDir: '../results/peer-cache',
  integrations: [mdx(), react()],
  devToolbar: { enabled: false },
});
