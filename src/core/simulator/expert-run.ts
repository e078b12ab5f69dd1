import type { Act } from './act.ts';
import { bestOption } from './debrief/turns.ts';
import { applyAct, beginRun, promptOf } from './engine.ts';
import { interruptOf } from './flow.ts';
import type { Prompt, Run, RunPlan } from './run.ts';
import type { Scenario, Turn } from './scenario.ts';
import type { MoveTag } from './scenario-move.ts';
import type { Block } from './scenario-talk.ts';
import { blocksOfAny, blocksOfTopic, blocksOfTurn, type SentenceBlock } from './sentence.ts';
import { expertTask } from './task/expert-task.ts';

/** Far more than any course is long. */
const MOST_ACTS = 200;

/**
 * The acts of somebody who plays a scenario as its author would: the best reply of every turn as this seed plays it, the
 * expert's list where the learner leads, every task done right. At levels 2 and 3 his sentences are put together from the
 * blocks that a learner finds; nothing is done that a learner could not do.
 * @throws {RangeError} when the run does not end, or a turn has no best reply: an author's mistake.
 */
export function expertRun(scenario: Scenario<string>, plan: RunPlan): Act[] {
  const acts: Act[] = [];
  let run = beginRun(scenario, plan);
  for (;;) {
    const prompt = promptOf(scenario, plan, run);
    if (prompt.kind === 'over') return acts;
    if (acts.length >= MOST_ACTS)
      throw new RangeError(
        `${scenario.id}: the expert is not through after ${MOST_ACTS} acts; shorten the course`,
      );
    const act = expertAct(scenario, plan, run, prompt);
    acts.push(act);
    run = applyAct(scenario, plan, run, act);
  }
}

function expertAct(
  scenario: Scenario<string>,
  plan: RunPlan,
  run: Run,
  prompt: Exclude<Prompt<string>, { kind: 'over' }>,
): Act {
  switch (prompt.kind) {
    case 'turn':
      return reply(scenario, plan, prompt.turn);
    case 'topics':
      return lead(scenario, prompt);
    case 'interrupt': {
      const tag = interruptOf(scenario, plan, run)?.good[0] ?? 'wait';
      return { type: 'move.make', tag, ...said(blocksOfAny(scenario), tag) };
    }
    case 'task':
      return expertTask(scenario, run, prompt.task);
  }
}

function reply(scenario: Scenario<string>, plan: RunPlan, turn: Turn<string>): Act {
  const best = bestOption(turn, plan);
  if (!best) throw new RangeError(`${scenario.id}: turn ${turn.id} has no expert option; mark one`);
  if (plan.level === 1) return { type: 'option.choose', turn: turn.id, option: best.id };
  const { id, tag, topic, elements = [], flags = [] } = best;
  const spoken = said(blocksOfTurn(scenario, turn), tag, [id, `${tag}.${topic}`]);
  return {
    type: 'move.make',
    turn: turn.id,
    tag,
    ...(spoken.block ? spoken : { elements: [...elements, ...flags] }),
  };
}

/** The expert's list, move by move; once it is spent, a next step is proposed. */
function lead(scenario: Scenario<string>, { phase, move }: Extract<Prompt<string>, { kind: 'topics' }>): Act {
  const proposal = ['propose_next', phase.topics[0]?.id ?? ''] as const;
  const [tag, topic] = phase.expert[move - 1] ?? proposal;
  return { type: 'move.make', topic, tag, ...said(blocksOfTopic(scenario, topic), tag) };
}

/** The block for a move, spoken whole: the one of a wanted key, else the first of its tag, else a plain sentence. */
function said(
  blocks: readonly SentenceBlock[],
  tag: MoveTag,
  keys: readonly string[] = [],
): { elements: readonly string[]; block?: string } {
  const own = blocks.find(({ key }) => keys.includes(key)) ?? blocks.find((one) => one.tag === tag);
  return own ? { elements: namesIn(own.block), block: own.key } : { elements: [] };
}

function namesIn(block: Block<string>): string[] {
  return 'slots' in block ? Object.keys(block.slots) : [];
}
