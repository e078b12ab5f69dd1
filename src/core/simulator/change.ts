import type { Judged } from './judged.ts';
import { CALMING_TAGS, isAccepted, MOVES, PLEASING_TAGS } from './moves.ts';
import type { Run } from './run.ts';
import type { MoveTag, Quality, Values } from './scenario-move.ts';
import { mapValues, trustOf } from './values.ts';

/** What a move would change before it meets the customer's mood: simulators.md §1.3, steps 1 to 7. */

/** What of earlier moves counts here: rehearsal stands still. */
export interface Counts {
  uses: Readonly<Record<string, number>>;
  /** Questions in a row, this one included. */
  asked: number;
}

/**
 * Points for each value, before saturation.
 * @param counts of the moves before this one; `asked` already counts this one.
 * @param hot    the scenario's customer started irritated.
 * @param decay  patience that every move costs at this level.
 */
export function changeOf(run: Run, judged: Judged, counts: Counts, hot: boolean, decay: number): Values {
  const { tag, topic, quality, effects } = judged;
  const wear = wearOf(counts.uses, tag, topic);
  const calmed = calm(run, judged, hot, ofQuality(tag, quality, wear));
  const worn = wear < 0.5 ? 3 : 0;
  const interrogated = MOVES[tag].counter === 'adds' && counts.asked >= 4 ? 8 : 0;
  const lost = worn + interrogated + decay + (judged.patienceCost ?? 0);
  return mapValues((name) => calmed[name] + (effects?.[name] ?? 0) - (name === 'patience' ? lost : 0));
}

/** How much of a move's gain is left after repeating it: 1 … 0 (step 2). */
export function wearOf(uses: Readonly<Record<string, number>>, tag: MoveTag, topic: string): number {
  const earlier = uses[tag] ?? 0;
  const onTopic = uses[`${tag}/${topic}`] ?? 0;
  const late = Math.max(0, earlier - (MOVES[tag].enduring ? 4 : 1));
  const byTag = [1, 0.5, 0.25][late] ?? 0;
  return byTag * ([1, 0.5][onTopic] ?? 0);
}

const GAIN: Readonly<Record<Quality, number>> = { expert: 1, ok: 0.6, weak: 0.2, error: 0 };

/** The row of the move, gains by wear and quality, losses whole; then the flat losses of a weak or wrong move. */
function ofQuality(tag: MoveTag, quality: Quality, wear: number): Values {
  const { base, spares } = MOVES[tag];
  const gain = quality === 'error' && PLEASING_TAGS.includes(tag) ? 1 : GAIN[quality];
  const flat = quality === 'weak' ? WEAK : quality === 'error' && !spares ? ERROR : NOTHING;
  return mapValues((name) => {
    const by = base[name];
    return (by > 0 ? by * wear * gain : by) + flat[name];
  });
}

const NOTHING: Values = { ability: 0, benevolence: 0, integrity: 0, patience: 0, interest: 0 };
const WEAK: Values = { ability: 0, benevolence: -1, integrity: 0, patience: -3, interest: -1 };
const ERROR: Values = { ability: -2, benevolence: -3, integrity: -2, patience: -6, interest: -4 };

/** A customer who is hot or out of patience feels a calming word more (step 4). */
function calm(run: Run, { tag, quality }: Judged, hot: boolean, change: Values): Values {
  const isTense = run.values.patience < 30 || (hot && trustOf(run.values) < 45);
  if (!isTense || !isAccepted(quality) || !CALMING_TAGS.includes(tag)) return change;
  const times = tag === 'repair' ? 2 : 1.5;
  return {
    ...change,
    benevolence: change.benevolence * times,
    patience: change.patience * times + 3,
    integrity: tag === 'repair' ? change.integrity * 2 : change.integrity,
  };
}

/** Half the row of a second tag (step 9). */
export function alsoChange(tag: MoveTag): Values {
  const { base } = MOVES[tag];
  return mapValues((name) => base[name] / 2);
}

/** In a rehearsal patience stands still and the rest counts half. */
export function rehearsed(change: Values): Values {
  return mapValues((name) => (name === 'patience' ? 0 : change[name] / 2));
}
