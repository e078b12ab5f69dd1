import type { Language } from '#core/model/text.ts';

/** A page's address in one language: Chinese at the root, English under /en; always with a closing slash. */
export function localPath(language: Language, path: string): string {
  const clean = path.replace(/^\/+|\/+$/g, '');
  const parts = [language === 'en' ? 'en' : '', clean].filter(Boolean);
  return parts.length ? `/${parts.join('/')}/` : '/';
}

/** Values of the `[...lang]` folder: nothing for Chinese, `en` for English. */
export const LANGUAGE_PARAMS = [{ lang: undefined }, { lang: 'en' }] as const;

export const languageOf = (lang: string | undefined): Language => (lang === 'en' ? 'en' : 'zh');
