import { findingId, isAtLeast } from './reveal.ts';
import type { Run } from './run.ts';
import type { Condition, Scenario } from './scenario.ts';
import type { LadderStep, NeedStep } from './scenario-move.ts';
import { trustOf } from './values.ts';

/** What endings and evening lines ask of a finished run. */

export const LADDER: readonly LadderStep[] = ['none', 'next_talk', 'data', 'pilot', 'order'];

/** Does everything hold that the condition names? An empty one always does. Trust is that of the person last on stage. */
export function holds<T>(condition: Condition, _scenario: Scenario<T>, run: Run): boolean {
  const { flags, noFlags, findings, noFindings, needs } = condition;
  return (
    (flags ?? []).every((flag) => run.flags.includes(flag)) &&
    (noFlags ?? []).every((flag) => !run.flags.includes(flag)) &&
    (findings ?? []).every((id) => isShown(run, id)) &&
    (noFindings ?? []).every((id) => !isShown(run, id)) &&
    (needs ?? []).every((need) => hasNeed(run, need)) &&
    codesHold(condition, run) &&
    closeHolds(condition, run)
  );
}

function isShown(run: Run, finding: string): boolean {
  return Object.hasOwn(run.findings, findingId(finding));
}

/** `orders:confirmed`; without a step: at least stated. */
function hasNeed(run: Run, need: string): boolean {
  const [id = '', step = 'stated'] = need.replace(/^need\./, '').split(':');
  return isAtLeast(run.needs[id], step as NeedStep);
}

function codesHold({ codes, anyCode }: Condition, run: Run): boolean {
  const found = run.codes.map(({ code }) => code);
  return (
    (codes ?? []).every((code) => found.includes(code)) &&
    (anyCode === undefined || anyCode === found.length > 0)
  );
}

function closeHolds({ ladder, ended, minTrust, maxTrust }: Condition, run: Run): boolean {
  const trust = trustOf(run.values);
  return (
    (ladder === undefined || LADDER.indexOf(run.ladder) >= LADDER.indexOf(ladder)) &&
    (ended === undefined || run.ended === ended) &&
    (minTrust === undefined || trust >= minTrust) &&
    (maxTrust === undefined || trust <= maxTrust)
  );
}

/**
 * How the run ended, as a story: the first ending whose condition holds.
 * @throws {RangeError} when none does: the scenario's last ending must be without a condition.
 */
export function endingOf<T>(scenario: Scenario<T>, run: Run): Scenario<T>['endings'][number] {
  const ending = scenario.endings.find(({ when }) => holds(when, scenario, run));
  if (!ending) throw new RangeError(`${scenario.id}: no ending fits; write the last one with "when: {}"`);
  return ending;
}

/** What is told at home in the evening: of each group the first line that fits; a group without one is left out. */
export function eveningOf<T>(scenario: Scenario<T>, run: Run): T[] {
  return scenario.evening.groups.flatMap((group) => {
    const line = group.find(({ when }) => holds(when, scenario, run));
    return line ? [line.text] : [];
  });
}
