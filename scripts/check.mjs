// Lint and types only: the quick look before a commit.
import { spawnSync } from 'node:child_process';

for (const line of [
  'biome check --error-on-warnings',
  'astro check --minimumFailingSeverity warning',
  'tsc -p src/core/tsconfig.json',
]) {
  const [command, ...args] = line.split(' ');
  const done = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
