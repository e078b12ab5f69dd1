import { useEffect, useRef } from 'react';
import { isMapOf, isRecord, isString } from '#core/model/shape.ts';
import { bothTexts, packTexts, unpackTexts } from '#core/practice/kept-text.ts';
import type { Texts } from '#core/practice/text-checks.ts';
import type { PracticeActivity } from '../use-practice.ts';
import { typedEarly } from './typed-early.ts';
import { useWritten } from './use-written.ts';

interface Written {
  texts: Texts;
}

const NOTHING: Written = { texts: {} };

const isWritten = (value: unknown): value is Written => isRecord(value) && isMapOf(value.texts, isString);

/** The fields of a block, by id. Words in a field that the lesson no longer has stay, as `lost`. */
export function useTexts(activity: PracticeActivity, ids: readonly string[]) {
  const early = useRef<Texts>(undefined);
  early.current ??= typedEarly(activity.id);
  const { state, save, ...rest } = useWritten<Written>(activity, {
    initial: NOTHING,
    accepts: isWritten,
    carry: (kept) => kept,
    merge: (kept, now) => ({ texts: bothTexts(kept.texts, now.texts) }),
    pack: ({ texts }) => packTexts(texts, ids),
    unpack: (text) => ({ texts: unpackTexts(text, ids) }),
  });
  const { texts } = state;
  useEffect(() => {
    if (early.current && Object.keys(early.current).length > 0) save({ texts: { ...early.current } });
  }, []);
  return {
    ...rest,
    texts,
    write: (id: string, text: string) => save({ texts: { ...texts, [id]: text } }),
    lost: Object.keys(texts)
      .filter((id) => !ids.includes(id))
      .map((id) => texts[id]?.trim() ?? '')
      .filter(Boolean),
  };
}
