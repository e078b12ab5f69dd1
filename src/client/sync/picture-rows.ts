import { isCount, isRecord } from '#core/model/shape.ts';
import type { PictureRefusal } from '#core/sync/picture-answer.ts';
import type { PictureChange, PictureMark, PictureNotes } from '#core/sync/picture-plan.ts';
import type { DeviceRecord } from '../record/record.ts';
import { rowBase } from './sync-rows.ts';

export interface PictureRows {
  load(): Promise<PictureNotes>;
  save(change: PictureChange): Promise<void>;
}

/** Rows in the record's `meta` store: `sync/<learner>/picture/<id>`, and `sync/<learner>/pictures-full`. They go with the others. */
export function pictureRows(record: DeviceRecord, learnerId: string): PictureRows {
  const full = `${rowBase(learnerId)}pictures-full`;
  const base = `${rowBase(learnerId)}picture/`;
  return {
    async load() {
      const read = await record.aside('read', (stores) => stores.entries('meta'));
      const marks = new Map<string, PictureMark>();
      let fullUntil: number | undefined;
      for (const [key, value] of read?.value ?? []) {
        const mark = key.startsWith(base) ? readMark(value) : undefined;
        if (mark) marks.set(key.slice(base.length), mark);
        if (key === full && isCount(value)) fullUntil = value;
      }
      return { marks, fullUntil };
    },
    async save({ marks, fullUntil }) {
      await record.aside('write', async (stores) => {
        for (const [id, mark] of marks) await stores.put('meta', `${base}${id}`, mark);
        if (fullUntil !== undefined) await stores.put('meta', full, fullUntil);
      });
    },
  };
}

const REFUSALS: readonly PictureRefusal[] = ['contradicts', 'unknown-shape', 'too-large'];

/** @returns undefined for what is none: then the picture is looked for again. */
function readMark(value: unknown): PictureMark | undefined {
  if (!isRecord(value)) return undefined;
  const { is, why, tries, until } = value;
  if (is === 'settled') return { is };
  if (is === 'put-off' && isCount(tries) && isCount(until)) return { is, tries, until };
  const refusal = REFUSALS.find((one) => one === why);
  return is === 'refused' && refusal ? { is, why: refusal } : undefined;
}
