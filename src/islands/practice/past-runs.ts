import type { Fact } from '#core/model/fact.ts';
import { inOrder, ofType } from '#core/progress/fact-order.ts';
import type { FinishedRun } from '#core/progress/scenario-progress.ts';
import type { Act } from '#core/simulator/act.ts';
import type { Level } from '#core/simulator/scenario.ts';
import { SIMULATOR_MACHINE } from '#core/simulator/simulator.machine.ts';

/** A finished run of one's own, as its fact tells it. */
export interface PastRun {
  attemptId: string;
  /** Epoch ms. */
  at: number;
  level: Level;
  seed: string;
  score: number;
  passed: boolean;
  ending: string;
  selfRating: Readonly<Record<string, number>>;
  branchOf?: { attemptId: string; acts: number };
  prep: readonly string[];
  acts: readonly Act[];
  /** Played on this revision with this engine: it can be shown again, word for word. */
  replayable: boolean;
}

/** The finished runs of one scenario, the oldest first. */
export function pastRuns(facts: Iterable<Fact>, scenarioId: string, revision: string): PastRun[] {
  return ofType(inOrder(facts), 'scenario.finished')
    .filter((run) => run.scenarioId === scenarioId)
    .map((run) => toPastRun(run, revision));
}

function toPastRun(run: FinishedRun, revision: string): PastRun {
  const { attemptId, at, level, seed, score, passed, ending, selfRating, moves } = run;
  const [plan, ...acts] = moves as [{ prep?: string[]; branchOf?: PastRun['branchOf'] }?, ...Act[]];
  return {
    ...{ attemptId, at, level, seed, score, passed, ending, selfRating, acts },
    ...(plan?.branchOf && { branchOf: plan.branchOf }),
    prep: plan?.prep ?? [],
    replayable: run.scenarioRevision === revision && run.engine === SIMULATOR_MACHINE,
  };
}
