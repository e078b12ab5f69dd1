import { LEVELS } from './level.ts';
import { isAtLeast, NEED_STEPS, parseReveal } from './reveal.ts';
import type { Run } from './run.ts';
import type { Level } from './scenario.ts';
import type { MoveTag, NeedStep, Reveal } from './scenario-move.ts';
import { trustOf } from './values.ts';

/** What comes to light. */

export interface Opened {
  needs: Run['needs'];
  findings: Run['findings'];
  /** Those that changed something, as written. */
  opened: readonly Reveal[];
}

/** Seen with one's own eyes rather than told. */
const OBSERVING: readonly MoveTag[] = ['observe', 'wait'];

/**
 * Open reveals in their order. `confirmed` raises a need by one step only.
 * @param run trust decides about `@`; needs and findings are those before.
 * @param tag of the move that opens them; `walk` marks findings as observed too.
 */
export function open(run: Run, reveals: readonly Reveal[], level: Level, tag?: MoveTag | 'walk'): Opened {
  if (reveals.length === 0) return { needs: run.needs, findings: run.findings, opened: [] };
  const trust = trustOf(run.values);
  const needs = { ...run.needs };
  const findings = { ...run.findings };
  const isObserving = tag === 'walk' || (tag !== undefined && OBSERVING.includes(tag));
  const opened = reveals.filter((reveal) => {
    const revealed = parseReveal(reveal);
    if (revealed.kind === 'need') {
      const before = needs[revealed.id] ?? 'hidden';
      const after = raised(before, revealed.step);
      needs[revealed.id] = after;
      return after !== before;
    }
    const { id, minTrust } = revealed;
    if (minTrust >= 0 && trust < minTrust + LEVELS[level].shift) return false;
    const isNew = !Object.hasOwn(findings, id);
    if (isNew || isObserving) findings[id] = isObserving ? 'observed' : (findings[id] ?? 'shown');
    return isNew;
  });
  return { needs, findings, opened };
}

/** A need never falls back; `confirmed` takes one step at a time. */
function raised(before: NeedStep, to: NeedStep): NeedStep {
  if (isAtLeast(before, to)) return before;
  if (to !== 'confirmed') return to;
  return NEED_STEPS[NEED_STEPS.indexOf(before) + 1] ?? before;
}
