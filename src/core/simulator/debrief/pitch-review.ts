import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { Card, PitchOrder, PitchTask } from '../scenario-task.ts';
import { cardOf } from '../task/judge-pitch.ts';
import { resultOf } from '../task/task-result.ts';
import { taskDone } from './task-done.ts';

/** The cards of a pitch; empty places were left empty. */
export interface PitchSet<T> {
  features: readonly Card<T>[];
  advantage?: Card<T>;
  benefits: readonly Card<T>[];
  evidence?: Card<T>;
}

/** What was built beside what would have been best. */
export interface PitchReview<T> {
  task: PitchTask<T>;
  own: PitchSet<T>;
  best: PitchSet<T>;
  limitNamed: boolean;
  order: PitchOrder;
  /** Spoken, or estimated from the cards. */
  seconds: number;
}

export function pitchReview<T>({ stages }: Scenario<T>, run: Run): PitchReview<T> | undefined {
  const task = stages.find((stage): stage is PitchTask<T> => stage.kind === 'pitch');
  const done = taskDone(run, 'pitch.deliver');
  const result = resultOf(done?.entry.result, 'pitch');
  if (!task || !done || !result) return undefined;
  const { best, second } = task;
  return {
    task,
    own: cardsOf(task, done.act.features, done.act.advantage, done.act.benefits, done.act.evidence),
    best: cardsOf(
      task,
      second ? [...new Set([...best.features, second.feature])] : best.features,
      best.advantage,
      second ? [best.benefit, second.benefit] : [best.benefit],
      best.evidence,
    ),
    limitNamed: result.limitNamed,
    order: result.order,
    seconds: Math.round(result.seconds),
  };
}

function cardsOf<T>(
  task: PitchTask<T>,
  features: readonly string[],
  advantage: string | undefined,
  benefits: readonly string[],
  evidence: string | undefined,
): PitchSet<T> {
  const [a, e] = [cardOf(task.advantages, advantage), cardOf(task.evidence, evidence)];
  const named = (ids: readonly string[], pile: readonly Card<T>[]) =>
    ids.flatMap((id) => cardOf(pile, id) ?? []);
  return {
    features: named(features, task.features),
    ...(a && { advantage: a }),
    benefits: named(benefits, task.benefits),
    ...(e && { evidence: e }),
  };
}
