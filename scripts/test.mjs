// Everything a reviewer needs to see pass, in order; stops at the first failure and says how long each suite took.
import { spawnSync } from 'node:child_process';
import { ensureChromium } from './browser.mjs';

const skipsPostgres = process.env.TEST_PG === 'skip';
if (skipsPostgres && process.env.CI === 'true') {
  console.error('TEST_PG=skip is not for CI: without PostgreSQL half of the store is unproven. Unset it.');
  process.exit(1);
}
const { path, from } = ensureChromium();
console.log(`Chromium: ${path} (${from})`);
const env = { ...process.env, PLAYWRIGHT_CHROMIUM: path };

/** One build serves all suites: the unit tests read it too (key leaks, byte budgets, packages used at run time). */
const suites = [
  ['lint', 'biome check --error-on-warnings'],
  ['types of the site', 'astro check --minimumFailingSeverity warning'],
  ['types of the pure core', 'tsc -p src/core/tsconfig.json'],
  ['content', 'node scripts/lint-content.mjs'],
  ['build', 'node scripts/build.mjs'],
  ['unit, content, server', 'vitest run'],
  ['browser', 'playwright test'],
];

const took = [];
for (const [name, line] of suites) {
  console.log(`\n> ${name}: ${line}`);
  const [command, ...args] = line.split(' ');
  const begun = performance.now();
  const done = spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  took.push(`${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s  ${name}`);
  if (done.status !== 0) {
    console.error(`\nFailed in: ${name}`);
    console.error(took.join('\n'));
    process.exit(done.status ?? 1);
  }
}
console.log(`\nAll suites passed.\n${took.join('\n')}`);
if (skipsPostgres) console.log('\nNot tested: PostgreSQL (TEST_PG=skip).');
