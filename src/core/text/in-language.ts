import type { Language, Text } from '../model/text.ts';

/** The same shape with every `{ zh, en }` of texts turned into the text of one language. */
export type InLanguage<T> = T extends Text ? string : { [Key in keyof T]: InLanguage<T[Key]> };

/**
 * Content in one language: every `{ zh, en }` whose two members are texts becomes its text, everything else stays.
 * @param content plain data, any depth; it is not changed.
 */
export function inLanguage<T>(content: T, language: Language): InLanguage<T> {
  return inOne(content, language) as InLanguage<T>;
}

function inOne(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((member) => inOne(member, language));
  if (typeof value !== 'object' || value === null) return value;
  const text = (value as Partial<Text>)[language];
  if (typeof text === 'string' && Object.keys(value).sort().join() === 'en,zh') return text;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inOne(member, language)]));
}
