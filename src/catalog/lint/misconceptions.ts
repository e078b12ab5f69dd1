import { at, type Choice, choiceOf } from './choices.ts';
import { type LessonFiles, liveItems } from './course-files.ts';
import type { Finding } from './finding.ts';

type Found = Omit<Finding, 'severity'>;

/** Rule group 2, whole lesson: every wrong option is a mistake somebody makes, and no mistake is listed in vain. */
export function misconceptionRules(lesson: LessonFiles): Found[] {
  return [
    ...lesson.items.data.items.flatMap((item) => choiceOf(lesson, item)).flatMap(named),
    ...idle(lesson),
  ];
}

const RULE = 'items/misconception';

/** A retired or draft option may be without one, for nobody meets it; what it names must be there all the same. */
function named(choice: Choice): Found[] {
  const { lesson, item } = choice;
  const known = misconceptionsOf(lesson).map(({ id }) => id);
  return choice.options.flatMap(({ text, isKey, misconception }, index): Found[] => {
    const found = (message: string, remedy: string) => [
      { ...at(choice, [index]), rule: RULE, message: `"${text.zh}" in ${item.id} ${message}`, remedy },
    ];
    if (misconception === undefined)
      return isKey || item.status !== 'live'
        ? []
        : found(
            'is wrong and stands for no misconception',
            'write misconception: with an id of lesson.yaml, or rewrite the option as a mistake people make',
          );
    if (isKey) return found(`is right and names "${misconception}"`, 'delete the line');
    return known.includes(misconception)
      ? []
      : found(
          `names "${misconception}", which lesson.yaml does not list`,
          `write one of ${known.join(', ') || 'its misconceptions, once there are some'}, or add it there`,
        );
  });
}

/** Misconceptions that nothing in the lesson speaks of. */
function idle(lesson: LessonFiles): Found[] {
  const tested = testedIn(lesson);
  const claims = claimsOf(lesson);
  return misconceptionsOf(lesson).flatMap(({ id, text }, index) =>
    tested.has(id) || claims.has(text.zh)
      ? []
      : [
          {
            file: lesson.head.file,
            line: lesson.head.lineAt(['misconceptions', index]),
            rule: RULE,
            message: `"${id}" is behind no option and is no <Myth claim>`,
            remedy:
              'let a wrong option stand for it, answer it in a <Myth> with the same words, or delete it',
          },
        ],
  );
}

/** @returns the misconceptions of a lesson; [] while it lists none. */
export const misconceptionsOf = ({ head }: LessonFiles) => head.data.misconceptions ?? [];

/** @returns ids of the misconceptions that an option of a live item stands for. */
export function testedIn(lesson: LessonFiles): ReadonlySet<string> {
  const options = liveItems(lesson).flatMap((item) => choiceOf(lesson, item).flatMap((one) => one.options));
  const listed = new Set(misconceptionsOf(lesson).map(({ id }) => id));
  return new Set(
    options.flatMap(({ misconception: id }) => (id !== undefined && listed.has(id) ? [id] : [])),
  );
}

const claimsOf = ({ zh }: LessonFiles) =>
  new Set(
    zh.lines.flatMap((line) => [...line.matchAll(/<Myth\s[^>]*?claim="([^"]+)"/g)].map(([, claim]) => claim)),
  );
