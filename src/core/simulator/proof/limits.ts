import type { Level, Scenario } from '../scenario.ts';
import type { Flaw } from './flaw.ts';
import { atMost, passRatio, type Sample, type Step } from './sample.ts';

/** What players may score at most, or must at least: simulators.md §7. */

export interface Limit {
  least?: number;
  /** Mean below this. */
  below?: number;
  /** Mean at most this. */
  most?: number;
  /** Share of runs that may pass, 0–1. */
  passes?: number;
}

export type Kind = 'expert' | 'random' | 'mediocre' | 'simple' | 'half';

/** `half`: perfect at the tasks and ignorant in talk, or the other way round. */
const LIMITS: Readonly<Record<Kind, Limit>> = {
  expert: { least: 85 },
  random: { below: 45 },
  mediocre: { least: 45, most: 70 },
  simple: { below: 60, passes: 0.05 },
  half: { passes: 0.2 },
};

/**
 * The one exception: where the learner leads, sweep asks every topic of f-b in good order, which is nearly good practice,
 * and then needs luck with the cards.
 */
const SWEEP_PASSES = 0.1;

export function limitOf(scenario: { id: string }, level: Level, player: string, kind: Kind): Limit {
  const isExcepted = scenario.id === 'f-b' && level > 1 && player === 'sweep';
  return isExcepted ? { ...LIMITS[kind], passes: SWEEP_PASSES } : LIMITS[kind];
}

/** Is the sample so far inside its limit that more runs would hardly change it? */
export function isWithin(
  { least, below, most, passes }: Limit,
  sample: Sample,
  { errors, doubt }: Step,
): boolean {
  const { mean, error, n } = sample;
  const room = errors * error;
  const isLow = (limit: number | undefined) => limit === undefined || mean + room < limit;
  return (
    (least === undefined || mean - room > least) &&
    isLow(below) &&
    isLow(most) &&
    (passes === undefined || atMost(sample.passes, n, passes) < doubt)
  );
}

/** What is wrong with a sample, in an author's words; nothing when it keeps its limit. */
export function limitFlaws<T>(
  scenario: Scenario<T>,
  level: Level,
  player: string,
  limit: Limit,
  sample: Sample,
  version: string,
): Flaw[] {
  const { least, below, most, passes } = limit;
  const { mean, n } = sample;
  const at = { scenario: scenario.id, place: `level ${level}, ${player}, ${version}` };
  const got = `mean ${mean.toFixed(1)} over ${n} runs`;
  const flaws: Flaw[] = [];
  if (least !== undefined && mean < least) {
    flaws.push({ ...at, what: `${got}, at least ${least} is due`, remedy: LOW });
  }
  if (below !== undefined && mean >= below) {
    flaws.push({ ...at, what: `${got}, below ${below} is due`, remedy: HIGH });
  }
  if (most !== undefined && mean > most) {
    flaws.push({ ...at, what: `${got}, at most ${most} is due`, remedy: HIGH });
  }
  if (passes !== undefined && passRatio(sample) > passes) {
    const share = `${(100 * passRatio(sample)).toFixed(1)}% of ${n} runs pass, at most ${100 * passes}% may`;
    flaws.push({ ...at, what: share, remedy: HIGH });
  }
  return flaws;
}

const LOW =
  'look where this player loses: an effect too hard, a threshold of trust too high, a best option that opens nothing';
const HIGH =
  'look at what this rule picks: let the best options not share its mark, and give the others what they deserve';
