import { isAtLeast, parseReveal } from '../reveal.ts';
import type { LogEntry, Run, RunPlan } from '../run.ts';
import type { MoveTag, Option, Reveal, Scenario } from '../scenario.ts';
import { trustOf } from '../values.ts';
import { bestOption, takenOption, turnAnswered } from './turns.ts';

/** Why a move where the learner led did not do what it might have. */
export type TopicReason = 'danger' | 'bait' | 'trust' | 'repeated' | 'early' | 'nothing-new' | 'opened';

/** A moment that decided something. */
export interface TurningPoint<T> {
  /** Index of the log entry. */
  index: number;
  round: number;
  /** Change of trust and patience by this move. */
  trust: number;
  patience: number;
  /** What the best reply would have opened and this one left shut. */
  missed: readonly Reveal[];
  opened: readonly Reveal[];
  codes: readonly string[];
  isBest: boolean;
  /** The option taken, where the customer led: its feedback says why. */
  taken?: Option<T>;
  /** The expert's reply, where the customer led. */
  best?: Option<T>;
  /** Where the learner led: why, and what would have opened more. */
  reason?: TopicReason;
  instead?: { tag: MoveTag; topic: string };
}

const POINTS = 3;
/** In points of trust: what a reveal left shut, and an error with a code, weigh beside a change of trust. */
const MISSED_WEIGHT = 4;
const CODE_WEIGHT = 8;
/** A good moment must be larger than a bad one to be told first: what can be bettered teaches more. */
const GOOD_WEIGHT = 0.8;

/**
 * The three moments of a run that decided most, in the order they happened: largest change of trust, reveals missed,
 * errors with a code. Fewer when the run had fewer moves.
 * @see shared design: simulators.md §1.10.
 */
export function turningPointsOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): TurningPoint<T>[] {
  return run.log
    .filter((entry) => entry.move && !entry.move.spokenPitch)
    .map((entry) => momentOf(scenario, plan, run, entry))
    .sort((a, b) => weightOf(b) - weightOf(a) || a.index - b.index)
    .slice(0, POINTS)
    .sort((a, b) => a.index - b.index);
}

function weightOf<T>({ trust, missed, codes, isBest }: TurningPoint<T>): number {
  const change = Math.abs(trust) * (trust > 0 && isBest ? GOOD_WEIGHT : 1);
  return change + missed.length * MISSED_WEIGHT + codes.length * CODE_WEIGHT;
}

function momentOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, entry: LogEntry): TurningPoint<T> {
  const base = {
    index: entry.index,
    round: entry.round,
    trust: trustOf(entry.values) - trustOf(entry.before),
    patience: entry.values.patience - entry.before.patience,
    opened: entry.opened,
    codes: entry.codes,
  };
  const turn = turnAnswered(scenario, entry);
  if (!turn) return { ...base, ...ledByLearner(scenario, run, entry) };
  const best = bestOption(turn, plan);
  const taken = takenOption(turn, entry, plan);
  const isBest = entry.move?.quality === 'expert';
  const missed = isBest ? [] : (best?.opens ?? []).filter((reveal) => isShut(run, entry, reveal));
  return { ...base, isBest, missed, ...(taken && { taken }), ...(best && { best }) };
}

/** Was it shut before the move and after it? Later luck does not make a chance less missed. */
function isShut(run: Run, entry: LogEntry, reveal: Reveal): boolean {
  return !entry.opened.includes(reveal) && !isOpenBefore(run, entry.index + 1, reveal);
}

/** Had the reveal happened before the entry of that index? */
function isOpenBefore(run: Run, index: number, reveal: Reveal): boolean {
  const wanted = parseReveal(reveal);
  return run.log.slice(0, index).some(({ opened, lineOpened }) =>
    [...opened, ...(lineOpened ?? [])].some((one) => {
      const found = parseReveal(one);
      if (found.kind !== wanted.kind || found.id !== wanted.id) return false;
      return found.kind === 'finding' || (wanted.kind === 'need' && isAtLeast(found.step, wanted.step));
    }),
  );
}

function ledByLearner<T>(
  scenario: Scenario<T>,
  run: Run,
  entry: LogEntry,
): Pick<TurningPoint<T>, 'isBest' | 'missed' | 'reason' | 'instead'> {
  const isBest = entry.move?.quality === 'expert';
  const next = isBest ? undefined : nextOpening(scenario, run, entry.index);
  return {
    isBest,
    missed: [],
    reason: reasonOf(scenario, run, entry),
    ...(next && { instead: next }),
  };
}

function reasonOf<T>({ topicPhase }: Scenario<T>, run: Run, entry: LogEntry): TopicReason {
  const { move, bait, opened, hesitates, index } = entry;
  if (!move) return 'nothing-new';
  if (move.quality === 'error') return bait?.kind === 'lure' ? 'bait' : 'danger';
  if (bait && bait.kind !== 'good' && move.quality === 'weak') return 'bait';
  if (hesitates) return 'trust';
  if (opened.length > 0 || move.quality === 'expert') return 'opened';
  const isRepeated = run.log
    .slice(0, index)
    .some(
      (one) => one.stageId === entry.stageId && one.move?.tag === move.tag && one.move.topic === move.topic,
    );
  if (isRepeated) return 'repeated';
  const waits = topicPhase?.reveals.some(
    ({ topic, tags, after }) => topic === move.topic && tags.includes(move.tag) && after !== undefined,
  );
  return waits ? 'early' : 'nothing-new';
}

/** The first move of the expert's list whose topic still had something to tell at that moment. */
function nextOpening<T>(
  { topicPhase }: Scenario<T>,
  run: Run,
  index: number,
): { tag: MoveTag; topic: string } | undefined {
  const found = topicPhase?.expert.find(([tag, topic]) =>
    topicPhase.reveals.some(
      (line) => line.topic === topic && line.tags.includes(tag) && !isOpenBefore(run, index, line.opens),
    ),
  );
  return found && { tag: found[0], topic: found[1] };
}
