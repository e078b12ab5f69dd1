// `npm run backup`: data, signing keys and the list of who was deleted, as three files (docs/operator.md). With the build that is
// there, whatever the sources are by now: building takes minutes and memory beside a server that goes on.
import { existsSync } from 'node:fs';
import { loadEnv } from './load-env.mjs';
import { root, run } from './run.mjs';

loadEnv();
if (!existsSync(`${root}dist/main.mjs`)) {
  const failed = await run('node', ['scripts/build.mjs']);
  if (failed) process.exit(failed);
}
process.exit(await run('node', ['dist/main.mjs', '--backup', ...process.argv.slice(2)]));
