// `npm run torture`: the story of a lesson in Firefox and WebKitGTK, sudden deaths of Chromium in the middle of a check and
// of a move to an account, and of the server in the middle of saving, on both databases; the faults of docs/faults.md at their full count.
// Options: --only firefox,webkit,deaths,server,faults --deaths 20 --kills 50
import { parseArgs } from 'node:util';
import { ensureChromium } from './browser.mjs';
import { root, run } from './run.mjs';
import { serveBuilt } from './serve-built.mjs';
import { isFresh } from './stamp.mjs';
import { killBoth } from './torture/built-server.mjs';
import { dieAndComeBack } from './torture/deaths.mjs';
import { openFirefox } from './torture/firefox.mjs';
import { fullCounts } from './torture/full-counts.mjs';
import { moveAndDie } from './torture/move-deaths.mjs';
import { ensurePrograms } from './torture/programs.mjs';
import { storyOf } from './torture/story.mjs';
import { openWebKit } from './torture/webkit.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'firefox,webkit,deaths,server,faults' },
    deaths: { type: 'string', default: '20' },
    kills: { type: 'string', default: '50' },
  },
});
const wanted = options.only.split(',');
let failed = 0;

/** Steps build on one another: the first that fails ends an engine's story. @param {() => Promise<import('./torture/driver.mjs').Driver>} open */
async function tell(open) {
  const driver = await open();
  console.log(`\n${driver.name}`);
  try {
    for (const [name, step] of storyOf(driver, site.origin)) {
      const begun = performance.now();
      try {
        await step();
        console.log(`  pass  ${name} (${Math.round(performance.now() - begun)} ms)`);
      } catch (error) {
        failed += 1;
        console.log(`  FAIL  ${name}\n        ${error instanceof Error ? error.message : error}`);
        for (const problem of driver.problems()) console.log(`        ${problem}`);
        return;
      }
    }
  } finally {
    await driver.close();
  }
}

if (!isFresh(root) && (await run('node', ['scripts/build.mjs']))) process.exit(1);
const site = await serveBuilt();
try {
  if (wanted.includes('firefox')) await tell(() => openFirefox(ensurePrograms('firefox')));
  if (wanted.includes('webkit')) await tell(() => openWebKit(ensurePrograms('webkit')));
  if (wanted.includes('deaths')) {
    const { path } = ensureChromium();
    failed += await dieAndComeBack(path, site.origin, Number(options.deaths));
    failed += await moveAndDie(path, site.origin, Number(options.deaths));
  }
  if (wanted.includes('server')) failed += await killBoth(Number(options.kills));
  if (wanted.includes('faults')) failed += await fullCounts(Number(options.kills));
} finally {
  site.stop();
}
console.log(failed ? `\n${failed} failed.` : '\nAll passed.');
process.exit(failed ? 1 : 0);
