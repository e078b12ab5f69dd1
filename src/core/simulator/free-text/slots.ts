import { firstHit, type Rules } from './compile-rules.ts';
import { hitOfOverlap } from './echo.ts';
import type { Hit, Situation } from './free-text.ts';
import { unitsOf } from './normal-form.ts';
import type { Sentence } from './sentence.ts';

/** Slots that no list can hold; a rule may name them like a list. */
export const COMPUTED_SLOTS = ['overlap', 'need_stated', 'short', 'statement', 'never'] as const;

/** Read the quotes too: to say a feeling back or restate a line is to use his words. */
const READS_QUOTES = ['feeling', 'restate'];
const SHORT_UNITS = 40;
/** Without Han characters. */
const SHORT_UNITS_LATIN = 60;

/** @returns what fills the slot; undefined when nothing does. A slot without patterns gives an empty pattern. */
export type SlotTest = (slot: string) => Hit | undefined;

/** Slots of one sentence, each tested once. */
export function slotTest(rules: Rules, sentence: Sentence, situation: Situation): SlotTest {
  const tested = new Map<string, Hit | undefined>();
  const computed = computedSlots(rules, sentence, situation);
  return (slot) => {
    if (!tested.has(slot)) {
      const text = READS_QUOTES.includes(slot) ? sentence.plain : sentence.masked;
      const test = computed[slot];
      tested.set(slot, test ? test() : firstHit(rules.lists.get(slot), text));
    }
    return tested.get(slot);
  };
}

function computedSlots(
  rules: Rules,
  sentence: Sentence,
  { text, needStated }: Situation,
): Readonly<Record<string, () => Hit | undefined>> {
  const holds = (list: string, is: boolean) => (is ? { list, pattern: '', words: '' } : undefined);
  const limit = /\p{Script=Han}/u.test(text) ? SHORT_UNITS : SHORT_UNITS_LATIN;
  return {
    overlap: () => hitOfOverlap(rules, sentence),
    need_stated: () => holds('need_stated', needStated),
    short: () => holds('short', unitsOf(text) <= limit),
    statement: () => holds('statement', !firstHit(rules.lists.get('question'), sentence.masked)),
    never: () => undefined,
  };
}

/** All slots filled? `a|b`: one of both. @returns what fills them, in order; undefined when one is empty. */
export function hitsOfAll(has: SlotTest, slots: readonly string[]): Hit[] | undefined {
  const hits: Hit[] = [];
  for (const slot of slots) {
    const hit = slot
      .split('|')
      .map((one) => has(one))
      .find((one) => one !== undefined);
    if (!hit) return undefined;
    hits.push(hit);
  }
  return hits;
}
