import { QUESTION_TAGS } from '../moves.ts';
import { isAtLeast } from '../reveal.ts';
import type { Run, RunScore } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { PitchTask } from '../scenario-task.ts';
import { dialogueOf, hasCode, hasTag, isAcceptedEntry, needsAlong, taskResult } from '../score/evidence.ts';
import { cardOf } from '../task/judge-pitch.ts';
import { resultOf } from '../task/task-result.ts';
import { HONEST, partsOf } from './criterion-parts.ts';
import { evidenceFor, HURTING, isPitch, LISTENING } from './rubric-evidence.ts';

/**
 * What explains a level better than its own line does. Held down: `unsaid` right on the desk, not said in the meeting ·
 * `so-what` the customer's question stayed without an answer · `listener` one of two got no benefit of his own · `no-benefit` an
 * order of nothing · `dishonest` a figure without source, or something hidden · `guarantee` honest words beside a guarantee ·
 * `thin` too short a talk to tell · `no-need` nothing was stated that a pitch could have jumped at · `hurt` good listening beside
 * words that hurt · `beside` the reply that should have held it all missed what was asked ·
 * `amiss` questions, none of them to the point · `other-benefit` the best evidence, for a benefit that was not given · `sales`
 * turnover entered where profit belongs. Earned another way: `fault` our own fault owned up to first · `fault-consent` and then consent asked.
 */
export type LevelReason =
  | 'unsaid'
  | 'so-what'
  | 'listener'
  | 'no-benefit'
  | 'dishonest'
  | 'thin'
  | 'no-need'
  | 'hurt'
  | 'guarantee'
  | 'beside'
  | 'amiss'
  | 'sales'
  | 'other-benefit'
  | 'fault'
  | 'fault-consent';

/**
 * The reason of a level; undefined where its own line says it.
 * @see shared design: simulators.md, appendix B, the sentences under each table.
 */
export function levelReason<T>(
  scenario: Scenario<T>,
  run: Run,
  { levels }: Pick<RunScore, 'levels'>,
  criterion: string,
): LevelReason | undefined {
  const level = levels[criterion] ?? 0;
  if (criterion === 'prescription' || criterion === 'exec') return besideThePoint(scenario, run, criterion);
  switch (scenario.simulator) {
    case 'fab-pitch':
      return inPitch(scenario, run, levels, criterion, level);
    case 'sales-doctor':
      return criterion === 'opening' ? onOpening(scenario, run, level) : onVisit(run, criterion, level);
    case 'roi-selling':
      return onDesk(run, criterion, level);
  }
}

/** Nothing that counts was said, and the replies that should have held it were not accepted. */
function besideThePoint<T>(scenario: Scenario<T>, run: Run, criterion: string): LevelReason | undefined {
  if (partsOf(scenario, run, criterion)?.said.length !== 0) return undefined;
  return evidenceFor(scenario, run, criterion).some(({ side }) => side === 'against') ? 'beside' : undefined;
}

/** Where a fault of our own waits for an answer, owning up to it opens the visit. */
function onOpening<T>({ ownFault }: Scenario<T>, run: Run, level: number): LevelReason | undefined {
  const owned = dialogueOf(run)
    .slice(0, 2)
    .some((entry) => isAcceptedEntry(entry) && hasTag(entry, 'repair'));
  if (!ownFault || !owned || level < 3) return undefined;
  return level === 4 ? 'fault-consent' : 'fault';
}

/** Accepted moves of the first visit that make it a conversation. */
const ENOUGH_MOVES = 6;

function onVisit(run: Run, criterion: string, level: number): LevelReason | undefined {
  const moves = dialogueOf(run);
  if (criterion === 'nopitch' && level === 1 && !moves.some((entry) => entry.visit === 1 && isPitch(entry))) {
    const accepted = moves.filter((entry) => entry.visit === 1 && isAcceptedEntry(entry));
    return accepted.length < ENOUGH_MOVES ? 'thin' : 'no-need';
  }
  if (criterion !== 'listening' || level > 2) return undefined;
  const listens = moves.some((entry) => isAcceptedEntry(entry) && hasTag(entry, ...LISTENING));
  const hurts = moves.some((entry) => !isAcceptedEntry(entry) && hasTag(entry, ...HURTING));
  return listens && hurts ? 'hurt' : undefined;
}

function onDesk(run: Run, criterion: string, level: number): LevelReason | undefined {
  const desk = taskResult(run, 'desk');
  if (criterion === 'honest') {
    const said = HONEST.filter((one) => run.flags.includes(one));
    if (level === 0 && said.length > 0) return 'guarantee';
    return level === 1 && said.length > 1 && hasCode(run, 'E4', 'E11') ? 'dishonest' : undefined;
  }
  if (criterion === 'arith') return desk?.salesAsProfit ? 'sales' : undefined;
  if (!desk || level !== 2) return undefined;
  const earned: Readonly<Record<string, boolean>> = {
    problem: desk.problem === 'main' && !run.flags.includes('problem_said'),
    baseline: desk.tagShare >= 0.6 - 1e-9 && !run.flags.includes('source_said'),
    range: desk.cases >= 3 && !run.flags.includes('range_said'),
  };
  return earned[criterion] ? 'unsaid' : undefined;
}

function inPitch<T>(
  scenario: Scenario<T>,
  run: Run,
  levels: RunScore['levels'],
  criterion: string,
  level: number,
): LevelReason | undefined {
  if (criterion === 'need')
    return level === 0 && dialogueOf(run).some((entry) => hasTag(entry, ...QUESTION_TAGS))
      ? 'amiss'
      : undefined;
  const pitch = taskResult(run, 'pitch');
  const task = scenario.stages.find((stage): stage is PitchTask<T> => stage.kind === 'pitch');
  if (!pitch || !task) return undefined;
  const isAnswered = run.flags.includes('so_what_answered');
  const benefit = cardOf(task.benefits, pitch.benefit);
  if (criterion === 'evidence') {
    if (level === 1 && pitch.evidence === task.best.evidence) return 'other-benefit';
    return level === 3 && pitch.limitNamed && !isAnswered ? 'so-what' : undefined;
  }
  if (criterion === 'brev') {
    const kept = [pitch.seconds <= 45, pitch.features.length <= 2, pitch.order === 'BAF'].filter(
      Boolean,
    ).length;
    return level === 2 && levels.benefit === 0 && kept > 1 && pitch.seconds <= 70 ? 'no-benefit' : undefined;
  }
  if (criterion !== 'benefit' || benefit?.form !== 'concrete' || benefit.need === undefined) return undefined;
  const at = run.log.findIndex(({ result }) => resultOf(result, 'pitch') !== undefined);
  const step = needsAlong(scenario, run)[at]?.[benefit.need];
  if (level === 2 && pitch.secondServed === false && isAtLeast(step, 'stated')) return 'listener';
  const isTop = scenario.needs.some(({ id, top }) => id === benefit.need && top);
  return level === 3 && isTop && isAtLeast(step, 'confirmed') && !isAnswered ? 'so-what' : undefined;
}
