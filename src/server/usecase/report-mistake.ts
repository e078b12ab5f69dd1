import { type Mistake, WORDS_LIMIT } from '#core/model/mistake.ts';
import type { Clock } from '#server/port/clock.ts';
import type { AddOutcome, MistakeStore } from '#server/port/mistake-store.ts';
import { mistakeBodySchema } from './mistake-body.schema.ts';
import type { Sentence } from './sentence.ts';

export type ReportOutcome = { status: 'malformed'; problem: Sentence } | { status: AddOutcome };

export interface ReportMistakePlan {
  mistakes: MistakeStore;
  clock: Clock;
}

/** Put a mistake somebody found into the inbox. @returns a function of the parsed body. It throws what `MistakeStore.add` throws. */
export function createReportMistake({ mistakes, clock }: ReportMistakePlan) {
  return async (body: unknown): Promise<ReportOutcome> => {
    const parsed = mistakeBodySchema.safeParse(body);
    if (!parsed.success)
      return { status: 'malformed', problem: problemOf(parsed.error.issues[0]?.path, body) };
    return { status: await mistakes.add(parsed.data as Mistake, clock.now()) };
  };
}

const LETTERS = {
  zh: '字母、数字、连字符和点，最多120个',
  en: 'letters, digits, hyphens and dots, at most 120',
};

const WANTED: Record<keyof Mistake, Sentence> = {
  id: { zh: '设备生成的UUID', en: 'a UUID made on the device' },
  lessonId: LETTERS,
  placeId: LETTERS,
  language: { zh: 'zh或en', en: 'zh or en' },
  revision: LETTERS,
  path: {
    zh: '以/开头的网页路径，最多300个字符',
    en: 'a path of this site that begins with /, at most 300 characters',
  },
  words: { zh: `1到${WORDS_LIMIT}个字`, en: `1 to ${WORDS_LIMIT.toLocaleString('en')} characters` },
};

/** What was sent, where it stands, what to send instead. @param path of the first issue; empty for the body as a whole. */
function problemOf(path: readonly PropertyKey[] = [], body: unknown): Sentence {
  const [field] = path;
  if (field === undefined || !Object.hasOwn(WANTED, field)) {
    const fields = Object.keys(WANTED).join(', ');
    const value = shown(body);
    return {
      zh: `body的内容不合格式：${value}。只收这些字段：${fields}。请刷新页面取得新版本后再试。`,
      en: `body has the wrong shape: ${value}. It takes these fields only: ${fields}. Reload the page to get the present version and try again.`,
    };
  }
  const { zh, en } = WANTED[field as keyof Mistake];
  const value = shown((body as Record<PropertyKey, unknown>)[field]);
  return {
    zh: `body.${String(field)}的内容${value}不合格式，应为${zh}。请改好后再发。`,
    en: `body.${String(field)} is ${value}, expected ${en}. Change it and send again.`,
  };
}

const SHOWN_AT_MOST = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > SHOWN_AT_MOST
    ? `${text.slice(0, SHOWN_AT_MOST).toWellFormed()}… (${text.length})`
    : text;
}
