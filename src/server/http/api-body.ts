import type { Sentence } from '#server/usecase/sentence.ts';
import type { ApiAnswer, ApiCall } from './api.ts';
import type { FlatHeaders } from './headers.ts';
import { REFUSALS, type Refusal } from './refusals.ts';

/** @returns the body, in a box because it may be `null`; undefined when it is no JSON. */
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

/** A body that is read as JSON first. @returns what `work` answers, or what is wrong with the body. */
export async function withBody(
  call: Pick<ApiCall, 'body'>,
  work: (body: unknown) => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const body = parseBody(call);
  return body ? work(body.value) : malformed(NO_JSON);
}

export const answered = (status: number, value: object, headers: FlatHeaders = []): ApiAnswer => ({
  status,
  json: JSON.stringify(value),
  headers,
});

/** @param waitMs more than 0. @param refusal what it was too many of. */
export const tooMany = (waitMs: number, refusal: Refusal = REFUSALS.tooMany): ApiAnswer => ({
  refusal,
  headers: ['retry-after', String(Math.ceil(waitMs / 1000))],
});
