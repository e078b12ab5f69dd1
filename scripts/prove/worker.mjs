// Proves one part of one scenario: its structure, or the players of a level.
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { parse } from 'yaml';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { drawScenario } from '#core/simulator/figures/draw-scenario.ts';
import { playByHeart } from '#core/simulator/proof/by-heart.ts';
import { drawnFlaws } from '#core/simulator/proof/drawn.ts';
import { FULL, QUICK } from '#core/simulator/proof/measure.ts';
import { proveLimits, structureFlaws } from '#core/simulator/proof/prove.ts';
import { swapFlaws } from '#core/simulator/proof/swap.ts';
import { everyVersion } from '#core/simulator/proof/versions.ts';

const BY_HEART_RUNS = 500;

/** @param {import('./pool.mjs').Job} job @returns {import('./pool.mjs').Proof} */
function prove({ path, part, effort }) {
  const written = parse(readFileSync(path, 'utf8'));
  const scenario = drawScenario(written, DEFAULT_SEED);
  const at = { path, part };
  if (part !== 'structure')
    return { ...at, ...proveLimits(scenario, part, effort === 'full' ? FULL : QUICK) };
  const flaws = [...structureFlaws(scenario), ...drawnFlaws(written)];
  if (effort === 'quick') return { ...at, flaws };
  const heart = { scenario: scenario.id, heart: playByHeart(scenario, BY_HEART_RUNS) };
  return { ...at, flaws: [...flaws, ...swapFlaws(scenario, 1, everyVersion(scenario))], heart };
}

parentPort?.on('message', (job) => parentPort?.postMessage(prove(job)));
