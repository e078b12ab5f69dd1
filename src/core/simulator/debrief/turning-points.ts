import { LEVELS } from '../level.ts';
import { parseReveal } from '../reveal.ts';
import type { LogEntry, Run, RunPlan } from '../run.ts';
import type { Option, Scenario, Turn } from '../scenario.ts';
import type { ErrorCode, MoveTag, Reveal } from '../scenario-move.ts';
import { trustOf } from '../values.ts';
import { isOpenBefore } from './come-to-light.ts';
import { type FreeReason, freeMove } from './free-move.ts';
import { bestOption, principleOf, takenOption, turnAnswered } from './turns.ts';

/** Where the customer led: the tag was right but the sentence too thin, or it was another kind of move. */
export type LedReason = 'thin' | 'other';

/** A moment that decided something. */
export interface TurningPoint<T> {
  /** Index of the log entry. */
  index: number;
  round: number;
  /** Changes by this move, in points. */
  trust: number;
  patience: number;
  interest: number;
  /** What it brought to light, and what the best reply would have brought besides. */
  opened: readonly Reveal[];
  missed: readonly Reveal[];
  codes: readonly ErrorCode[];
  isBest: boolean;
  /** The option whose very words were said: its feedback says why. */
  taken?: Option<T>;
  /** Without one: what was the matter. */
  reason?: LedReason | FreeReason;
  /** The expert's reply, where the customer led. */
  best?: Option<T>;
  /** What else might have been tried, where the learner led; `topic` is absent at an interruption. */
  instead?: { tag: MoveTag; topic?: string };
  /** What an interruption was about. */
  note?: T;
  /** Lesson and seed id of the better move. */
  principle?: string;
}

const POINTS = 3;
/** In points of trust: what a reveal left shut, an error with a code, and a part the sentence lacked weigh beside a change. */
const MISSED_WEIGHT = 4;
const CODE_WEIGHT = 8;
const LACKING_WEIGHT = 1;
/** A point of patience lost for nothing. */
const PATIENCE_WEIGHT = 0.25;
/** A good moment must be larger than a bad one to be told first: what can be bettered teaches more. */
const GOOD_WEIGHT = 0.8;
/** Of three moments at most so many were the best there was, unless there are no others. */
const MOST_GOOD = 1;

/**
 * The three moments of a run that decided most, in the order they happened: largest change of trust, reveals missed,
 * errors with a code, sentences that lacked what they were asked for. Fewer when the run had fewer moves.
 * @see shared design: simulators.md §1.10.
 */
export function turningPointsOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): TurningPoint<T>[] {
  const moments = run.log
    .filter(({ move }) => move && !move.spokenPitch)
    .map((entry) => momentOf(scenario, plan, run, entry))
    .sort((a, b) => weightOf(b, run) - weightOf(a, run) || a.index - b.index);
  const good = moments.filter(({ isBest }) => isBest);
  const others = moments.filter(({ isBest }) => !isBest);
  const fewGood = good.slice(0, Math.max(MOST_GOOD, POINTS - others.length));
  return [...others, ...fewGood]
    .sort((a, b) => weightOf(b, run) - weightOf(a, run) || a.index - b.index)
    .slice(0, POINTS)
    .sort((a, b) => a.index - b.index);
}

function weightOf<T>(
  { index, trust, patience, missed, codes, isBest, best }: TurningPoint<T>,
  run: Run,
): number {
  if (isBest) return Math.abs(trust) * GOOD_WEIGHT;
  const held = run.log[index]?.move?.elements ?? [];
  const lacking = (best?.elements ?? []).filter((element) => !held.includes(element)).length;
  return (
    Math.abs(trust) +
    Math.max(0, -patience) * PATIENCE_WEIGHT +
    missed.length * MISSED_WEIGHT +
    codes.length * CODE_WEIGHT +
    lacking * LACKING_WEIGHT
  );
}

function momentOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, entry: LogEntry): TurningPoint<T> {
  const { index, round, before, values, opened, codes, move } = entry;
  const base = {
    ...{ index, round, opened, codes },
    trust: trustOf(values) - trustOf(before),
    patience: values.patience - before.patience,
    interest: values.interest - before.interest,
    isBest: move?.quality === 'expert',
  };
  const turn = turnAnswered(scenario, entry);
  const told = turn
    ? ledMove(plan, run, entry, turn)
    : { missed: [], ...freeMove(scenario, plan, run, entry) };
  const principle =
    told.best?.principle ?? told.taken?.principle ?? principleOf(scenario, told.instead?.tag ?? move?.tag);
  return { ...base, ...told, ...(principle !== undefined && { principle }) };
}

type Told<T> = Pick<TurningPoint<T>, 'missed' | 'taken' | 'reason' | 'best' | 'instead' | 'note'>;

function ledMove<T>(plan: RunPlan, run: Run, entry: LogEntry, turn: Turn<T>): Told<T> {
  const best = bestOption(turn, plan);
  const isBest = entry.move?.quality === 'expert';
  const missed = isBest ? [] : (best?.opens ?? []).filter((reveal) => isMissed(plan, run, entry, reveal));
  const taken = takenOption(turn, entry, plan);
  return {
    missed,
    ...(best && { best }),
    ...(taken && saysItsWords(entry, taken) ? { taken } : { reason: reasonOf(entry, best) }),
  };
}

/** Feedback speaks of an option's words: a plain sentence of the same kind did not say them. */
function saysItsWords<T>({ act, move }: LogEntry, { id, tag, topic }: Option<T>): boolean {
  if (act.type === 'option.choose') return true;
  if (act.type !== 'move.make' || move?.tag !== tag) return false;
  return act.block === id || act.block === `${tag}.${topic}`;
}

function reasonOf<T>({ move }: LogEntry, best: Option<T> | undefined): LedReason {
  const isKin = move !== undefined && (best?.tag === move.tag || best?.accepts?.includes(move.tag));
  return isKin && move.quality !== 'expert' ? 'thin' : 'other';
}

/** Shut before the move and after it, though trust would have allowed it. Later luck makes a chance no less missed. */
function isMissed({ level }: RunPlan, run: Run, entry: LogEntry, reveal: Reveal): boolean {
  const wanted = parseReveal(reveal);
  const needed =
    wanted.kind === 'finding' && wanted.minTrust >= 0 ? wanted.minTrust + LEVELS[level].shift : 0;
  return trustOf(entry.before) >= needed && !isOpenBefore(run, entry.index + 1, reveal);
}
