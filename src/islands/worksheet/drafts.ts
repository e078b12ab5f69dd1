import { lastWords } from '#client/last-words.ts';
import type { DeviceRecord } from '#client/record/record.ts';
import type { StoredSnapshot } from '#client/record/stored-snapshot.ts';
import { parseStoredSnapshot } from '#client/record/stored-snapshot.ts';
import { readFields } from '#core/worksheet/values.ts';
import type { Draft } from '#core/worksheet/versions.ts';
import type { Fields, Worksheet } from '#core/worksheet/worksheet.ts';

export const DRAFT_MACHINE = 'worksheet@1';

/** Where a draft lies among the record's snapshots. */
export const draftKey = (worksheetId: string, documentId: string): string =>
  `worksheet:${worksheetId}/${documentId}`;

/**
 * @param stored a row of the record, or what a page that went left of it.
 * @returns undefined when there is none.
 */
export function readDraft(
  sheet: Worksheet<string>,
  stored: StoredSnapshot | object | undefined,
): Draft | undefined {
  const held =
    stored && 'snapshot' in stored
      ? (stored.snapshot as Partial<Draft>)
      : (stored as Partial<Draft> | undefined);
  if (!held || typeof held.fields !== 'object') return undefined;
  return {
    fields: readFields(sheet, held.fields),
    ...(typeof held.base === 'string' && { base: held.base }),
  };
}

/** A sheet of which there is a draft, and when it was written. */
export interface KnownDraft {
  documentId: string;
  /** Epoch ms. */
  at: number;
  fields: Fields;
}

/** @returns the drafts of one worksheet on this device, also one that a page left on its way out. A sheet may be nowhere else yet. */
export async function draftsOf(record: DeviceRecord, sheet: Worksheet<string>): Promise<KnownDraft[]> {
  const prefix = draftKey(sheet.id, '');
  const words = lastWords();
  const rows = [
    ...(words ? [[words.key, words, Date.now()] as const] : []),
    ...(await record.snapshots()).flatMap(([key, value]) => {
      const row = parseStoredSnapshot(value);
      return row ? [[key, row, row.savedAt] as const] : [];
    }),
  ];
  const drafts = new Map<string, KnownDraft>();
  for (const [key, stored, at] of rows) {
    const draft = key.startsWith(prefix) ? readDraft(sheet, stored) : undefined;
    const documentId = key.slice(prefix.length);
    if (!draft || Object.keys(draft.fields).length === 0 || drafts.has(documentId)) continue;
    drafts.set(documentId, { documentId, at, fields: draft.fields });
  }
  return [...drafts.values()];
}
