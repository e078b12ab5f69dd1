import { unquoted } from '../text/unquoted.ts';
import type { Act } from './act.ts';
import type { Option, Scenario, Turn } from './scenario.ts';
import type { MoveWordsFile } from './scenario-file.ts';
import type { MoveTag } from './scenario-move.ts';
import type { Block } from './scenario-talk.ts';

/** A sentence that a learner can build his move from (levels 2 and 3). */
export interface SentenceBlock {
  /** As acts name it: `tag.topic`, `tag.any` or an option id. */
  key: string;
  tag: MoveTag;
  block: Block<string>;
}

type MoveMade = Extract<Act, { type: 'move.make' }>;

const HAN = /\p{Script=Han}/u;
const ASKS_ZH = /[吗呢么]$|(行不行|好不好|可以不|对不对|是不是|多少|哪[一个里儿]?|怎么样|什么)$/;
const ASKS_EN = /^(is|are|may|shall|can|could|do|does|did|would|will|which|what|how|who|where|when)\b/i;

/** Blocks of one topic of a conversation that the learner leads; those of any topic last. */
export function blocksOfTopic({ topicPhase }: Scenario<string>, topic: string): SentenceBlock[] {
  return blocksFor(topicPhase?.blocks ?? {}, [topic]);
}

/** Blocks for a turn that the customer leads: its own, else those of the topics its options are about. */
export function blocksOfTurn({ blocks }: Scenario<string>, turn: Turn<string>): SentenceBlock[] {
  const own = blocks.byTurn?.[turn.id];
  if (!own) return blocksFor(blocks.byTopic ?? {}, [...new Set(turn.options.map(({ topic }) => topic))]);
  return turn.options.flatMap((option: Option<string>) => {
    const block = own[option.id];
    return block ? [{ key: option.id, tag: option.tag, block }] : [];
  });
}

/** Blocks that fit any topic, for an interruption. */
export function blocksOfAny({ blocks, topicPhase }: Scenario<string>): SentenceBlock[] {
  return blocksFor({ ...topicPhase?.blocks, ...blocks.byTopic }, []);
}

function blocksFor(
  blocks: Readonly<Record<string, Block<string>>>,
  topics: readonly string[],
): SentenceBlock[] {
  return [...topics, 'any'].flatMap((topic) =>
    Object.entries(blocks)
      .filter(([key]) => key.endsWith(`.${topic}`))
      .map(([key, block]) => ({ key, tag: key.slice(0, key.indexOf('.')) as MoveTag, block })),
  );
}

/**
 * A block as a sentence.
 * @param elements names of the slots it is to hold, in any order; a block of one text ignores them.
 * @returns the sentence with its closing mark; empty when no slot is wanted.
 */
export function composed(block: Block<string>, elements: readonly string[]): string {
  if ('text' in block) return block.text;
  const parts = Object.entries(block.slots).flatMap(([name, text]) =>
    elements.includes(name) ? [text] : [],
  );
  const last = parts.at(-1);
  if (last === undefined) return '';
  const isHan = HAN.test(last);
  const joined = parts.join(isHan ? '，' : ', ');
  if (/[。？！?!.]$/.test(joined)) return joined;
  if (isHan) return `${joined}${ASKS_ZH.test(last) ? '？' : '。'}`;
  const sentence = `${joined.charAt(0).toUpperCase()}${joined.slice(1)}`;
  return `${sentence}${ASKS_EN.test(last) ? '?' : '.'}`;
}

/** The plain sentence of a move, about something. */
export function plainSentence(moves: MoveWordsFile, tag: MoveTag, topic: string): string {
  return moves[tag].sentence.replace('{topic}', topic);
}

/**
 * The learner's own words of one act, in the language of the scenario; what was typed at level 3 as it was typed.
 * @param turn     the turn answered, where the customer leads.
 * @param anything what a plain sentence says where there is no topic to name, e.g. 这件事.
 * @returns undefined for acts without words (tasks, leaving).
 */
export function sentenceOf(
  scenario: Scenario<string>,
  moves: MoveWordsFile,
  act: Act,
  turn: Turn<string> | undefined,
  anything: string,
): string | undefined {
  if (act.type === 'option.choose') {
    const option = turn?.options.find(({ id }) => id === act.option);
    return option && unquoted(option.text);
  }
  return act.type === 'move.make' ? moveSentence(scenario, moves, act, turn, anything) : undefined;
}

function moveSentence(
  scenario: Scenario<string>,
  moves: MoveWordsFile,
  act: MoveMade,
  turn: Turn<string> | undefined,
  anything: string,
): string {
  if (act.text !== undefined) return act.text;
  const found = turn
    ? blocksOfTurn(scenario, turn)
    : act.topic !== undefined
      ? blocksOfTopic(scenario, act.topic)
      : blocksOfAny(scenario);
  const spoken = found.find(({ key, tag }) => key === act.block && tag === act.tag);
  if (spoken) return composed(spoken.block, act.elements);
  const topic = scenario.topicPhase?.topics.find(({ id }) => id === act.topic);
  return plainSentence(moves, act.tag, topic?.text ?? anything);
}
