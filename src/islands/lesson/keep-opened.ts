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

/**
 * Somebody reads on: fetch what the rest of the page can need, so that its boards and its check come alive at once, and
 * also when the network is gone by then. Not for those who asked their browser to save data.
 */
export function fetchAhead(): void {
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
  if (navigator.onLine === false || connection?.saveData) return;
  for (const island of document.querySelectorAll('astro-island')) {
    for (const name of ['component-url', 'renderer-url']) {
      const url = island.getAttribute(name);
      if (url) import(/* @vite-ignore */ url).catch(() => {});
    }
  }
  const content = document.querySelector<HTMLElement>('[data-content]')?.dataset.content;
  if (content) fetch(content).catch(() => {});
}
