import type { SnapshotFrom } from 'xstate';
import type { Round } from '../model/fact.ts';
import type { KeyedItem, ObjectiveId, PublicItem } from '../model/item.ts';
import type {
  Confidence,
  FeedbackLine,
  Outcome,
  Response,
  ResponseOf,
  Score,
  UnreadyReason,
} from '../model/response.ts';
import { arrangeItem } from './arrange.ts';
import { feedbackFor, validateItem } from './item-types.ts';
import { readNumber } from './numeric/read-number.ts';
import type { QuizContext, QuizEntry } from './quiz.events.ts';
import type { quizMachine } from './quiz.machine.ts';
import { countingScores, isWeak } from './quiz.rounds.ts';

export type QuizPhase = 'ready' | 'answering' | 'reviewing' | 'finished';

/** What an island shows of one attempt. Holds nothing of the key but the feedback on what was given. */
export interface QuizView {
  phase: QuizPhase;
  /** The item on screen, options and cards in seeded order. In `ready` the first one; in `finished` the last one. */
  item: PublicItem;
  round: Round;
  /** 1, 2, 3 … within the attempt; a key for the view's own state (a retry may show the same item again). */
  ordinal: number;
  /** `position` of `count` within the round; both from 1. */
  position: number;
  count: number;
  /** Is nothing to come after this item, as far as is known? */
  isLast: boolean;
  response?: Response;
  confidence?: Confidence;
  /** While answering: why the response cannot be checked yet; absent = `quiz.check` is accepted. */
  unready?: UnreadyReason;
  /** NUM: the number that was understood. */
  understood?: number;
  /** Once checked. */
  score?: Score;
  /** Once checked, in order; else empty. */
  feedback: readonly FeedbackLine[];
  /** Ids of the lesson blocks to look back at: of this item while reviewing, of all weak items when finished. */
  lookBack: readonly string[];
  /** Known from the end of the first round (or of its stand-in) on; retries do not change it. */
  outcome?: Outcome;
  /** Points that count, per objective, of what was checked so far; in the order shown. */
  summary: readonly ObjectiveSummary[];
}

export interface ObjectiveSummary extends Score {
  objective: ObjectiveId;
  /** Blocks that teach what was weak. */
  lookBack: readonly string[];
}

/**
 * What to show of a snapshot.
 * @param snapshot of the quiz machine, live or restored; its plan has at least one item.
 * @throws {Error} for a plan without items.
 */
export function quizView(snapshot: Pick<SnapshotFrom<typeof quizMachine>, 'value' | 'context'>): QuizView {
  const { context, value: phase } = snapshot;
  const entry = context.entries[context.cursor];
  if (!entry) throw new Error(`attempt ${context.attemptId} has no items; draw the plan with drawCheck`);
  const { round, ordinal, response, confidence, score } = entry;
  const { outcome } = context;
  const peers = context.entries.filter((other) => other.round === round);
  const unready = phase === 'answering' ? validateItem(response, entry.item) : undefined;
  return {
    phase,
    item: arrangeItem(entry.item, entry.seed),
    round,
    ordinal,
    position: peers.indexOf(entry) + 1,
    count: peers.length,
    isLast: context.cursor + 1 === context.entries.length && (round !== 'first' || outcome !== undefined),
    ...(response && { response }),
    ...(confidence && { confidence }),
    ...(unready && { unready }),
    ...understoodOf(entry),
    ...(score && { score }),
    feedback: score ? feedbackFor(response, entry.item) : [],
    lookBack: lookBackOf(phase, entry, context),
    ...(outcome && { outcome }),
    summary: summaryOf(context),
  };
}

function understoodOf({ item, response }: QuizEntry): Pick<QuizView, 'understood'> {
  if (item.type !== 'NUM' || !response) return {};
  const understood = readNumber((response as ResponseOf<'NUM'>).typed, item.unit);
  return understood === undefined ? {} : { understood };
}

function lookBackOf(phase: QuizPhase, entry: QuizEntry, context: QuizContext): string[] {
  if (phase === 'reviewing') return isWeak(entry) ? [entry.item.block] : [];
  return phase === 'finished' ? [...new Set(summaryOf(context).flatMap(({ lookBack }) => lookBack))] : [];
}

function summaryOf(context: QuizContext): ObjectiveSummary[] {
  const byObjective = new Map<ObjectiveId, ObjectiveSummary>();
  for (const { entry, score } of countingScores(context)) {
    const { objective, block }: KeyedItem = entry.item;
    const before = byObjective.get(objective) ?? { objective, earned: 0, possible: 0, lookBack: [] };
    const isNew = isWeak({ ...entry, score }) && !before.lookBack.includes(block);
    byObjective.set(objective, {
      objective,
      earned: before.earned + score.earned,
      possible: before.possible + score.possible,
      lookBack: isNew ? [...before.lookBack, block] : before.lookBack,
    });
  }
  return [...byObjective.values()];
}
