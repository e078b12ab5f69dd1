import type { Text } from '../../model/text.ts';
import type { Act } from '../act.ts';
import { DEFAULT_SEED } from '../default-seed.ts';
import { applyAct, beginRun } from '../engine.ts';
import { turnOf } from '../flow.ts';
import { playedOption } from '../forks.ts';
import { LOW_TAGS, MOVES } from '../moves.ts';
import type { Run, RunPlan } from '../run.ts';
import type { Level, Scenario } from '../scenario.ts';
import { scoreRun } from '../score/score-run.ts';
import { expertSteps, playOn } from './expert-way.ts';
import type { Flaw } from './flaw.ts';
import { drawnLines } from './rank.ts';
import { telling } from './versions.ts';

/** An error never pays, and neither does walking out at once. */

/** Score below which one who leaves at the first step must stay. */
const LEAVING_SCORE = 15;

/**
 * The expert's run with one move swapped for an error, all turns and all errors: at level 1 the options marked so, at levels 2
 * and 3 every move that is an error wherever it is made.
 */
export function swapFlaws(
  scenario: Scenario<Text>,
  level: Level,
  seeds: readonly string[] = level === 1 ? telling(scenario) : [DEFAULT_SEED],
): Flaw[] {
  return seeds.flatMap((seed) => {
    const plan: RunPlan = { level, seed };
    const steps = expertSteps(scenario, plan);
    const whole = scoreRun(scenario, playOn(scenario, plan, beginRun(scenario, plan))).score;
    return steps.flatMap(({ before, act }) =>
      errorsFor(scenario, plan, before, act).flatMap((error) => {
        const { score } = scoreRun(scenario, playOn(scenario, plan, applyAct(scenario, plan, before, error)));
        return score <= whole ? [] : [paid(scenario, plan, before, error, score, whole)];
      }),
    );
  });
}

function errorsFor(scenario: Scenario<Text>, plan: RunPlan, before: Run, act: Act): Act[] {
  if (act.type === 'move.make') {
    return LOW_TAGS.filter((tag) => MOVES[tag].danger).map((tag) => ({ ...act, tag }));
  }
  const turn = act.type === 'option.choose' ? turnOf(scenario, plan, before) : undefined;
  if (!turn) return [];
  return turn.options
    .filter((option) => playedOption(turn, option, plan).quality === 'error')
    .map(({ id }) => ({ type: 'option.choose', turn: turn.id, option: id }));
}

function paid(
  scenario: Scenario<Text>,
  plan: RunPlan,
  before: Run,
  error: Act,
  score: number,
  whole: number,
): Flaw {
  const move = error.type === 'option.choose' ? `option ${error.option}` : `move ${before.log.length + 1}`;
  const turn = 'turn' in error && error.turn !== undefined ? error.turn : 'the conversation';
  const tag = error.type === 'move.make' ? ` (${error.tag})` : '';
  return {
    scenario: scenario.id,
    place: `level ${plan.level}, ${turn} ${move}${tag}, ${drawnLines(scenario, plan.seed)}`,
    what: `this error in place of the best move lifts the score from ${whole} to ${score}`,
    remedy: 'take from it what only the best move should bring: flags, elements, opens, commit',
  };
}

export function leaveFlaws(scenario: Scenario<Text>, level: Level): Flaw[] {
  const plan: RunPlan = { level, seed: DEFAULT_SEED };
  const left = applyAct(scenario, plan, beginRun(scenario, plan), { type: 'run.leave' });
  const { score } = scoreRun(scenario, left);
  if (score < LEAVING_SCORE) return [];
  return [
    {
      scenario: scenario.id,
      place: `level ${level}, leaving at the first step`,
      what: `scores ${score}, below ${LEAVING_SCORE} is due`,
      remedy: 'let the first line open less by itself',
    },
  ];
}
