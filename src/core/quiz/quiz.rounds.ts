import type { Round } from '../model/fact.ts';
import type { KeyedItem } from '../model/item.ts';
import type { Outcome, Score } from '../model/response.ts';
import { drawTwin } from './numeric/twin.ts';
import type { QuizContext, QuizEntry } from './quiz.events.ts';

/** What counts, and what comes back after the first round. Points are compared within 1e-9. */
const TINY = 1e-9;

/** All that decides an outcome: what was checked, in order, and the points that pass. */
export type Counted = Pick<QuizContext, 'entries' | 'passPoints'>;

/** An entry with its own seed; a numeric item gets the figures of this attempt, and others where it comes back. */
export function newEntry(seed: string, item: KeyedItem, round: Round, ordinal: number): QuizEntry {
  return {
    item: drawTwin(item, seed, round === 'retry' ? 1 : 0),
    round,
    ordinal,
    seed: `${seed}/${ordinal}`,
  };
}

/** Has the entry been checked and earned less than it could? */
export function isWeak({ score }: QuizEntry): boolean {
  return score !== undefined && score.earned < score.possible - TINY;
}

/**
 * The checked entries that count, each with the points that count for it: the first round, with the stand-in's points
 * in place of its short text where they are more.
 */
export function countingScores(context: Counted): { entry: QuizEntry; score: Score }[] {
  const standIn = context.entries.find((entry) => entry.round === 'stand-in');
  const replaced =
    standIn && firstRound(context).find((entry) => isDecidingText(entry, context, standIn.item));
  return firstRound(context).flatMap((entry) => {
    if (!entry.score) return [];
    const instead = entry === replaced ? standIn?.score : undefined;
    return [{ entry, score: instead && instead.earned > entry.score.earned ? instead : entry.score }];
  });
}

/** Points of the whole attempt; rounded to 1e-9, so that three thirds are 1. */
export function outcomeOf(context: Counted): Outcome {
  const scores = countingScores(context).map(({ score }) => score);
  const earned = sumOf(scores, 'earned');
  return { earned, possible: sumOf(scores, 'possible'), passed: reaches(earned, context) };
}

/**
 * The entries that follow a finished first round: the stand-in of a short text that alone decides, then one retry for
 * every other weak entry, in the order of the first round.
 */
export function comingBack(context: QuizContext): QuizEntry[] {
  const { seed, entries } = context;
  const used = new Set(entries.map((entry) => entry.item.id));
  const standIn = findStandIn(context);
  const items: [KeyedItem, Round][] = [];
  if (standIn) {
    items.push([standIn.item, 'stand-in']);
    used.add(standIn.item.id);
  }
  for (const entry of firstRound(context).filter(isWeak)) {
    if (entry === standIn?.entry) continue;
    const item = unusedSpare(context, entry.item, used) ?? entry.item;
    items.push([item, 'retry']);
    used.add(item.id);
  }
  return items.map(([item, round], index) => newEntry(seed, item, round, entries.length + index + 1));
}

function findStandIn(context: QuizContext): { entry: QuizEntry; item: KeyedItem } | undefined {
  const used = new Set(context.entries.map((entry) => entry.item.id));
  for (const entry of firstRound(context)) {
    const item = unusedSpare(context, entry.item, used, (spare) => spare.type !== 'TXT');
    if (item && isDecidingText(entry, context, item)) return { entry, item };
  }
  return undefined;
}

/** Would the attempt, failed as it is, pass if this short text had earned all it could? */
function isDecidingText(entry: QuizEntry, context: Counted, standIn: KeyedItem): boolean {
  if (entry.item.type !== 'TXT' || entry.item.objective !== standIn.objective || !entry.score) return false;
  const earned = sumOf(firstScores(context), 'earned');
  const { earned: own, possible } = entry.score;
  return !reaches(earned, context) && reaches(earned - own + possible, context);
}

function unusedSpare(
  context: QuizContext,
  like: KeyedItem,
  used: ReadonlySet<string>,
  fits: (item: KeyedItem) => boolean = () => true,
): KeyedItem | undefined {
  return context.spare.find((item) => item.objective === like.objective && !used.has(item.id) && fits(item));
}

function firstRound({ entries }: Counted): QuizEntry[] {
  return entries.filter((entry) => entry.round === 'first');
}

function firstScores(context: Counted): Score[] {
  return firstRound(context).flatMap(({ score }) => (score ? [score] : []));
}

function sumOf(scores: readonly Score[], field: keyof Score): number {
  return Math.round(scores.reduce((total, score) => total + score[field], 0) * 1e9) / 1e9;
}

function reaches(earned: number, { passPoints }: Counted): boolean {
  return earned >= passPoints - TINY;
}
