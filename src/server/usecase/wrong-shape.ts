import { z } from 'zod';
import type { Sentence } from './sentence.ts';

const zhCN = z.locales.zhCN().localeError;
const en = z.locales.en().localeError;

/**
 * Say what is wrong with a value that a schema refuses.
 * @param place where the value stands, e.g. `facts[3]`.
 * @returns the first problem: field, what is wrong, what was expected.
 */
export function wrongShape(schema: z.ZodType, value: unknown, place: string): Sentence {
  const told = (error: typeof en) => {
    const issue = schema.safeParse(value, { error }).error?.issues[0];
    const field = issue?.path
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('');
    return { field: `${place}${field ?? ''}`, message: issue?.message ?? '' };
  };
  const [inChinese, inEnglish] = [told(zhCN), told(en)];
  return {
    zh: `${inChinese.field}的内容不合格式：${inChinese.message}。请刷新页面取得新版本后再试。`,
    en: `${inEnglish.field} has the wrong shape: ${inEnglish.message}. Reload the page to get the present version and try again.`,
  };
}
