import type { ActOf } from '#core/simulator/act.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { PitchOrder, PitchTask } from '#core/simulator/scenario-task.ts';
import type { Pace } from './use-clock.ts';

/** A part that was looked at and left out on purpose. */
export const SKIPPED = '';
export const MAX_FEATURES = 3;

export interface PitchDraft {
  kind: 'pitch';
  features: string[];
  /** Card id, or `SKIPPED`; absent = not decided. */
  parts: { advantage?: string; evidence?: string };
  /** Listener (a person's id, or `''` for the only one) → card id. */
  benefits: Record<string, string>;
  limit: boolean;
  order: PitchOrder | '';
  pace: Pace;
  /** Ready to be spoken. */
  spoken: boolean;
}

export const START: PitchDraft = {
  kind: 'pitch',
  features: [],
  parts: {},
  benefits: {},
  limit: false,
  order: '',
  pace: 'normal',
  spoken: false,
};

/** @returns the listeners, in the order of the scenario: one without a name, or those whose needs are at stake. */
export function listenersOf(
  task: PitchTask<string>,
  scenario: Pick<Scenario, 'needs' | 'persons'>,
): { id: string; name?: string }[] {
  if (!task.second) return [{ id: '' }];
  const owners = new Set(scenario.needs.map((need) => need.person));
  return scenario.persons.filter((person) => owners.has(person.id)).map(({ id, name }) => ({ id, name }));
}

export type Role = 'feature' | 'advantage' | 'benefit' | 'evidence' | 'limit';

/** @returns what will be said, line by line, in the chosen order. Empty while nothing is chosen. */
export function spokenLines(
  task: PitchTask<string>,
  draft: PitchDraft,
  listeners: readonly { id: string }[],
): { role: Role; text: string }[] {
  const cards = [...task.features, ...task.advantages, ...task.benefits, ...task.evidence];
  const line = (role: Role, id: string | undefined) => {
    const card = cards.find((one) => one.id === id);
    return card ? [{ role, text: card.text }] : [];
  };
  const parts = {
    F: task.features
      .filter((card) => draft.features.includes(card.id))
      .flatMap((card) => line('feature', card.id)),
    A: line('advantage', draft.parts.advantage),
    B: benefitsOf(draft, listeners).flatMap((id) => line('benefit', id)),
  };
  const order = (draft.order || 'FAB').split('') as ('F' | 'A' | 'B')[];
  const said = [...order.flatMap((part) => parts[part]), ...line('evidence', draft.parts.evidence)];
  return draft.limit && said.length > 0 ? [...said, { role: 'limit', text: task.limit }] : said;
}

/** One line said to two listeners is said once. */
const benefitsOf = (draft: PitchDraft, listeners: readonly { id: string }[]): string[] => [
  ...new Set(listeners.flatMap((listener) => draft.benefits[listener.id] || [])),
];

/** @returns the choice as an act; without `seconds` its time is estimated from the cards. */
export function deliver(
  task: PitchTask<string>,
  draft: PitchDraft,
  listeners: readonly { id: string }[],
  seconds?: number,
): ActOf<'pitch.deliver'> {
  const { advantage, evidence } = draft.parts;
  return {
    type: 'pitch.deliver',
    features: task.features.map((card) => card.id).filter((id) => draft.features.includes(id)),
    ...(advantage && { advantage }),
    benefits: benefitsOf(draft, listeners),
    ...(evidence && { evidence }),
    limitNamed: draft.limit,
    order: draft.order || 'FAB',
    ...(seconds !== undefined && { seconds: Math.round(seconds * 10) / 10 }),
  };
}
