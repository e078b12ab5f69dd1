import type { FactOf } from '../model/fact.ts';
import { isListOf, isRecord } from '../model/shape.ts';
import { isAct } from '../simulator/act.guard.ts';
import { drawScenario, type PublishedWritten } from '../simulator/figures/draw-scenario.ts';
import { isOver } from '../simulator/flow.ts';
import { isUsableScenario } from '../simulator/scenario.guard.ts';
import type { SimulatorPlan } from '../simulator/simulator.events.ts';
import { ENGINE, outcomeOf, replay } from '../simulator/simulator.rules.ts';
import { compare, judged, unknown, type Verdict } from './verdict.ts';

type Finished = FactOf<'scenario.finished'>;

/**
 * Play a run again from its moves.
 * @param written the revision the fact names, in one language; undefined = nobody here has it.
 */
export function rescoreRun(fact: Finished, written: PublishedWritten<string> | undefined): Verdict {
  const { scenarioId, scenarioRevision, engine, level, seed, attemptId, language } = fact;
  if (engine !== ENGINE) return unknown(`engine ${engine}`);
  const scenario = written && drawScenario(written, seed);
  if (!scenario || !isUsableScenario(scenario)) return unknown(`scenario ${scenarioId} ${scenarioRevision}`);
  const [head, ...acts] = fact.moves;
  if (!isPlan(head) || !isListOf(acts, isAct)) return unplayable('no run begins or goes on like this');
  const { branchOf } = head;
  const plan: SimulatorPlan = { attemptId, scenario, language, level, seed, ...(branchOf && { branchOf }) };
  const run = replay(plan, acts);
  if (!run) return unplayable('a move that is not acceptable in its place');
  if (!isOver(scenario, plan, run)) return unplayable('the run is not over after these moves');
  const { score, ending, passed } = outcomeOf(plan, run);
  return judged([
    compare('score', score.score, fact.score),
    compare(
      'codes',
      score.codes.map(({ code }) => code),
      fact.codes,
    ),
    compare('ending', ending, fact.ending),
    compare('passed', passed, fact.passed),
  ]);
}

/** The first move of a fact is no act: it says how the run began. */
function isPlan(value: unknown): value is { branchOf?: SimulatorPlan['branchOf'] } {
  if (!isRecord(value) || value.type !== 'run.plan') return false;
  return value.branchOf === undefined || isRecord(value.branchOf);
}

const unplayable = (why: string): Verdict =>
  judged([{ field: 'moves', expected: 'moves that play the scenario to its end', given: why }]);
