import { shuffle } from '../model/random.ts';
import { interruptOf, isOver, stationOf, taskOf, turnOf } from './flow.ts';
import { forkOf, playedOption } from './forks.ts';
import { baitAt } from './judge/baits.ts';
import { contradictionAt, secondAt } from './judge/contradiction.ts';
import { findingId } from './reveal.ts';
import type { Aside, Prompt, Run, RunPlan } from './run.ts';
import type { Option, Scenario, Sheet, Turn } from './scenario.ts';
import type { TopicPhase } from './scenario-talk.ts';
import { dealt } from './task/deal.ts';

/** What the learner faces now. Options and cards in an order that scenario, place and seed decide. */
export function promptOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): Prompt<T> {
  if (isOver(scenario, plan, run)) return { kind: 'over', ...(run.ended && { ended: run.ended }) };
  const round = run.log.length + 1;
  const interrupt = interruptOf(scenario, plan, run);
  if (interrupt) return { kind: 'interrupt', line: interrupt.line, round };
  const task = taskOf(scenario, plan, run);
  if (task) return { kind: 'task', task: dealt(task, run, plan.seed), round };
  const station = stationOf(scenario, plan, run);
  const turn = turnOf(scenario, plan, run);
  if (station?.kind === 'sheet' && turn) return turnPrompt(scenario, plan, run, station.sheet, turn);
  if (station?.kind === 'talk') return talkPrompt(scenario, plan, run, station.phase);
  throw new RangeError(
    `${scenario.id}: the run stands at station ${run.stage}, step ${run.step}, where nothing is`,
  );
}

function turnPrompt<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  sheet: Sheet<T>,
  turn: Turn<T>,
): Prompt<T> {
  const fork = forkOf(turn, plan);
  const contradiction = contradictionAt(scenario, plan, run);
  const said = contradiction?.at === turn.id ? contradiction.said : undefined;
  return {
    kind: 'turn',
    sheet,
    turn,
    line: said ?? fork?.line ?? lineOf(turn, run),
    by: turn.by,
    forked: fork !== undefined,
    options: optionsOf(turn, plan),
    ...besides(scenario, plan, run, said !== undefined),
    round: run.log.length + 1,
  };
}

/** At level 1 in the seed's order; at levels 2 and 3 nobody sees them. */
function optionsOf<T>(turn: Turn<T>, plan: RunPlan): readonly Option<T>[] {
  if (plan.level !== 1) return turn.options;
  const options = turn.options.map((option) => playedOption(turn, option, plan));
  return shuffle(options, `${plan.seed}/${turn.id}/options`);
}

/** The other line is said while the finding that the line builds on is not shown. */
function lineOf<T>({ when, alt, line }: Turn<T>, run: Run): T {
  const isShown = when === undefined || Object.hasOwn(run.findings, findingId(when));
  return isShown || alt === undefined ? line : alt;
}

function talkPrompt<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, phase: TopicPhase<T>): Prompt<T> {
  const move = run.step + 1;
  const onTable = baitAt(phase, run, move);
  const by = onTable?.bait.by;
  return {
    kind: 'topics',
    phase,
    move,
    ...(onTable && {
      bait: { index: onTable.index, line: onTable.bait.line, ...(by !== undefined && { by }) },
    }),
    ...besides(scenario, plan, run, false),
    round: run.log.length + 1,
  };
}

/**
 * Level 3: what the second person throws in, and two figures that do not match.
 * @param isSaid the figure is in the customer's own line already.
 */
function besides<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  isSaid: boolean,
): { besides?: readonly Aside<T>[] } {
  const second = secondAt(scenario, plan, run);
  const contradiction = contradictionAt(scenario, plan, run);
  const lines: Aside<T>[] = [
    ...(second ? [{ kind: 'second' as const, by: second.by, name: second.name, line: second.line }] : []),
    ...(contradiction && !isSaid ? [{ kind: 'said' as const, line: contradiction.said }] : []),
    ...(contradiction ? [{ kind: 'shown' as const, line: contradiction.shown }] : []),
  ];
  return lines.length > 0 ? { besides: lines } : {};
}
