import { fill } from '#core/text/fill.ts';
import type { MeProps } from './me-props.ts';
import { lessonName } from './wording.ts';

const AFTER_PRACTICE = 'practice-';

/** How the page names the place in which a note was written. */
export function writtenAt(
  { lessonId, blockId }: { lessonId: string; blockId: string },
  { lessons, scenarios, strings }: Pick<MeProps, 'lessons' | 'scenarios' | 'strings'>,
) {
  const lesson = lessons.find(({ id }) => id === lessonId);
  const block = lesson?.writing?.[blockId];
  const scenario = blockId.startsWith(AFTER_PRACTICE)
    ? scenarios[blockId.slice(AFTER_PRACTICE.length)]
    : undefined;
  return {
    title: scenario
      ? fill(strings.notesAfter, { title: scenario.title })
      : (block?.title ?? strings.notesElsewhere),
    url: scenario?.url ?? (lesson?.url && block ? `${lesson.url}#${blockId}` : lesson?.url),
    place: lessonName(lesson, lessonId, strings),
    labels: block?.labels ?? {},
  };
}
