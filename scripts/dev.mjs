// `npm run dev`: pages with instant reload. No content security policy, no /healthz and no slash redirects here:
// those belong to our own server, see them with `npm start`.
import { run } from './run.mjs';

const { HOST = 'localhost', PORT = '4321' } = process.env;
process.exit(await run('astro', ['dev', '--host', HOST, '--port', PORT, ...process.argv.slice(2)]));
