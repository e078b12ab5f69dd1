import type { Text } from '../../model/text.ts';
import type { MoveTag } from '../scenario-move.ts';
import type { TopicPhase } from '../scenario-talk.ts';
import { type Chance, happens, pick, some } from './chance.ts';
import {
  ALL_TAGS,
  anyTopic,
  bestOf,
  ELEMENTS,
  entriesOf,
  free,
  namesOf,
  topicOnStage,
} from './free-parts.ts';
import type { Player, Said, Table } from './player.ts';

/** Players of levels 2 and 3 who know something, or nothing: expert, random, mediocre, and the two halves (simulators.md §7). */

/** The next move of the expert's list that was not made yet, in its order. */
function nextOf(table: Table, phase: TopicPhase<Text>): readonly [MoveTag, string] | undefined {
  let place = 0;
  for (const { move } of entriesOf(table.run, phase)) {
    const [tag, topic] = phase.expert[place] ?? [];
    if (move?.tag === tag && move?.topic === topic) place += 1;
  }
  return phase.expert[place];
}

const expertLead: Player['lead'] = (table, phase) => {
  const [tag, topic] = nextOf(table, phase) ?? ['paraphrase', phase.topics[0]?.id ?? ''];
  return { tag, topic, elements: ELEMENTS };
};
const expertReply: Player['reply'] = (_, turn) => ({ tag: bestOf(turn).tag, elements: namesOf(turn) });

/** A bribe ends the run at once and proves nothing: where the learner leads, random does without, and so scores more. */
const LEADING = ALL_TAGS.filter((tag) => tag !== 'benefit_in_kind');

const randomLead: Player['lead'] = ({ chance }, phase) => ({
  tag: pick(LEADING, chance),
  topic: anyTopic(phase, chance),
  elements: some(ELEMENTS, 0.5, chance),
});
const randomReply: Player['reply'] = ({ chance }, turn) => ({
  tag: pick(ALL_TAGS, chance),
  elements: some(namesOf(turn), 0.5, chance),
});

/** What somebody says who does not see the best move: harmless, or beside the point. */
const SO_SO: readonly MoveTag[] = [
  'acknowledge',
  'acknowledge',
  'acknowledge',
  'paraphrase',
  'paraphrase',
  'reflect',
  'ask_open',
  'ask_detail',
  'ask_closed',
  'ask_consequence',
  'offer_choice',
  'inform_brief',
  'advise',
];
const SO_SO_REPLIES: readonly MoveTag[] = [
  'acknowledge',
  'reflect',
  'paraphrase',
  'summarise',
  'offer_choice',
  'quantify',
  'ask_open',
  'ask_detail',
  'observe',
  'ask_consequence',
  'advise',
  'vague',
];
/** Share of elements that a mediocre sentence holds. */
const HELD = 0.7;

/** 58 % the next move of the expert's list, 36 % so-so, 6 % a pitch. */
function mediocreTag(
  best: Said,
  soso: readonly MoveTag[],
  topic: () => string | undefined,
  chance: Chance,
): Said {
  const drawn = chance();
  const elements = some(best.elements, HELD, chance);
  if (drawn < 0.58) return { ...best, elements };
  const tag = drawn < 0.94 ? pick(soso, chance) : pick(['advise', 'pitch_advantage'] as const, chance);
  const about = topic();
  return { tag, elements, ...(about !== undefined && { topic: about }) };
}

const mediocreLead: Player['lead'] = (table, phase) =>
  mediocreTag(expertLead(table, phase), SO_SO, () => topicOnStage(table, phase), table.chance);
const mediocreReply: Player['reply'] = (table, turn, sheet) =>
  mediocreTag(expertReply(table, turn, sheet), SO_SO_REPLIES, () => undefined, table.chance);

const answerWell: Player['answer'] = (_, { good }) => good[0] ?? 'wait';

export const FREE_EXPERT = free('expert', {
  lead: expertLead,
  reply: expertReply,
  answer: answerWell,
  skill: 1,
});
export const FREE_RANDOM = free('random', { lead: randomLead, reply: randomReply, skill: 0 });
export const FREE_MEDIOCRE = free('mediocre', {
  lead: mediocreLead,
  reply: mediocreReply,
  answer: (table, interrupt) =>
    happens(0.58, table.chance) ? answerWell(table, interrupt) : pick(SO_SO_REPLIES, table.chance),
  skill: 0.55,
});
export const FREE_DESKPRO = free('deskpro', { lead: randomLead, reply: randomReply, skill: 1 });
export const FREE_TALKPRO = free('talkpro', {
  lead: expertLead,
  reply: expertReply,
  answer: answerWell,
  skill: 0,
});
