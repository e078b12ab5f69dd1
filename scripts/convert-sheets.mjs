// Turns the turn sheets of the design (Markdown with YAML blocks) and the author's extras into scenario files, once:
// afterwards the files in content/scenarios are the source. `node scripts/convert-sheets.mjs <sheets> <extras> <out>`
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { assemble } from './convert-sheets/assemble.mjs';
import { readSheets } from './convert-sheets/sheets.mjs';
import { scenarioYaml } from './convert-sheets/yaml-out.mjs';

const [sheetFolder, extrasFolder, out, ...only] = process.argv.slice(2);
if (!sheetFolder || !extrasFolder || !out) {
  process.stderr.write('Give three folders: the turn sheets, the extras, and where scenarios go.\n');
  process.exit(1);
}

for (const [id, sheets] of readSheets(sheetFolder)) {
  if (only.length && !only.includes(id)) continue;
  const file = join(extrasFolder, `${id}.yaml`);
  const extras = existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined;
  const { scenario, prose, missing } = assemble(id, sheets, extras);
  const folder = join(out, scenario.simulator);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id}.yaml`), scenarioYaml(scenario, prose));
  process.stdout.write(
    `${id} ${scenario.status}${missing.length ? `, without ${missing.join(', ')}` : ''}\n`,
  );
}
