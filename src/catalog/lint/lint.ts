import { archiveRules } from './archive.ts';
import { completeness } from './completeness.ts';
import type { CourseFiles, LessonFiles } from './course-files.ts';
import { driftRules } from './drift.ts';
import { factRules } from './facts.ts';
import type { Finding } from './finding.ts';
import { moduleRules } from './item-patterns.ts';
import { itemRules } from './items.ts';
import { fileLanguageRules, type LanguageTools, languageRules } from './language.ts';
import { misconceptionRules } from './misconceptions.ts';

/**
 * The editor’s conscience: everything about the content that a machine can see, beyond the form of its files.
 * @param files every file of the course, each of the right form.
 * @param scenarios of the role-plays, for the ids records name.
 * @returns findings in the order of the files; of a draft lesson they are warnings.
 */
export function lintCourse(
  files: CourseFiles,
  scenarios: readonly { id: string; status: string }[],
  tools: LanguageTools,
): Finding[] {
  const perLesson = files.lessons.flatMap((lesson) =>
    [
      ...completeness(files, lesson),
      ...itemRules(lesson),
      ...misconceptionRules(lesson),
      ...languageRules(files, lesson, tools),
      ...factRules(files, lesson),
    ].map(
      (found): Finding => ({ ...found, severity: lesson.head.data.status === 'draft' ? 'warning' : 'error' }),
    ),
  );
  const live = files.lessons.filter(({ head }) => head.data.status === 'live');
  const modules = Map.groupBy(live, ({ head }: LessonFiles) => head.data.module);
  const others = [files.course, files.glossary, files.sources, ...files.others];
  const whole = [
    ...[...modules.values()].flatMap(moduleRules),
    ...others.flatMap((file) => fileLanguageRules(files, file, tools)),
    ...driftRules(files, scenarios),
    ...archiveRules(files),
  ].map((found): Finding => ({ ...found, severity: 'error' }));
  return [...perLesson, ...whole];
}
