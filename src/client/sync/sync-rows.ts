import { isCount, isRecord, isString } from '#core/model/shape.ts';
import type { FactRefusal } from '#core/sync/sync-answer.ts';
import type { DeviceRecord } from '../record/record.ts';

const ROOT = 'sync/';
/** What all rows of one learner's copy begin with. */
export const rowBase = (learnerId: string): string => `${ROOT}${learnerId}/`;

/** What syncing with one learner's copy noted down on this device. */
export interface SyncNotes {
  nickname: string;
  cursor: number;
  gapAt?: number | undefined;
  /** Epoch ms by this device's clock; absent before the first time. */
  syncedAt?: number | undefined;
}

export interface SyncRows {
  load(): Promise<{
    notes: SyncNotes;
    settled: Set<string>;
    refused: Map<string, FactRefusal>;
  }>;
  save(change: {
    notes: SyncNotes;
    settled?: readonly string[];
    refused?: readonly FactRefusal[];
  }): Promise<void>;
  /** Everything noted for this learner. */
  forget(): Promise<void>;
}

/**
 * Rows in the record's `meta` store, under the learner's id, so that nothing noted for one copy counts for another:
 * `sync/<learner>/notes`, `sync/<learner>/sent/<fact>`, `sync/<learner>/refused/<fact>`. Without a working database
 * everything counts as unsent at the next visit, which costs time only. Pictures have rows of their own (`picture-rows.ts`).
 */
export function syncRows(record: DeviceRecord, learnerId: string): SyncRows {
  const base = rowBase(learnerId);
  return {
    async load() {
      const read = await record.aside('read', (stores) => stores.entries('meta'));
      const notes: SyncNotes = { nickname: '', cursor: 0 };
      const settled = new Set<string>();
      const refused = new Map<string, FactRefusal>();
      for (const [key, value] of read?.value ?? []) {
        if (!key.startsWith(base)) continue;
        const [kind, ...rest] = key.slice(base.length).split('/');
        const id = rest.join('/'); // ids of facts may hold a slash
        if (kind === 'notes') Object.assign(notes, readNotes(value));
        else if (kind === 'sent' || kind === 'refused') settled.add(id);
        if (kind === 'refused' && isRecord(value)) refused.set(id, value as unknown as FactRefusal);
      }
      return { notes, settled, refused };
    },
    async save({ notes, settled = [], refused = [] }) {
      await record.aside('write', async (stores) => {
        await stores.put('meta', `${base}notes`, notes);
        for (const id of settled) await stores.put('meta', `${base}sent/${id}`, 1);
        for (const one of refused) await stores.put('meta', `${base}refused/${one.id}`, one);
      });
    },
    forget: () => forgetRows(record, (key) => key.startsWith(base)),
  };
}

/** Everything noted for other learners than this one. @param learnerId '' = for everybody. */
export const forgetOthers = (record: DeviceRecord, learnerId = ''): Promise<void> =>
  forgetRows(
    record,
    (key) => key.startsWith(ROOT) && (learnerId === '' || !key.startsWith(`${ROOT}${learnerId}/`)),
  );

async function forgetRows(record: DeviceRecord, isOver: (key: string) => boolean): Promise<void> {
  await record.aside('write', async (stores) => {
    for (const [key] of await stores.entries('meta')) if (isOver(key)) await stores.remove('meta', key);
  });
}

function readNotes(value: unknown): Partial<SyncNotes> {
  if (!isRecord(value)) return {};
  const { nickname, cursor, gapAt, syncedAt } = value;
  return {
    ...(isString(nickname) && { nickname }),
    ...(isCount(cursor) && { cursor }),
    ...(isCount(gapAt) && { gapAt }),
    ...(isCount(syncedAt) && { syncedAt }),
  };
}
