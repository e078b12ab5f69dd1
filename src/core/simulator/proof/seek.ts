import type { Text } from '../../model/text.ts';
import type { Act } from '../act.ts';
import { DEFAULT_SEED } from '../default-seed.ts';
import { applyAct, beginRun } from '../engine.ts';
import { stationOf, taskOf } from '../flow.ts';
import { findingId, isAtLeast } from '../reveal.ts';
import type { Run, RunPlan } from '../run.ts';
import type { Level, Scenario } from '../scenario.ts';
import type { MoveTag } from '../scenario-move.ts';
import type { TopicPhase } from '../scenario-talk.ts';
import { expertTask } from '../task/expert-task.ts';
import { trustOf } from '../values.ts';
import { playOn } from './expert-way.ts';

/** Looking for a way to a line that the customer only says when he trusts enough and something else is known before. */

/** States kept after every move: those that trust most and know most of what is asked for. */
const KEPT = 12;
/** What one thing known of those asked for is worth in trust. */
const KNOWN_WORTH = 20;

/** Moves that win trust or take up what was said. */
const WARM: readonly MoveTag[] = [
  'greet_agenda',
  'repair',
  'paraphrase',
  'reflect',
  'summarise',
  'acknowledge',
  'offer_choice',
  'disclose',
  'inform_brief',
  'wait',
  'refuse_kindly',
  'ask_consequence',
  'ask_payoff',
];

/** A run, played to its end, in which the customer says this line; `undefined` when none was found. */
export function seekReveal(scenario: Scenario<Text>, level: Level, line: number): Run | undefined {
  const plan = { level, seed: DEFAULT_SEED };
  const phase = scenario.topicPhase;
  if (!phase) return undefined;
  const moves = movesOf(phase);
  const isSaid = (run: Run) => run.log.some(({ said }) => said?.includes(line));
  let kept = [reach(scenario, plan, beginRun(scenario, plan))];
  for (let number = 0; number < phase.maxTurns && kept.length > 0; number += 1) {
    const next = kept.flatMap((run) => moves.map((act) => tryAct(scenario, plan, run, act)));
    const found = next.find((run) => run && isSaid(run));
    if (found) return playOn(scenario, plan, found);
    kept = best(next, (run) => worthOf(phase, run, line));
  }
  return undefined;
}

/** Every way to make him say something, and every warm word on every topic; each once. */
function movesOf({ reveals, topics }: TopicPhase<Text>): Act[] {
  const asked = reveals.flatMap(({ tags, topic }) =>
    topics
      .filter(({ id }) => topic === 'any' || topic === id)
      .flatMap(({ id }) => tags.map((tag) => `${tag}/${id}`)),
  );
  const warm = WARM.flatMap((tag) => topics.map(({ id }) => `${tag}/${id}`));
  return [...new Set([...asked, ...warm])].map((key) => {
    const [tag = '', topic = ''] = key.split('/');
    return { type: 'move.make', tag: tag as MoveTag, topic, elements: ['purpose', 'consent', 'source'] };
  });
}

/** The run after the act, still in the conversation; a task that opens meanwhile is done. */
function tryAct(scenario: Scenario<Text>, plan: RunPlan, run: Run, act: Act): Run | undefined {
  const next = reach(scenario, plan, applyAct(scenario, plan, run, act));
  const isTalking = next.ended === undefined && stationOf(scenario, plan, next)?.kind === 'talk';
  return isTalking || next.log.at(-1)?.said?.length ? next : undefined;
}

function reach(scenario: Scenario<Text>, plan: RunPlan, run: Run): Run {
  const task = run.ended === undefined ? taskOf(scenario, plan, run) : undefined;
  return task ? applyAct(scenario, plan, run, expertTask(scenario, run, task)) : run;
}

function worthOf({ reveals }: TopicPhase<Text>, run: Run, line: number): number {
  const after = reveals[line]?.after ?? [];
  const isKnown = (name: string) =>
    name.startsWith('need.')
      ? isAtLeast(run.needs[name.slice('need.'.length)], 'stated')
      : Object.hasOwn(run.findings, findingId(name));
  const { ability, benevolence, integrity, patience } = run.values;
  const trust = trustOf(run.values) + (ability + benevolence + integrity) / 1000;
  return trust + KNOWN_WORTH * after.filter(isKnown).length + Math.min(0, patience - 20);
}

/** The most worthy ones that still talk, no two alike in what they know and trust. */
function best(runs: readonly (Run | undefined)[], worth: (run: Run) => number): Run[] {
  const alive = runs.flatMap((run) => (run?.ended === undefined && run ? [{ run, worth: worth(run) }] : []));
  alive.sort((a, b) => b.worth - a.worth);
  const unlike = alive.filter((one, index) => index === 0 || one.worth !== alive[index - 1]?.worth);
  return unlike.slice(0, KEPT).map(({ run }) => run);
}
