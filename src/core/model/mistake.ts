import type { Language } from './text.ts';

/** A mistake in a lesson as a reader reports it. Nothing in it says who that was. */
export interface Mistake {
  /** A UUID made where it was written: the same report sent twice is one. */
  id: string;
  lessonId: string;
  /** Block or item; absent: the whole lesson. */
  placeId?: string;
  language: Language;
  /** Content hash of the lesson as read. */
  revision?: string;
  /** The page's path without query, where it is not the lesson's own. */
  path?: string;
  /** 1 to `WORDS_LIMIT` UTF-16 units. */
  words: string;
}

/** Longest report in UTF-16 units, as a text field counts. */
export const WORDS_LIMIT = 2_000;

/** @returns where the mistake is, as a path of the site. Example: `/en/learn/m2-fab-pitch/#so-what`. */
export function mistakePlace({ lessonId, placeId, language, path }: Omit<Mistake, 'id' | 'words'>): string {
  const page = path ?? `${language === 'en' ? '/en' : ''}/learn/${lessonId}/`;
  return placeId ? `${page}#${placeId}` : page;
}
