import { blocksOf, type CourseFiles, type LessonFiles, type Published } from './course-files.ts';
import type { Finding } from './finding.ts';

type Found = Omit<Finding, 'severity'>;

/** What a learner’s record may name, as the content stands now. Drafts are not published. */
export function publishedNow(
  lessons: readonly LessonFiles[],
  scenarios: readonly { id: string; status: string }[],
): Published {
  return {
    lessons: Object.fromEntries(
      lessons
        .filter(({ head }) => head.data.status !== 'draft')
        .map(({ head, items, zh }) => [
          head.data.id,
          {
            objectives: head.data.objectives.map(({ id }) => id),
            blocks: [...new Set(blocksOf(zh).map(({ id }) => id))],
            items: Object.fromEntries(
              items.data.items
                .filter(({ status }) => status !== 'draft')
                .map((item) => [item.id.split('.')[1] ?? item.id, optionIds(item)]),
            ),
          },
        ]),
    ),
    scenarios: scenarios.filter(({ status }) => status !== 'draft').map(({ id }) => id),
  };
}

/** Ids of options, cards, spots, reasons or sides: what a response names. */
function optionIds(item: object): string[] {
  const { options, reasons, cards, bins, spots, left, right } = item as Record<
    string,
    { id: string }[] | undefined
  >;
  return [options, reasons, cards, bins, spots, left, right].flatMap((list) =>
    (list ?? []).map(({ id }) => id),
  );
}

/** @returns every id in one list: `lesson`, `lesson/O1`, `lesson#block`, `lesson.q1`, `lesson.q1/a`, `d-a`. */
export function idsOf({ lessons, scenarios }: Published): string[] {
  return [
    ...Object.entries(lessons).flatMap(([lesson, { objectives, blocks, items }]) => [
      lesson,
      ...objectives.map((id) => `${lesson}/${id}`),
      ...blocks.map((id) => `${lesson}#${id}`),
      ...Object.entries(items).flatMap(([item, options]) => [
        `${lesson}.${item}`,
        ...options.map((id) => `${lesson}.${item}/${id}`),
      ]),
    ]),
    ...scenarios,
  ];
}

/**
 * Rule group 5: a published id may vanish only if content/migrations.yaml says what became of it, for records name it. What is
 * said of a lesson or an item holds for everything in it.
 */
export function driftRules(
  files: CourseFiles,
  scenarios: readonly { id: string; status: string }[],
): Found[] {
  const now = new Set(idsOf(publishedNow(files.lessons, scenarios)));
  const moved = files.migrations.data.migrations ?? [];
  const isTold = (id: string) =>
    moved.some((one) => id === one.id || (id.startsWith(one.id) && /^[/#.]/.test(id.slice(one.id.length))));
  const gone = idsOf(files.published.data)
    .filter((id) => !now.has(id) && !isTold(id))
    // One finding for a lesson that is gone, not one for each of its options.
    .filter(
      (id, _, all) =>
        !all.some((other) => id !== other && id.startsWith(other) && /^[/#.]/.test(id.slice(other.length))),
    );
  const lost = gone.map((id) => ({
    file: files.published.file,
    line: 1,
    rule: 'drift/gone',
    message: `${id} is published and no longer there; learners’ records name it`,
    remedy:
      'bring it back (status: retired keeps it out of sight), or say in content/migrations.yaml what became of it',
  }));
  const wrong = moved.flatMap((one, index) => {
    const line = files.migrations.lineAt(['migrations', index]);
    if (one.into !== undefined && !now.has(one.into))
      return [
        {
          file: files.migrations.file,
          line,
          rule: 'drift/into',
          message: `${one.id} is said to be ${one.into} now, which is not there`,
          remedy: 'write an id that is, or leave `into` out',
        },
      ];
    return now.has(one.id)
      ? [
          {
            file: files.migrations.file,
            line,
            rule: 'drift/back',
            message: `${one.id} is there again`,
            remedy: 'delete the entry',
          },
        ]
      : [];
  });
  const fresh = [...now].filter((id) => !idsOf(files.published.data).includes(id));
  const news =
    fresh.length === 0
      ? []
      : [
          {
            file: files.published.file,
            line: 1,
            rule: 'drift/new',
            message: `${fresh.length} ids are not in the list yet, e.g. ${fresh[0]}`,
            remedy: 'npm run lint:content -- --publish writes them, once they are meant to stay',
          },
        ];
  return [...lost, ...wrong, ...news];
}
