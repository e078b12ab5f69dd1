import { randomFrom } from '../../model/random.ts';
import type { Text } from '../../model/text.ts';
import type { Act } from '../act.ts';
import { applyAct, beginRun } from '../engine.ts';
import { interruptOf, isOver, stationOf, taskOf, turnOf } from '../flow.ts';
import { playedOption } from '../forks.ts';
import type { Interrupt } from '../interrupts.ts';
import type { Run, RunPlan } from '../run.ts';
import type { Option, Scenario, Sheet, Turn } from '../scenario.ts';
import type { MoveTag } from '../scenario-move.ts';
import type { TopicPhase } from '../scenario-talk.ts';
import type { Task } from '../scenario-task.ts';
import type { Chance } from './chance.ts';

/** Players that prove a scenario: they play by a rule, read no hidden value of the customer, and need no clock. */

/** What a player has before him. */
export interface Table {
  scenario: Scenario<Text>;
  plan: RunPlan;
  run: Run;
  chance: Chance;
}

/** A move of levels 2 and 3; a topic only where the learner leads. */
export interface Said {
  tag: MoveTag;
  topic?: string;
  elements: readonly string[];
}

export interface Player {
  /** Unique; part of the seed of his draws. */
  id: string;
  /** Level 1: one of the options, as this run's version of the turn marks them. */
  choose(table: Table, options: readonly Option<Text>[], turn: Turn<Text>): Option<Text>;
  /** Levels 2 and 3, the learner leads. */
  lead(table: Table, phase: TopicPhase<Text>): Said;
  /** Levels 2 and 3, the customer leads. */
  reply(table: Table, turn: Turn<Text>, sheet: Sheet<Text>): Said;
  /** Levels 2 and 3, somebody interrupts. */
  answer(table: Table, interrupt: Interrupt<Text>): MoveTag;
  task(table: Table, task: Task<Text>): Act;
}

/** No course is longer; a run that goes on is broken off so that a proof can say so. */
export const MOST_ACTS = 120;

/**
 * One run of a player.
 * @param draw names the draws of the player; forks and interruptions come from the plan's seed.
 */
export function playRun(scenario: Scenario<Text>, plan: RunPlan, player: Player, draw: string): Run {
  const chance = randomFrom(`${player.id}/${scenario.id}/${plan.level}/${draw}`);
  let run = beginRun(scenario, plan);
  while (!isOver(scenario, plan, run) && run.log.length < MOST_ACTS) {
    run = applyAct(scenario, plan, run, actOf(player, { scenario, plan, run, chance }));
  }
  return run;
}

/** What the player does now. */
export function actOf(player: Player, table: Table): Act {
  const { scenario, plan, run } = table;
  const task = taskOf(scenario, plan, run);
  if (task) return player.task(table, task);
  const interrupt = interruptOf(scenario, plan, run);
  if (interrupt) return { type: 'move.make', tag: player.answer(table, interrupt), elements: [] };
  const station = stationOf(scenario, plan, run);
  if (station?.kind === 'talk') {
    const { topic = '', ...said } = player.lead(table, station.phase);
    return { type: 'move.make', ...said, topic };
  }
  const turn = turnOf(scenario, plan, run);
  if (station?.kind !== 'sheet' || !turn) throw new RangeError(`${scenario.id}: nothing to answer`);
  if (plan.level > 1) {
    const { tag, elements } = player.reply(table, turn, station.sheet);
    return { type: 'move.make', tag, elements, turn: turn.id };
  }
  const options = turn.options.map((option) => playedOption(turn, option, plan));
  return { type: 'option.choose', turn: turn.id, option: player.choose(table, options, turn).id };
}
