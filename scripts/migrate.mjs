// `npm run migrate`: brings the tables of the database to this release and ends. `npm start` does the same by itself; this is
// for operators of several servers, who do it once before the new release starts anywhere.
import { loadEnv } from './load-env.mjs';
import { root, run } from './run.mjs';
import { isFresh } from './stamp.mjs';

loadEnv();
if (!isFresh(root)) {
  const failed = await run('node', ['scripts/build.mjs']);
  if (failed) process.exit(failed);
}
process.exit(await run('node', ['dist/main.mjs', '--migrate']));
