/** One thing said to whoever asked, in both languages: what is wrong and what to do. */
export interface Sentence {
  zh: string;
  en: string;
}
