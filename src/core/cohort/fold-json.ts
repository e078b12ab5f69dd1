import type { ItemFold, LessonFold, ScenarioFold, Scored, StandingFold } from './standing-fold.ts';

/** A fold as it is kept: names are long and values many, so that items are rows. */
interface KeptFold {
  lastAt: number;
  lessons: [id: string, Omit<LessonFold, 'objectives'>, [objective: string, ItemRow[]][]][];
  scenarios: [id: string, ScenarioFold][];
  standIns: [attemptId: string, [objective: string, ScoredRow][]][];
}
type ScoredRow = [at: number, id: string, earned: number, possible: number];
type ItemRow = [itemId: string, ...ScoredRow, textIn?: string];

export function writeFold({ lastAt, lessons, scenarios, standIns }: StandingFold): string {
  const kept: KeptFold = {
    lastAt,
    lessons: [...lessons].map(([id, { objectives, ...lesson }]) => [
      id,
      lesson,
      [...objectives].map(([objective, items]) => [objective, [...items].map(itemRow)]),
    ]),
    scenarios: [...scenarios],
    standIns: [...standIns].map(([attemptId, own]) => [
      attemptId,
      [...own].map(([objective, scored]) => [objective, scoredRow(scored)]),
    ]),
  };
  return JSON.stringify(kept);
}

/** @returns undefined when it is nothing that `writeFold` of this version wrote: all facts have to be read then. */
export function readFold(json: string): StandingFold | undefined {
  try {
    const { lastAt, lessons, scenarios, standIns }: KeptFold = JSON.parse(json);
    return {
      lastAt,
      lessons: new Map(
        lessons.map(([id, lesson, objectives]) => [
          id,
          {
            ...lesson,
            objectives: new Map(
              objectives.map(([objective, rows]) => [objective, new Map(rows.map(itemOf))]),
            ),
          },
        ]),
      ),
      scenarios: new Map(scenarios),
      standIns: new Map(
        standIns.map(([attemptId, own]) => [
          attemptId,
          new Map(own.map(([objective, row]) => [objective, scoredOf(row)])),
        ]),
      ),
    };
  } catch {
    return undefined;
  }
}

const scoredRow = ({ at, id, earned, possible }: Scored): ScoredRow => [at, id, earned, possible];

const scoredOf = ([at, id, earned, possible]: ScoredRow): Scored => ({ at, id, earned, possible });

const itemRow = ([itemId, item]: [string, ItemFold]): ItemRow =>
  item.textIn === undefined ? [itemId, ...scoredRow(item)] : [itemId, ...scoredRow(item), item.textIn];

const itemOf = ([itemId, at, id, earned, possible, textIn]: ItemRow): [string, ItemFold] => [
  itemId,
  { at, id, earned, possible, ...(textIn !== undefined && { textIn }) },
];
