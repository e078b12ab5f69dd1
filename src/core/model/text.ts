/** The two content languages. The page's `lang` is `zh-CN` or `en`; content keys are `zh` and `en`. */
export type Language = 'zh' | 'en';

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** One sentence or phrase in both languages. Chinese is written first and is never empty. */
export interface Text {
  zh: string;
  en: string;
}

/** A list per language, for word lists that cannot be translated one to one. */
export interface TextLists {
  zh: readonly string[];
  en: readonly string[];
}
