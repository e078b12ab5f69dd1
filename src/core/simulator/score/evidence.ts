import { isAccepted, QUESTION_TAGS } from '../moves.ts';
import { isAtLeast, NEED_STEPS, parseReveal } from '../reveal.ts';
import type { LogEntry, Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { ErrorCode, MoveTag, NeedStep, Reveal } from '../scenario-move.ts';
import { resultOf, type TaskResult } from '../task/task-result.ts';

/** What rubrics read in a log. */

export type Move = NonNullable<LogEntry['move']>;
export type MoveEntry = LogEntry & { move: Move };

/** Moves in order; without the spoken pitch, which is judged as a task. */
export function dialogueOf({ log }: Run): MoveEntry[] {
  return log.filter((entry): entry is MoveEntry => entry.move !== undefined && !entry.move.spokenPitch);
}

export function isAcceptedEntry({ move }: MoveEntry): boolean {
  return isAccepted(move.quality);
}

export function acceptedOf(run: Run): MoveEntry[] {
  return dialogueOf(run).filter(isAcceptedEntry);
}

/** Tags of a move; a second one counts when the move is accepted. */
export function tagsOf({ move }: MoveEntry): MoveTag[] {
  return move.also && isAccepted(move.quality) ? [move.tag, move.also] : [move.tag];
}

export function hasTag(entry: MoveEntry, ...tags: readonly MoveTag[]): boolean {
  return tagsOf(entry).some((tag) => tags.includes(tag));
}

export function isQuestion(entry: MoveEntry): boolean {
  return hasTag(entry, ...QUESTION_TAGS);
}

/** What the task of a kind came to; `undefined` when the run ended before it. */
export function taskResult<K extends TaskResult['kind']>({ log }: Run, kind: K) {
  const entry = log.find((one) => resultOf(one.result, kind) !== undefined);
  return resultOf(entry?.result, kind);
}

export function hasCode(run: Run, ...codes: readonly ErrorCode[]): boolean {
  return run.codes.some(({ code }) => codes.includes(code));
}

export function hasUnrepaired(run: Run, ...codes: readonly ErrorCode[]): boolean {
  return run.codes.some(({ code, repaired }) => !repaired && codes.includes(code));
}

/** How many of the wanted elements the moves hold. */
export function elementsIn(entries: readonly MoveEntry[], wanted: readonly string[]): number {
  const found = new Set(entries.flatMap(({ move }) => move.elements));
  return wanted.filter((element) => found.has(element)).length;
}

/** 4 for none missing, 3 for one, `two` missing up to that many: 2, any at all 1, else 0. */
export function levelOfMissing(found: number, all: number, two: number): number {
  const missing = all - found;
  if (found === 0) return 0;
  if (missing <= 1) return 4 - missing;
  return missing <= two ? 2 : 1;
}

/** Needs as they stood before each entry of the log, its own line heard. Same order as the log. */
export function needsAlong<T>(scenario: Scenario<T>, { log }: Run): Readonly<Record<string, NeedStep>>[] {
  let needs = Object.fromEntries(scenario.needs.map(({ id }) => [id, 'hidden' as NeedStep]));
  return log.map((entry) => {
    const heard = raisedBy(needs, entry.lineOpened ?? []);
    needs = raisedBy(heard, entry.opened);
    return heard;
  });
}

/** @param reveals that changed something: `confirmed` took one step. */
function raisedBy(needs: Record<string, NeedStep>, reveals: readonly Reveal[]): Record<string, NeedStep> {
  const raised = { ...needs };
  for (const reveal of reveals) {
    const revealed = parseReveal(reveal);
    if (revealed.kind !== 'need') continue;
    const next = NEED_STEPS[NEED_STEPS.indexOf(raised[revealed.id] ?? 'hidden') + 1];
    raised[revealed.id] = revealed.step === 'confirmed' ? (next ?? 'confirmed') : revealed.step;
  }
  return raised;
}

/** Is one of these needs at least at the step? */
export function isAnyAtLeast(
  needs: Readonly<Record<string, NeedStep>>,
  ids: readonly string[],
  step: NeedStep,
): boolean {
  return ids.some((id) => isAtLeast(needs[id], step));
}
