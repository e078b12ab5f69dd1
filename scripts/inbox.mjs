// `npm run inbox`: prints the mistakes that learners reported, newest first. -- --all shows those dealt with too, -- --json is
// for programs, -- --done <id> marks one as dealt with. From the sources: reading needs no build, and none under a running server.
import { loadEnv } from './load-env.mjs';
import { run } from './run.mjs';

loadEnv();
process.exit(await run('node', ['src/app.ts', '--inbox', ...process.argv.slice(2)]));
