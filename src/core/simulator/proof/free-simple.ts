import type { MoveTag } from '../scenario-move.ts';
import { pick, some } from './chance.ts';
import { ALL_TAGS, ELEMENTS, entriesOf, free, namesOf, topicOnStage } from './free-parts.ts';
import type { Player } from './player.ts';

/** Players of levels 2 and 3 with a rule that needs no understanding (simulators.md §7). */

/** Tags of a list, whatever was said. */
function habit(id: string, leading: readonly MoveTag[], replying: readonly MoveTag[]): Player {
  return free(id, {
    lead: (table, phase) => ({
      tag: pick(leading, table.chance),
      topic: topicOnStage(table, phase),
      elements: some(ELEMENTS, 0.5, table.chance),
    }),
    reply: ({ chance }, turn) => ({
      tag: pick(replying, chance),
      elements: some(namesOf(turn), 0.5, chance),
    }),
    answer: ({ chance }) => pick(replying, chance),
    skill: 0,
  });
}

const polite = habit(
  'polite',
  ['acknowledge', 'paraphrase', 'reflect', 'summarise', 'offer_choice', 'greet_agenda', 'ask_open'],
  ['acknowledge', 'offer_choice', 'reflect', 'vague', 'summarise', 'paraphrase'],
);
const PUSHY: readonly MoveTag[] = [
  'pitch_feature',
  'pitch_benefit',
  'pitch_advantage',
  'pressure',
  'offer_price_cut',
  'guarantee',
  'propose_next',
  'unsupported_number',
];
const pushy = habit('pushy', PUSHY, PUSHY);

/** The same moves on one topic after the other. */
function inTurns(moves: readonly MoveTag[], held: number): Player['lead'] {
  return ({ run, chance }, phase) => {
    const number = entriesOf(run, phase).length;
    const topic = phase.topics[Math.floor(number / moves.length) % phase.topics.length]?.id ?? '';
    return { tag: moves[number % moves.length] as MoveTag, topic, elements: some(ELEMENTS, held, chance) };
  };
}

const parrot = free('parrot', {
  lead: inTurns(['ask_open', 'paraphrase'], 0.5),
  reply: ({ chance }, turn) => ({ tag: 'paraphrase', elements: some(namesOf(turn), 0.5, chance) }),
  answer: () => 'paraphrase',
  skill: 0,
});

const SWEEP_REPLIES: readonly MoveTag[] = ['disclose', 'prescribe', 'propose_next', 'summarise'];
const sweep = free('sweep', {
  lead: inTurns(['ask_open', 'ask_detail', 'paraphrase'], 1),
  reply: ({ chance }, turn) => ({ tag: pick(SWEEP_REPLIES, chance), elements: namesOf(turn) }),
  answer: ({ chance }) => pick(SWEEP_REPLIES, chance),
  skill: 0,
});

export const FREE_SIMPLE: readonly Player[] = [polite, pushy, parrot, sweep];

export const FREE_ONE_TAG: readonly Player[] = ALL_TAGS.map((tag) =>
  free(`only ${tag}`, {
    lead: ({ run, chance }, phase) => ({
      tag,
      topic: phase.topics[entriesOf(run, phase).length % phase.topics.length]?.id ?? '',
      elements: some(ELEMENTS, 0.5, chance),
    }),
    reply: ({ chance }, turn) => ({ tag, elements: some(namesOf(turn), 0.5, chance) }),
    answer: () => tag,
    skill: 0,
  }),
);
