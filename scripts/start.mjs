// `npm start`: builds when the sources have changed since the last build, then serves in this process, so that a signal
// ends the server itself. Arguments (--lan) are read by the server.
import { loadEnv } from './load-env.mjs';
import { root, run } from './run.mjs';
import { isFresh } from './stamp.mjs';

loadEnv();
if (!isFresh(root)) {
  // In a process of its own: the build takes some hundred MB, which the server then does not hold.
  const failed = await run('node', ['scripts/build.mjs']);
  if (failed) process.exit(failed);
}
await import(new URL('../dist/main.mjs', import.meta.url).href);
