// Proves the role-plays of content/scenarios and prints the table of docs/simulators.md: 500 runs of every player (200 of the
// one-tag ones), as written, with all second lines, and as drawn. `npm run prove -- d-a f-b` proves some only.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { drawScenario } from '#core/simulator/figures/draw-scenario.ts';
import { localise } from '#core/simulator/localise.ts';
import { flawLine } from '#core/simulator/proof/flaw.ts';
import { byHeartTable, deviations, levelTable } from '#core/simulator/proof/table.ts';
import { spokenOptions, tellLine, wordingTells } from '#core/simulator/proof/wording.ts';
import { proveAll } from './prove/pool.mjs';

const folder = new URL('../content/scenarios/', import.meta.url).pathname;
const wanted = process.argv.slice(2);
const paths = ['fab-pitch', 'sales-doctor', 'roi-selling']
  .flatMap((simulator) => readdirSync(join(folder, simulator)).map((name) => join(folder, simulator, name)))
  .filter((path) => wanted.length === 0 || wanted.includes(basename(path, '.yaml')));
if (paths.length === 0) {
  console.error(`No scenario ${wanted.join(', ')} in ${folder}; name ids such as d-a, or none for all.`);
  process.exit(1);
}

const results = await proveAll(paths, 'full');
const flaws = [...new Set(results.flatMap((one) => one.flaws).map(flawLine)), ...tells()];
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

/** Words, marks and endings that give best options away, all scenarios of a simulator together. */
function tells() {
  const scenarios = paths.map((path) => drawScenario(parse(readFileSync(path, 'utf8')), DEFAULT_SEED));
  return [...new Set(scenarios.map(({ simulator }) => simulator))].flatMap((simulator) =>
    /** @type {const} */ (['zh', 'en']).flatMap((language) => {
      const own = scenarios
        .filter((one) => one.simulator === simulator)
        .map((one) => localise(one, language));
      return wordingTells(spokenOptions(own), language).map(
        (tell) => `${simulator} ${language}: ${tellLine(tell)}`,
      );
    }),
  );
}
