// Proves one scenario at one level (or its structure) and hands the figures back.
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { parse } from 'yaml';
import { playByHeart } from '#core/simulator/proof/by-heart.ts';
import { expertScores, FULL } from '#core/simulator/proof/measure.ts';
import { proveLimits, structureFlaws } from '#core/simulator/proof/prove.ts';
import { swapFlaws } from '#core/simulator/proof/swap.ts';
import { everyVersion } from '#core/simulator/proof/versions.ts';

const BY_HEART_RUNS = 500;

/** @param {{ path: string, part: 'structure' | 1 | 2 | 3 }} job */
function prove({ path, part }) {
  const scenario = parse(readFileSync(path, 'utf8'));
  if (part === 'structure') {
    const flaws = [...structureFlaws(scenario), ...swapFlaws(scenario, 1, everyVersion(scenario))];
    return { flaws, heart: { scenario: scenario.id, heart: playByHeart(scenario, BY_HEART_RUNS) } };
  }
  const scores = expertScores(scenario, part).map(({ score }) => score);
  const expert = { scenario: scenario.id, level: part, lowest: Math.min(...scores), n: scores.length };
  return { ...proveLimits(scenario, part, FULL), expert };
}

parentPort?.on('message', (job) => parentPort?.postMessage(prove(job)));
