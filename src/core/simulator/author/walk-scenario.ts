import type { Text } from '../../model/text.ts';
import type { ForkedOption, Option, Scenario, Sheet, Turn } from '../scenario.ts';
import type { Path } from './issue.ts';

/** Ways through a scenario file that the checks share; each gives the path of what it finds. */

export interface PlacedTurn {
  turn: Turn<Text>;
  sheet: Sheet<Text>;
  path: Path;
}

export function turnsOf({ stages }: Scenario<Text>): PlacedTurn[] {
  return stages.flatMap((sheet, stage) =>
    sheet.kind === 'sheet'
      ? sheet.turns.map((turn, index) => ({ turn, sheet, path: ['stages', stage, 'turns', index] }))
      : [],
  );
}

export interface PlacedMarks {
  id: string;
  option: Option<Text>;
  /** The option's own marks, or those of the fork. */
  marks: ForkedOption<Text>;
  forked: boolean;
  path: Path;
}

/** The marks of every option of a turn, those of its fork after its own. */
export function marksOf({ turn, path }: PlacedTurn): PlacedMarks[] {
  const own = turn.options.map((option, index) => ({
    id: option.id,
    option,
    marks: option,
    forked: false,
    path: [...path, 'options', index],
  }));
  const forked = turn.options.flatMap((option) => {
    const marks = turn.fork?.options[option.id];
    return marks
      ? [{ id: option.id, option, marks, forked: true, path: [...path, 'fork', 'options', option.id] }]
      : [];
  });
  return [...own, ...forked];
}

/** Every text of the file with its path. */
export function textsOf(value: unknown, path: Path = []): { text: Text; path: Path }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isText(value)) return [{ text: value, path }];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function isText(value: object): value is Text {
  return 'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string';
}
