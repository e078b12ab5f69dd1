// `npm run restore -- <file>`: puts a backup in the place of the data folder's database (docs/operator.md).
import { loadEnv } from './load-env.mjs';
import { root, run } from './run.mjs';
import { isFresh } from './stamp.mjs';

loadEnv();
if (!isFresh(root)) {
  const failed = await run('node', ['scripts/build.mjs']);
  if (failed) process.exit(failed);
}
process.exit(await run('node', ['dist/main.mjs', '--restore', ...process.argv.slice(2)]));
