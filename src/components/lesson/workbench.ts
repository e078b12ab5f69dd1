import type { LessonContext } from '#catalog/lesson-context.ts';
import { interactionOf } from '#catalog/lessons.ts';
import type { Interaction } from '#core/model/interaction.schema.ts';
import { inLanguage } from '#core/text/in-language.ts';
import { workbenchStrings } from '#i18n/lesson-workbench.ts';
import { blockOf } from './block.ts';

/**
 * A workbench block of the lesson a page shows, in the language of the page.
 * @returns `data` as the author wrote it, `activity` for its island, `strings` of all kinds.
 * @throws {Error} when lesson.yaml has no block of that id and kind; names the remedy.
 */
export function workbenchOf<K extends Interaction['kind']>(context: LessonContext, kind: K, id: string) {
  const data = interactionOf(context.lesson.head, kind, id);
  return {
    data,
    activity: { ...inLanguage(data, context.language), ...blockOf(context, id).place },
    strings: workbenchStrings(context.language),
  };
}
