import type { ActOf } from '../act.ts';
import type { Scenario } from '../scenario.ts';
import type { ErrorCode } from '../scenario-move.ts';
import type { Card, PitchTask } from '../scenario-task.ts';
import { estimateSeconds } from './pitch-seconds.ts';
import type { PitchResult } from './task-result.ts';

/** Judge what was put into a pitch. The codes of its cards count when it is delivered. */
export function judgePitch<T>(
  scenario: Scenario<T>,
  task: PitchTask<T>,
  act: ActOf<'pitch.deliver'>,
): PitchResult {
  const { features, advantage, evidence, limitNamed, order } = act;
  const benefit = mainBenefit(scenario, task, act.benefits);
  return {
    kind: 'pitch',
    features,
    ...(advantage && { advantage }),
    ...(benefit && { benefit }),
    ...(evidence && { evidence }),
    limitNamed,
    order,
    seconds: act.seconds ?? estimateSeconds(task, act),
    ...(task.second && { secondServed: isSecondServed(scenario, task, act.benefits, benefit) }),
    codes: codesOf(task, act),
  };
}

/** The benefit of the listener whom the task's best choice serves, else the first chosen. */
function mainBenefit<T>(
  scenario: Scenario<T>,
  task: PitchTask<T>,
  benefits: readonly string[],
): string | undefined {
  const served = listenerOf(scenario, task, task.best.benefit);
  return (
    benefits.find((id) => served !== undefined && listenerOf(scenario, task, id) === served) ?? benefits[0]
  );
}

function isSecondServed<T>(
  scenario: Scenario<T>,
  task: PitchTask<T>,
  benefits: readonly string[],
  main: string | undefined,
): boolean {
  const second = listenerOf(scenario, task, task.second?.benefit);
  return benefits.some(
    (id) =>
      id !== main &&
      cardOf(task.benefits, id)?.form === 'concrete' &&
      listenerOf(scenario, task, id) === second,
  );
}

/** Whose need a benefit answers. */
function listenerOf<T>({ needs }: Scenario<T>, task: PitchTask<T>, benefit: string | undefined) {
  const need = cardOf(task.benefits, benefit)?.need;
  return needs.find(({ id }) => id === need)?.person;
}

/** A card of a pile by its id. */
export function cardOf<T>(cards: readonly Card<T>[], id: string | undefined): Card<T> | undefined {
  return cards.find((card) => card.id === id);
}

function codesOf<T>(task: PitchTask<T>, act: ActOf<'pitch.deliver'>): ErrorCode[] {
  const cards = [
    ...act.features.map((id) => cardOf(task.features, id)),
    cardOf(task.advantages, act.advantage),
    ...act.benefits.map((id) => cardOf(task.benefits, id)),
    cardOf(task.evidence, act.evidence),
  ];
  return cards.flatMap((card) => (card?.code ? [card.code] : []));
}
