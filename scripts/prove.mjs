// Proves the role-plays of content/scenarios and prints the table of docs/simulators.md: 500 runs of every player (200 of the
// one-tag ones), as written, with all second lines, and as drawn. `npm run prove -- d-a f-b` proves some only.
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { flawLine } from '#core/simulator/proof/flaw.ts';
import { byHeartTable, deviations, levelTable } from '#core/simulator/proof/table.ts';

const folder = new URL('../content/scenarios/', import.meta.url).pathname;
const wanted = process.argv.slice(2);
const paths = ['fab-pitch', 'sales-doctor', 'roi-selling']
  .flatMap((simulator) => readdirSync(join(folder, simulator)).map((name) => join(folder, simulator, name)))
  .filter((path) => wanted.length === 0 || wanted.includes(basename(path, '.yaml')));
if (paths.length === 0) {
  console.error(`No scenario ${wanted.join(', ')} in ${folder}; name ids such as d-a, or none for all.`);
  process.exit(1);
}

/** Jobs in their order; results come back in the same one. */
const jobs = paths.flatMap((path) => ['structure', 1, 2, 3].map((part) => ({ path, part })));
const results = await runAll(jobs);

const flaws = [...new Set(results.flatMap((one) => one.flaws).map(flawLine))];
const rows = results.flatMap((one) => one.rows ?? []);
const experts = results.flatMap((one) => one.expert ?? []);
const hearts = results.flatMap((one) => one.heart ?? []);
console.log(
  'Mean score / share of runs that pass, in per cent. Below each figure: proven (every case), or sampled, n runs.\n',
);
for (const level of /** @type {const} */ ([1, 2, 3])) console.log(`${levelTable(level, rows, experts)}\n`);
console.log(`${byHeartTable(hearts)}\n`);
console.log('Largest deviations from the dossier (mean here, mean there):');
for (const one of deviations(rows).slice(0, 8))
  console.log(`  ${one.scenario} level ${one.level} ${one.player}: ${one.here.toFixed(1)}, ${one.dossier}`);
console.log(
  flaws.length === 0
    ? `\nAll proofs hold for ${paths.length} scenarios, ${rows.reduce((sum, row) => sum + row.sample.n, 0)} runs.`
    : `\n${flaws.length} proofs fail:\n${flaws.join('\n')}`,
);
process.exitCode = flaws.length === 0 ? 0 : 1;

/** @param {object[]} list @returns {Promise<any[]>} */
async function runAll(list) {
  const found = new Array(list.length);
  let next = 0;
  const work = async () => {
    const worker = new Worker(new URL('./prove/worker.mjs', import.meta.url));
    /** @type {{ resolve: (value: any) => void, reject: (reason: unknown) => void } | undefined} */
    let settle;
    worker.on('message', (result) => settle?.resolve(result));
    worker.on('error', (reason) => settle?.reject(reason));
    while (next < list.length) {
      const place = next++;
      found[place] = await new Promise((resolve, reject) => {
        settle = { resolve, reject };
        worker.postMessage(list[place]);
      });
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), list.length) }, work));
  return found;
}
