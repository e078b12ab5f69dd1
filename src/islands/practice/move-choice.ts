import { shuffle } from '#core/model/random.ts';
import type { Act } from '#core/simulator/act.ts';
import { HONEST_TAGS, LOW_TAGS } from '#core/simulator/moves.ts';
import type { Prompt } from '#core/simulator/run.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { MoveWordsFile } from '#core/simulator/scenario-file.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import {
  blocksOfAny,
  blocksOfTopic,
  blocksOfTurn,
  composed,
  plainSentence,
  type SentenceBlock,
} from '#core/simulator/sentence.ts';

/** Prompts that are answered with a move of one's own (levels 2 and 3). */
export type OpenPrompt = Extract<Prompt<string>, { kind: 'turn' | 'topics' | 'interrupt' }>;

/** What a learner has put together so far; JSON-safe, kept in the run's snapshot. */
export interface MoveChoice {
  kind: 'move';
  topic?: string;
  /** Key of the block chosen. */
  block?: string;
  /** Slots wanted. */
  slots: readonly string[];
  /** A plain move instead of a block. */
  plain?: MoveTag;
}

export const NO_CHOICE: MoveChoice = { kind: 'move', slots: [] };

/** Narrows a draft that was read back. */
export function isMoveChoice(value: unknown): value is MoveChoice {
  const choice = value as Partial<MoveChoice> | null | undefined;
  return typeof choice === 'object' && choice?.kind === 'move' && Array.isArray(choice.slots);
}

/** Honest and trap sentences together, in an order of this run. None while a topic has to be chosen first. */
export function sentencesFor(
  scenario: Scenario<string>,
  prompt: OpenPrompt,
  topic: string | undefined,
  seed: string,
): SentenceBlock[] {
  if (prompt.kind === 'turn')
    return shuffle(blocksOfTurn(scenario, prompt.turn), `${seed}/${prompt.turn.id}`);
  if (prompt.kind === 'interrupt') return shuffle(blocksOfAny(scenario), `${seed}/interrupt`);
  return topic === undefined ? [] : shuffle(blocksOfTopic(scenario, topic), `${seed}/${topic}`);
}

/** All 46 moves, honest and low ones mixed in an order of this run. */
export const movesInOrder = (seed: string): MoveTag[] =>
  shuffle([...HONEST_TAGS, ...LOW_TAGS], `${seed}/moves`);

/** The sentence as chosen so far; undefined while there is none. */
export function previewOf(
  scenario: Scenario<string>,
  moves: MoveWordsFile,
  choice: MoveChoice,
  blocks: readonly SentenceBlock[],
  anything: string,
): { tag: MoveTag; text: string } | undefined {
  if (choice.plain) {
    const topic = scenario.topicPhase?.topics.find(({ id }) => id === choice.topic);
    return { tag: choice.plain, text: plainSentence(moves, choice.plain, topic?.text ?? anything) };
  }
  const chosen = blocks.find(({ key }) => key === choice.block);
  const text = chosen && composed(chosen.block, choice.slots);
  return chosen && text ? { tag: chosen.tag, text } : undefined;
}

/** The act of a choice. @param tag from `previewOf`. */
export function actOf(prompt: OpenPrompt, choice: MoveChoice, tag: MoveTag): Act {
  return {
    type: 'move.make',
    tag,
    ...placeOf(prompt, choice.topic),
    elements: choice.plain ? [] : choice.slots,
    ...(!choice.plain && choice.block !== undefined && { block: choice.block }),
  };
}

/** What the act answers: the turn, or the topic chosen. */
export function placeOf(prompt: OpenPrompt, topic: string | undefined): { turn?: string; topic?: string } {
  if (prompt.kind === 'turn') return { turn: prompt.turn.id };
  return prompt.kind === 'topics' && topic !== undefined ? { topic } : {};
}
