import type { Fact, FactOf } from '../model/fact.ts';
import type { KeyedItem } from '../model/item.ts';
import type { Outcome } from '../model/response.ts';
import { SHOWN_IN_CHECK } from '../quiz/draw.ts';
import type { QuizEntry } from '../quiz/quiz.events.ts';
import { outcomeOf } from '../quiz/quiz.rounds.ts';
import { rescored } from './rescore-response.ts';
import { CONFIRMED, compare, judged, type Need, unknown, type Verdict } from './verdict.ts';

/** What is known beside the fact in hand. */
export interface Known {
  /** The keyed revision, its key proven; undefined = nobody here has it. */
  item: (id: string, revision: string) => KeyedItem | undefined;
  /** All facts of an attempt that have come, in any order. */
  attempt: (attemptId: string) => readonly Fact[];
  /** Points that passed a check at one time or another, the present ones last; never empty. */
  passPoints: readonly number[];
}

type Submitted = FactOf<'attempt.submitted'>;
type Responded = FactOf<'item.responded'>;

/**
 * Work the outcome of a lesson check out again, from what its responses earn by their keys. That the five items are the
 * ones its seed draws is not looked at: other pools would be needed, and the keys of a lesson check are on every device.
 */
export function rescoreAttempt(fact: Submitted, known: Known): Verdict {
  // Checkpoints and exams will bring rules of their own.
  if (fact.context !== 'lesson') return unknown(`rule ${fact.context}`);
  const outcomes = outcomesOf(fact, known);
  if ('needs' in outcomes) return unknown(outcomes.needs);
  if (outcomes.list.some((outcome) => comparedWith(outcome, fact).status === 'confirmed')) return CONFIRMED;
  return comparedWith(outcomes.list.at(-1) as Outcome, fact);
}

/** A lesson is completed by an attempt at it that passes, whatever the fact of that attempt claims of its points. */
export function rescoreCompletion(fact: FactOf<'lesson.completed'>, known: Known): Verdict {
  const submitted = known
    .attempt(fact.attemptId)
    .find((one): one is Submitted => one.type === 'attempt.submitted' && isOf(one, fact));
  if (!submitted) return unknown(`attempt ${fact.attemptId}`);
  if (submitted.context !== 'lesson') return unknown(`rule ${submitted.context}`);
  const outcomes = outcomesOf(submitted, known);
  if ('needs' in outcomes) return unknown(outcomes.needs);
  return judged([
    compare(
      'passed',
      outcomes.list.some(({ passed }) => passed),
      true,
    ),
  ]);
}

const isOf = (one: Submitted, { attemptId, lessonId, lessonRevision }: FactOf<'lesson.completed'>) =>
  one.attemptId === attemptId && one.activityId === lessonId && one.activityRevision === lessonRevision;

function comparedWith({ earned, possible, passed }: Outcome, { outcome }: Submitted): Verdict {
  return judged([
    compare('outcome.earned', earned, outcome.earned),
    compare('outcome.possible', possible, outcome.possible),
    compare('outcome.passed', passed, outcome.passed),
  ]);
}

/** One outcome for each number of points that ever passed; or what is missing to know it. */
function outcomesOf(fact: Submitted, known: Known): { list: Outcome[] } | { needs: Need } {
  const responses = countingOf(fact, known.attempt(fact.attemptId));
  const first = responses.filter(({ round }) => round === 'first');
  // One item twice, or more than a check shows: no check made these facts, and no further one will mend it.
  const isWhole = first.length === SHOWN_IN_CHECK && new Set(responses.map(itemOf)).size === responses.length;
  if (first.length < SHOWN_IN_CHECK) return { needs: `attempt ${fact.attemptId}` };
  const entries: QuizEntry[] = [];
  for (const response of responses) {
    const item = known.item(response.itemId, response.itemRevision);
    if (!item) return { needs: `item ${response.itemId} ${response.itemRevision}` };
    entries.push(entryOf(response, item, isWhole));
  }
  return { list: known.passPoints.map((passPoints) => outcomeOf({ entries, passPoints })) };
}

/** The responses that count, in the order in which they were given. */
const countingOf = (fact: Submitted, attempt: readonly Fact[]): Responded[] =>
  attempt
    .filter((one): one is Responded => one.type === 'item.responded' && one.round !== 'retry')
    .filter((one) => one.attemptId === fact.attemptId && one.lessonId === fact.activityId)
    .sort((a, b) => a.ordinal - b.ordinal);

const itemOf = ({ itemId }: Responded) => itemId;

/** @param counts false = nothing of this attempt earns anything. */
function entryOf(response: Responded, item: KeyedItem, counts: boolean): QuizEntry {
  const { round, ordinal } = response;
  const score = rescored(response, item) ?? { earned: 0, possible: 1 };
  return { item, round, ordinal, seed: '', score: counts ? score : { ...score, earned: 0 } };
}
