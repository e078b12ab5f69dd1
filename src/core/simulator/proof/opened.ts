import type { Text } from '../../model/text.ts';
import { courseOf } from '../course.ts';
import { parseReveal } from '../reveal.ts';
import type { Level, Scenario, Turn } from '../scenario.ts';
import type { Reveal } from '../scenario-move.ts';

/** Which findings a level can show. */

/** Moves within which every finding can be had, at the level that the scenario is made for. */
export const SOON = 12;

/** Findings that some line, option, spot, paper or call of the level's course opens. */
export function openedAt(scenario: Scenario<Text>, level: Level): ReadonlySet<string> {
  const reveals = courseOf(scenario, level).flatMap((station): (Reveal | undefined)[] => {
    if (station.kind === 'sheet') return station.sheet.turns.flatMap((turn) => openedBy(turn, level));
    if (station.kind === 'talk') {
      const walk = station.phase.walk && scenario.stages.find(({ kind }) => kind === 'walk');
      const spots = walk?.kind === 'walk' ? walk.spots : [];
      return [...station.phase.reveals, ...spots].map(({ opens }) => opens);
    }
    const { task } = station;
    if (task.kind === 'walk') return task.spots.map(({ opens }) => opens);
    if (task.kind === 'dataroom') return task.items.map(({ opens }) => opens);
    return task.kind === 'board' ? [task.phone.opens] : [];
  });
  const parsed = reveals.flatMap((reveal) => (reveal === undefined ? [] : [parseReveal(reveal)]));
  return new Set(parsed.flatMap((one) => (one.kind === 'finding' ? [one.id] : [])));
}

function openedBy({ opens = [], options, fork }: Turn<Text>, level: Level): Reveal[] {
  const forked = level === 1 && fork ? [fork, ...Object.values(fork.options)] : [];
  return [...opens, ...[...options, ...forked].flatMap((one) => one.opens ?? [])];
}
