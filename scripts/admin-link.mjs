// `npm run admin:link`: prints a new link, good once within a day, by which whoever opens it becomes an admin. Beside a
// server that may be running, with its settings; from the sources, as scripts/inbox.mjs.
import { loadEnv } from './load-env.mjs';
import { run } from './run.mjs';

loadEnv();
process.exit(await run('node', ['src/app.ts', '--admin-link', ...process.argv.slice(2)]));
