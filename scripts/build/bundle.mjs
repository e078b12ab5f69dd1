// Bundles src/app.ts with everything of src/ into dist/main.mjs; packages and Node's own modules stay outside.
import { join } from 'node:path';
import { build } from 'vite';

/** @param {string} root @param {string} dist */
export async function bundleServer(root, dist) {
  await build({
    root,
    configFile: false, // Astro's settings are for pages
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: join(root, 'src/app.ts'),
      outDir: dist,
      emptyOutDir: false, // the site is in there
      target: 'node22',
      minify: false, // readable stacks
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'main.mjs', format: 'es' } },
    },
  });
}
