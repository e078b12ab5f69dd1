import type { Text } from '../../model/text.ts';
import { HONEST_TAGS, LOW_TAGS } from '../moves.ts';
import type { LogEntry, Run } from '../run.ts';
import type { MoveTag, Option, TopicPhase, Turn } from '../scenario.ts';
import { type Chance, happens, pick, some } from './chance.ts';
import { playTask } from './play-task.ts';
import type { Player, Said, Table } from './player.ts';

/** Players of levels 2 and 3: the same rules over moves, topics and elements (simulators.md §7). */

const ALL_TAGS: readonly MoveTag[] = [...HONEST_TAGS, ...LOW_TAGS];

/** Names that a sentence may hold where the learner leads; the table looks at purpose, consent and source. */
const ELEMENTS = [
  'purpose',
  'time',
  'consent',
  'benefit',
  'confidential',
  'source',
  'what',
  'when',
  'who',
  'names',
];

type Parts = Pick<Player, 'lead' | 'reply'> & { skill: number; answer?: Player['answer'] };

/** @param parts.skill of tasks, 0–1. */
function free(id: string, { lead, reply, skill, answer }: Parts): Player {
  return {
    id,
    lead,
    reply,
    answer: answer ?? ((table) => pick(ALL_TAGS, table.chance)),
    task: (table, task) => playTask(table, task, skill),
    choose: () => {
      throw new RangeError(`${id} makes moves of his own; play him at level 2 or 3`);
    },
  };
}

const bestOf = ({ options }: Turn<Text>) =>
  options.find(({ quality }) => quality === 'expert') as Option<Text>;

/** All names that the best sentence of a turn holds. */
const namesOf = (turn: Turn<Text>) => {
  const { elements = [], flags = [] } = bestOf(turn);
  return [...elements, ...flags];
};

const entriesOf = ({ log }: Run, phase: TopicPhase<Text>): readonly LogEntry[] =>
  log.filter(({ stageId, move }) => stageId === phase.id && move !== undefined);

/** The next move of the expert's list that was not made yet, in its order. */
function nextOf(table: Table, phase: TopicPhase<Text>): readonly [MoveTag, string] | undefined {
  let place = 0;
  for (const { move } of entriesOf(table.run, phase)) {
    const [tag, topic] = phase.expert[place] ?? [];
    if (move?.tag === tag && move?.topic === topic) place += 1;
  }
  return phase.expert[place];
}

const anyTopic = (phase: TopicPhase<Text>, chance: Chance) => pick(phase.topics, chance).id;

/** Where two persons come one after the other, seven moves each: a topic of the one on stage, or of nobody. */
function topicOnStage({ run, chance }: Table, phase: TopicPhase<Text>): string {
  if (run.person === undefined) return anyTopic(phase, chance);
  const persons = [...new Set(phase.topics.flatMap(({ by }) => (by ? [by] : [])))];
  const turns = phase.maxTurns / persons.length;
  const by = persons[Math.floor(run.step / turns)];
  return pick(
    phase.topics.filter((topic) => topic.by === undefined || topic.by === by),
    chance,
  ).id;
}

const expertLead: Player['lead'] = (table, phase) => {
  const [tag, topic] = nextOf(table, phase) ?? ['paraphrase', phase.topics[0]?.id ?? ''];
  return { tag, topic, elements: ELEMENTS };
};
const expertReply: Player['reply'] = (_, turn) => ({ tag: bestOf(turn).tag, elements: namesOf(turn) });

const randomLead: Player['lead'] = ({ chance }, phase) => ({
  tag: pick(ALL_TAGS.slice(0, -1), chance),
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
