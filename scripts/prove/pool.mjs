// Proves many scenarios side by side, on all cores: one job per scenario and part, results in the order of the jobs.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/**
 * @typedef {{ path: string, part: 'structure' | 1 | 2 | 3, effort: 'full' | 'quick' }} Job
 * @typedef {import('#core/simulator/proof/flaw.ts').Flaw} Flaw
 * @typedef {import('#core/simulator/proof/measure.ts').Row} Row
 * @typedef {import('#core/simulator/proof/table.ts').ExpertRow} ExpertRow
 * @typedef {{ scenario: string, heart: import('#core/simulator/proof/by-heart.ts').ByHeart }} Heart
 * @typedef {{ path: string, part: Job['part'], flaws: Flaw[], rows?: Row[], expert?: ExpertRow, heart?: Heart }} Proof
 */

/**
 * @param {readonly string[]} paths of scenario files.
 * @param {Job['effort']} effort
 * @returns {Promise<Proof[]>}
 */
export async function proveAll(paths, effort) {
  const parts = /** @type {const} */ (['structure', 1, 2, 3]);
  const jobs = paths.flatMap((path) => parts.map((part) => ({ path, part, effort })));
  /** @type {Proof[]} */
  const proofs = new Array(jobs.length);
  let next = 0;
  const work = async () => {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { execArgv: [] });
    /** @type {{ resolve: (proof: Proof) => void, reject: (reason: unknown) => void } | undefined} */
    let settle;
    worker.on('message', (proof) => settle?.resolve(proof));
    worker.on('error', (reason) => settle?.reject(reason));
    while (next < jobs.length) {
      const place = next++;
      proofs[place] = await new Promise((resolve, reject) => {
        settle = { resolve, reject };
        worker.postMessage(jobs[place]);
      });
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work));
  return proofs;
}
