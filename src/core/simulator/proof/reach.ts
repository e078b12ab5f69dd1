import type { Text } from '../../model/text.ts';
import { courseOf } from '../course.ts';
import type { Level, Scenario } from '../scenario.ts';
import { type Coverage, placesOf } from './coverage.ts';
import type { Flaw } from './flaw.ts';
import { openedAt, SOON } from './opened.ts';

/** Everything can be met, and every way ends. */

/** Longer than any course should be, in acts. */
const LONGEST = 40;
export type Coverages = Readonly<Record<Level, Coverage>>;

/** Nodes that no way met. */
export function nodeFlaws(scenario: Scenario<Text>, coverage: Coverage): Flaw[] {
  const { level, runs } = coverage;
  return placesOf(scenario, level)
    .filter((place) => !coverage.places.has(place))
    .map((place) => ({
      scenario: scenario.id,
      place: `level ${level}, ${named(scenario, place)}`,
      what: `is met on none of ${runs} ways`,
      remedy: 'lower the trust it asks for, open earlier what it builds on, or delete it',
    }));
}

/** A node as its author knows it. */
function named(scenario: Scenario<Text>, place: string): string {
  const [kind, index] = place.split(' ');
  const reveal = kind === 'reveal' ? scenario.topicPhase?.reveals[Number(index)] : undefined;
  if (reveal) return `reveal ${index} (${reveal.opens} on ${reveal.topic})`;
  const bait = kind === 'bait' ? scenario.topicPhase?.baits[Number(index)] : undefined;
  return bait ? `bait at move ${bait.turn}` : place;
}

/** Every act is a step forward, so the course itself says how long a run can be; the ways played must agree. */
export function endFlaws(scenario: Scenario<Text>, { level, longest, isEndless }: Coverage): Flaw[] {
  const most = mostActs(scenario, level);
  if (most <= LONGEST && !isEndless && longest <= most) return [];
  return [
    {
      scenario: scenario.id,
      place: `level ${level}, the course`,
      what:
        isEndless || longest > most
          ? `goes on after ${longest} acts, where ${most} should be all`
          : `may take ${most} acts`,
      remedy: `keep it within ${LONGEST}: fewer turns, or a smaller topicPhase.maxTurns`,
    },
  ];
}

function mostActs(scenario: Scenario<Text>, level: Level): number {
  const acts = courseOf(scenario, level).map((station) => {
    if (station.kind === 'task') return 1;
    if (station.kind === 'sheet') return station.sheet.turns.length;
    return station.phase.maxTurns + (station.phase.walk ? 1 : 0);
  });
  const { blocks, level3 } = scenario;
  const isInterrupted = level > 1 && (blocks.interrupt !== undefined || level3?.hardLines !== undefined);
  return acts.reduce((sum, one) => sum + one, 0) + Number(isInterrupted);
}

/** Findings that a level could show and does not, and those that come too late for the level the scenario is made for. */
export function findingFlaws(scenario: Scenario<Text>, coverages: Coverages): Flaw[] {
  const levels: readonly Level[] = [1, 2, 3];
  return scenario.findings.flatMap(({ id }) => {
    const open = levels.filter((level) => openedAt(scenario, level).has(id));
    const lost = open.filter((level) => !coverages[level].findings.has(id));
    const at = { scenario: scenario.id, place: `finding ${id}` };
    if (open.length === 0 || lost.length > 0) {
      const where = lost.length > 0 ? `at level ${lost.join(', ')}` : 'at any level';
      const remedy = 'lower the trust it asks for, or open it by another option, spot or topic too';
      return [{ ...at, what: `cannot be found ${where}`, remedy }];
    }
    const level = open.includes(scenario.entryLevel) ? scenario.entryLevel : (open[0] as Level);
    const soonest = coverages[level].findings.get(id) ?? 0;
    if (soonest <= SOON) return [];
    const what = `is found after ${soonest} moves at level ${level} at the earliest`;
    return [{ ...at, what, remedy: `open it within ${SOON} moves` }];
  });
}
