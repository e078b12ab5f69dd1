import type { PitchTask } from '../scenario-task.ts';

const HAN_A_SECOND = 4.5;
const WORDS_A_SECOND = 2.5;

/** What is said in a pitch, as far as speaking time goes. */
export interface SpokenCards {
  features: readonly string[];
  advantage?: string;
  benefits: readonly string[];
  evidence?: string;
  limitNamed: boolean;
}

/**
 * Speaking time of the chosen cards and the limit.
 * @returns whole seconds, rounded up: 4.5 Han characters or 2.5 English words a second.
 * @see shared design: simulators.md §2.
 */
export function estimateSeconds<T>(task: PitchTask<T>, choice: SpokenCards): number {
  const chosen = [
    ...choice.features,
    ...choice.benefits,
    ...(choice.advantage ? [choice.advantage] : []),
    ...(choice.evidence ? [choice.evidence] : []),
  ];
  const cards = [...task.features, ...task.advantages, ...task.benefits, ...task.evidence];
  const texts = chosen.map((id) => cards.find((card) => card.id === id)?.text);
  const words = [...texts, choice.limitNamed ? task.limit : undefined].map(wordsOf);
  return Math.ceil(words.reduce((sum, text) => sum + secondsOf(text), 0) - 1e-9);
}

/** The one language of a scenario on screen; of two the Chinese, so that server and phone agree. */
function wordsOf(text: unknown): string {
  if (typeof text === 'string') return text;
  return typeof text === 'object' && text !== null && 'zh' in text ? String(text.zh) : '';
}

function secondsOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+(?:[.,’'%×/-][\p{L}\p{N}]+)*/gu);
  return han / HAN_A_SECOND + (words?.length ?? 0) / WORDS_A_SECOND;
}
