import { firstHit, type Rules } from './compile-rules.ts';
import { hearDanger } from './danger.ts';
import type { Because, ClaimableTag, Hit, Reading, ReadingStep, Situation } from './free-text.ts';
import { hasWords, unitsOf } from './normal-form.ts';
import { prepare, type Sentence } from './sentence.ts';
import { hitsOfAll, type SlotTest, slotTest } from './slots.ts';

/** Longest sentence in units: 120 Han characters, 240 letters. */
export const MAX_UNITS = 120;

/** The five questions, in the order in which the first that fits is kept. */
const QUESTIONS = ['ask_consequence', 'ask_payoff', 'ask_detail', 'ask_open', 'ask_closed'];
/** Three questions in one breath are none of these. */
const ONE_AT_A_TIME = ['ask_open', 'ask_detail', 'ask_consequence', 'ask_payoff'];
/** Taken only as a last resort: a short statement of fact. */
const LAST_RESORT = 'inform_brief';

/**
 * How the customer hears a typed sentence. Pure; the same lists and situation give the same reading.
 * @param rules from `compileRules`, made once.
 * @returns one of `accept`, `down`, `ask`, `hear`, `reject`, with the step and the patterns that decided.
 * @see SPEC.md R1–R11
 */
export function readSentence(rules: Rules, situation: Situation): Reading {
  const sentence = prepare(rules, situation);
  if (!hasWords(sentence.plain)) return rejected('empty');
  if (unitsOf(situation.text) > MAX_UNITS) return rejected('long');
  const has = slotTest(rules, sentence, situation);
  const reading =
    hearDanger(rules, sentence, situation) ??
    readQuestion(rules, sentence, situation, has) ??
    readClaim(rules, situation, has) ??
    readOthers(rules, situation, has) ??
    readRest(has);
  return { ...reading, elements: elementsOf(rules, has) };
}

type Read = Exclude<Reading, { kind: 'reject' }>;

const rejected = (reason: 'empty' | 'long'): Reading => ({
  kind: 'reject',
  reason,
  because: { step: reason, hits: [] },
});

const because = (step: ReadingStep, hits: readonly Hit[] = []): Because => ({ step, hits });

const down = (tag: ClaimableTag['tag'], step: ReadingStep, hits: readonly Hit[] = []): Read => ({
  kind: 'down',
  tag,
  elements: [],
  because: because(step, hits),
});

/** A question that is a pitch; three questions at once. */
function readQuestion(
  rules: Rules,
  { masked }: Sentence,
  { tag }: Situation,
  has: SlotTest,
): Read | undefined {
  if (!QUESTIONS.includes(tag)) return undefined;
  const product = has('product');
  const lead = firstHit(rules.lists.get('lead'), masked);
  if (product && lead) {
    const advantage = has('advantage');
    if (advantage) return down('pitch_advantage', 'question_pitch', [product, lead, advantage]);
    return down('pitch_feature', 'question_pitch', [product, lead]);
  }
  const marks = masked.split('?').length - 1;
  return marks >= 3 && ONE_AT_A_TIME.includes(tag) ? down('ask_closed', 'three_questions') : undefined;
}

/** The claimed tag itself, else its fixed downgrade. */
function readClaim(rules: Rules, { tag }: Situation, has: SlotTest): Read | undefined {
  const claim = rules.tags.find((one) => one.tag === tag);
  if (!claim) return undefined;
  const hits = hitsOfTag(claim, has);
  if (hits) return { kind: 'accept', tag, elements: [], because: because('claimed', hits) };
  for (const { when, heard } of claim.down ?? []) {
    const reasons = hitsOfAll(has, when);
    if (reasons) return down(heard, 'fixed', reasons);
  }
  return undefined;
}

function hitsOfTag({ need, forbid = [] }: ClaimableTag, has: SlotTest): Hit[] | undefined {
  return forbid.some((slot) => has(slot)) ? undefined : hitsOfAll(has, need);
}

/** Which other tags fit: one decides, of two the learner is asked. */
function readOthers(rules: Rules, { tag }: Situation, has: SlotTest): Read | undefined {
  const fitting = rules.tags.flatMap((one) => {
    if (one.tag === LAST_RESORT || one.tag === tag) return [];
    const hits = hitsOfTag(one, has);
    return hits ? [{ ...one, hits }] : [];
  });
  const question = QUESTIONS.find((one) => fitting.some((other) => other.tag === one));
  const kept = fitting.filter((one) => !QUESTIONS.includes(one.tag) || one.tag === question);
  const strong = kept.filter((one) => !one.weak);
  const [first, second] = strong.length > 0 ? strong : kept.slice(0, 1);
  if (!first) return undefined;
  if (!second) return down(first.tag, 'other', first.hits);
  const hits = [...first.hits, ...second.hits];
  return { kind: 'ask', tags: [first.tag, second.tag], elements: [], because: because('two', hits) };
}

function readRest(has: SlotTest): Read {
  const vague = has('vague');
  if (vague) return down('vague', 'vague', [vague]);
  const fact = hitsOfAll(has, ['fact', 'short', 'statement']);
  return fact ? down(LAST_RESORT, 'short_fact', fact) : down('vague', 'rest');
}

function elementsOf(rules: Rules, has: SlotTest): string[] {
  return rules.elements.flatMap(([id, lists]) => (hitsOfAll(has, [lists.join('|')]) ? [id] : []));
}
