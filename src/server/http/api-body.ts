import type { Sentence } from '#server/usecase/sentence.ts';
import type { ApiAnswer, ApiCall } from './api.ts';
import { REFUSALS, type Refusal } from './refusals.ts';

/** @returns the body; undefined when it is no JSON. */
export function parseBody({ body }: Pick<ApiCall, 'body'>): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(String(body ?? '')) };
  } catch {
    return undefined;
  }
}

export const malformed = (problem: Sentence): ApiAnswer => ({ refusal: { status: 400, ...problem } });

export const NO_JSON: Sentence = {
  zh: '送来的内容不是JSON。请刷新页面后再试。',
  en: 'The request body is not JSON. Reload the page and try again.',
};

/** @param waitMs more than 0. @param refusal what it was too many of. */
export const tooMany = (waitMs: number, refusal: Refusal = REFUSALS.tooMany): ApiAnswer => ({
  refusal,
  headers: ['retry-after', String(Math.ceil(waitMs / 1000))],
});
