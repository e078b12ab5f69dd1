import { ownRecord } from '#client/record/own.ts';
import type { Language } from '#core/model/text.ts';

/** Keep that a lesson was opened, once per revision: what `/me` and the map call "in progress". */
export async function keepOpened(lessonId: string): Promise<void> {
  const root = document.documentElement;
  const lessonRevision = root.dataset.revision;
  if (!lessonRevision) return;
  const language: Language = root.lang === 'en' ? 'en' : 'zh';
  const record = await ownRecord();
  const known = record
    .facts()
    .some(
      (fact) =>
        fact.type === 'lesson.opened' && fact.lessonId === lessonId && fact.lessonRevision === lessonRevision,
    );
  if (!known) await record.append([{ type: 'lesson.opened', lessonId, lessonRevision, language }]);
}
