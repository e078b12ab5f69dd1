import type { Fact, FactOf } from '../model/fact.ts';
import { groupBy, inOrder, ofType } from './fact-order.ts';

export type FinishedRun = FactOf<'scenario.finished'>;

export interface ScoredRun {
  attemptId: string;
  /** 0–100. */
  score: number;
  level: 1 | 2 | 3;
  /** Epoch ms. */
  at: number;
}

export interface ScenarioProgress {
  scenarioId: string;
  /** Finished runs, branches included. */
  runs: number;
  /** The first run that began at the beginning: what one could do without practice. */
  first?: ScoredRun;
  /** The highest score at any level; a branch counts. The earlier one stands when two are equal. */
  best?: ScoredRun;
  /** The same by level, for levels played. */
  levels: readonly { level: 1 | 2 | 3; runs: number; first?: ScoredRun; best: ScoredRun }[];
  /** Epoch ms of the first pass; a branch never passes. */
  passedAt?: number;
  /** Epoch ms of the last finished run. */
  lastAt?: number;
}

/** Was it taken up again from a turn of another run? The first entry of `moves` says so. */
export function isBranch({ moves }: Pick<FinishedRun, 'moves'>): boolean {
  const [plan] = moves;
  return plan?.type === 'run.plan' && plan.branchOf !== undefined;
}

/**
 * What the record says of the role-plays, a fold over facts: any order, any repetition gives the same.
 * @returns one entry for each scenario that has a finished run, by id.
 */
export function scenarioProgress(facts: Iterable<Fact>): Map<string, ScenarioProgress> {
  const byScenario = groupBy(ofType(inOrder(facts), 'scenario.finished'), (run) => run.scenarioId);
  return new Map([...byScenario].map(([scenarioId, runs]) => [scenarioId, foldRuns(scenarioId, runs)]));
}

function foldRuns(scenarioId: string, runs: readonly FinishedRun[]): ScenarioProgress {
  const passed = runs.find((run) => run.passed && !isBranch(run));
  const byLevel = groupBy(runs, ({ level }) => String(level));
  return {
    scenarioId,
    runs: runs.length,
    ...firstAndBest(runs),
    levels: [...byLevel.keys()].sort().flatMap((key) => {
      const own = byLevel.get(key) ?? [];
      const { first, best } = firstAndBest(own);
      return best ? [{ level: best.level, runs: own.length, ...(first && { first }), best }] : [];
    }),
    ...(passed && { passedAt: passed.at }),
    ...(runs.length > 0 && { lastAt: runs[runs.length - 1]?.at ?? 0 }),
  };
}

function firstAndBest(runs: readonly FinishedRun[]): { first?: ScoredRun; best?: ScoredRun } {
  const first = runs.find((run) => !isBranch(run));
  const best = runs.reduce<FinishedRun | undefined>(
    (highest, run) => (!highest || run.score > highest.score ? run : highest),
    undefined,
  );
  return { ...(first && { first: scored(first) }), ...(best && { best: scored(best) }) };
}

const scored = ({ attemptId, score, level, at }: FinishedRun): ScoredRun => ({ attemptId, score, level, at });
