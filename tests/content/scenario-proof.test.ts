import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flawLine } from '#core/simulator/proof/flaw.ts';
import { levelTable } from '#core/simulator/proof/table.ts';
import { type Proof, proveAll } from '../../scripts/prove/pool.mjs';
import { readScenarios, scenarioFolder } from './scenario-files.ts';

/** Slow machines share their cores. */
const PATIENCE_MS = 300_000;
const LEVELS = [1, 2, 3] as const;

const files = readScenarios().map(({ simulator, name, scenario }) => ({
  id: scenario.id,
  path: join(scenarioFolder, simulator, name),
}));
let proofs: Proof[] = [];

/** All cores at once, outside the runner: some 90,000 runs. */
beforeAll(async () => {
  proofs = await proveAll(
    files.map(({ path }) => path),
    'quick',
  );
}, PATIENCE_MS);

/** What was counted in full says proven, the rest how many runs were played. */
afterAll(() => {
  const rows = proofs.flatMap((proof) => proof.rows ?? []);
  const experts = proofs.flatMap((proof) => proof.expert ?? []);
  for (const level of LEVELS) console.log(`\n${levelTable(level, rows, experts)}`);
});

const found = (path: string, part: Proof['part']) => {
  const proof = proofs.find((one) => one.path === path && one.part === part);
  if (!proof) throw new Error(`${path} was not proven at ${part}`);
  return proof;
};

/** An author who breaks a role-play reads which node, what is wrong with it, and what to write. */
describe.each(files)('$id', ({ path }) => {
  test('everything can be met and earned, every way ends, better play scores better, figures have sources', () => {
    expect(found(path, 'structure').flaws.map(flawLine)).toEqual([]);
  });

  test.each(LEVELS)(
    'level %i: whoever plays by a rule without listening does not pass, and the expert does',
    (level) => {
      const { flaws, rows, expert } = found(path, level);
      expect(flaws.map(flawLine)).toEqual([]);
      expect(expert?.lowest).toBeGreaterThanOrEqual(85);
      expect(rows?.length).toBeGreaterThan(15);
    },
  );
});
