import { shuffle } from '../model/random.ts';
import { isOver, stationOf, taskOf, turnOf } from './flow.ts';
import { forkOf, playedOption } from './forks.ts';
import { baitAt } from './judge/baits.ts';
import { findingId } from './reveal.ts';
import type { Prompt, Run, RunPlan } from './run.ts';
import type { Scenario, Sheet, Task, TopicPhase, Turn } from './scenario.ts';

/** What the learner faces now. Options and cards in an order that scenario, place and seed decide. */
export function promptOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): Prompt<T> {
  if (isOver(scenario, plan, run)) return { kind: 'over', ...(run.ended && { ended: run.ended }) };
  const round = run.log.length + 1;
  const { interrupt } = scenario.blocks;
  if (run.aside === 'interrupt' && interrupt) return { kind: 'interrupt', line: interrupt.line, round };
  const task = taskOf(scenario, plan, run);
  if (task) return { kind: 'task', task: dealt(task, run, plan.seed), round };
  const station = stationOf(scenario, plan, run);
  const turn = turnOf(scenario, plan, run);
  if (station?.kind === 'sheet' && turn) return turnPrompt(plan, run, station.sheet, turn, round);
  if (station?.kind === 'talk') return talkPrompt(scenario, plan, run, station.phase, round);
  throw new RangeError(
    `${scenario.id}: the run stands at station ${run.stage}, step ${run.step}, where nothing is`,
  );
}

function turnPrompt<T>(plan: RunPlan, run: Run, sheet: Sheet<T>, turn: Turn<T>, round: number): Prompt<T> {
  const fork = forkOf(turn, plan);
  const options = turn.options.map((option) => playedOption(turn, option, plan));
  return {
    kind: 'turn',
    sheet,
    turn,
    line: fork?.line ?? lineOf(turn, run),
    by: turn.by,
    forked: fork !== undefined,
    options: shuffle(options, `${plan.seed}/${turn.id}/options`),
    round,
  };
}

/** The other line is said while the finding that the line builds on is not shown. */
function lineOf<T>({ when, alt, line }: Turn<T>, run: Run): T {
  const isShown = when === undefined || Object.hasOwn(run.findings, findingId(when));
  return isShown || alt === undefined ? line : alt;
}

function talkPrompt<T>(
  _scenario: Scenario<T>,
  _plan: RunPlan,
  run: Run,
  phase: TopicPhase<T>,
  round: number,
): Prompt<T> {
  const number = run.step + 1;
  const onTable = baitAt(phase, run, number);
  return {
    kind: 'topics',
    phase,
    move: number,
    ...(onTable && {
      bait: {
        index: onTable.index,
        line: onTable.bait.line,
        ...(onTable.bait.by !== undefined && { by: onTable.bait.by }),
      },
    }),
    round,
  };
}

/** A task with its cards mixed; of the data room without what is known already. Spots of a walk stay where they are. */
function dealt<T>(task: Task<T>, run: Run, seed: string): Task<T> {
  const mix = <M>(list: readonly M[], pile: string) => shuffle(list, `${seed}/${task.id}/${pile}`);
  switch (task.kind) {
    case 'pitch':
      return {
        ...task,
        features: mix(task.features, 'features'),
        advantages: mix(task.advantages, 'advantages'),
        benefits: mix(task.benefits, 'benefits'),
        evidence: mix(task.evidence, 'evidence'),
      };
    case 'advert':
      return { ...task, cards: mix(task.cards, 'cards') };
    case 'board':
      return { ...task, causes: mix(task.causes, 'causes') };
    case 'dataroom': {
      const isKnown = (opens: string | undefined) =>
        opens !== undefined && Object.hasOwn(run.findings, findingId(opens));
      return {
        ...task,
        items: mix(
          task.items.filter(({ opens }) => !isKnown(opens)),
          'items',
        ),
      };
    }
    default:
      return task;
  }
}
