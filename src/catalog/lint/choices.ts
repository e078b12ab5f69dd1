import type { AuthoredItem } from '#core/model/item.schema.ts';
import type { Text } from '#core/model/text.ts';
import type { LessonFiles } from './course-files.ts';

type Path = readonly (string | number)[];

/** Options of which some are keys, as a learner chooses among them. */
export interface Choice {
  lesson: LessonFiles;
  item: AuthoredItem;
  path: Path;
  options: readonly { text: Text; isKey: boolean; misconception: string | undefined }[];
}

/** @returns the choice an item asks for; [] for sorting, ordering, numbers and words. */
export function choiceOf(lesson: LessonFiles, item: AuthoredItem): Choice[] {
  const index = lesson.items.data.items.indexOf(item);
  const list = (field: string, options: Choice['options']): Choice[] => [
    { lesson, item, path: ['items', index, field], options },
  ];
  switch (item.type) {
    case 'S':
    case 'M':
      return list(
        'options',
        item.options.map(({ text, correct, misconception }) => ({ text, isKey: correct, misconception })),
      );
    case 'SCN':
      return list(
        'options',
        item.options.map(({ text, credit, misconception }) => ({ text, isKey: credit === 1, misconception })),
      );
    case 'TF':
      return list(
        'reasons',
        item.reasons.map(({ text, correct, misconception }) => ({ text, isKey: correct, misconception })),
      );
    default:
      return [];
  }
}

/** Characters as a reader counts them. */
export const lengthOf = (text: string) => [...text].length;
/** Where a choice stands. @param more path below its list. */
export const at = ({ lesson, path }: Choice, more: Path = []) => ({
  file: lesson.items.file,
  line: lesson.items.lineAt([...path, ...more]),
});
