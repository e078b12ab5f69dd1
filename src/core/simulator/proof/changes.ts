import type { Text } from '../../model/text.ts';
import type { Act, ActOf } from '../act.ts';
import { stationOf, turnOf } from '../flow.ts';
import { LOW_TAGS } from '../moves.ts';
import type { Run, RunPlan } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { MoveTag } from '../scenario-move.ts';
import type { TopicPhase } from '../scenario-talk.ts';

/** Moves that turn a conversation: all that harm, and those that ask for a next step or bare an interest. */
const TURNS: readonly MoveTag[] = [...LOW_TAGS, 'propose_next', 'disclose', 'repair'];

/** What else could have been done in an act's place; of tasks nothing. */
export function otherActs(scenario: Scenario<Text>, plan: RunPlan, before: Run, act: Act): Act[] {
  if (act.type === 'option.choose') {
    const options = turnOf(scenario, plan, before)?.options ?? [];
    return options.filter(({ id }) => id !== act.option).map(({ id }) => ({ ...act, option: id }));
  }
  if (act.type !== 'move.make') return [];
  const others = TURNS.filter((tag) => tag !== act.tag).map((tag) => ({ ...act, tag }));
  const shorter = act.turn === undefined ? [] : shortened(act);
  const station = stationOf(scenario, plan, before);
  const asked = station?.kind === 'talk' ? askedFor(station.phase, act) : [];
  return [...others, ...shorter, ...asked];
}

/** The same sentence without one of its parts, and with none. */
function shortened(act: ActOf<'move.make'>): Act[] {
  const without = act.elements.map((part) => act.elements.filter((one) => one !== part));
  return [...without, []].map((elements) => ({ ...act, elements }));
}

/** Whatever makes the customer say one of his lines. */
function askedFor({ reveals, topics }: TopicPhase<Text>, act: ActOf<'move.make'>): Act[] {
  const asked = reveals.flatMap(({ tags, topic }) =>
    tags.flatMap((tag) =>
      topics
        .filter(({ id }) => topic === 'any' || topic === id)
        .map(({ id }) => ({ ...act, tag, topic: id })),
    ),
  );
  const key = ({ tag, topic }: ActOf<'move.make'>) => `${tag}/${topic}`;
  return [...new Map(asked.map((one) => [key(one), one])).values()];
}
