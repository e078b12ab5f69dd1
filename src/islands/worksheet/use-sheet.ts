import { useEffect, useRef, useState } from 'react';
import { leaveLastWords, takeLastWords } from '#client/last-words.ts';
import { uuidv7 } from '#client/record/ids.ts';
import type { DeviceRecord } from '#client/record/record.ts';
import { isSameBody } from '#core/model/same-body.ts';
import type { Language } from '#core/model/text.ts';
import { readFields } from '#core/worksheet/values.ts';
import { documentsOf } from '#core/worksheet/versions.ts';
import type { Fields, Worksheet } from '#core/worksheet/worksheet.ts';

/** A draft is written once the hand has rested so long, ms. */
const REST_MS = 400;
const MACHINE = 'worksheet@1';

interface Draft {
  fields: Fields;
  /** The version it grew from; absent for a new sheet. */
  base?: string | undefined;
}

export interface SheetPlan {
  record: DeviceRecord;
  sheet: Worksheet<string>;
  revision: string;
  documentId: string;
  language: Language;
  /** What a new sheet begins with. */
  first: Fields;
}

/**
 * One sheet being filled in. Every change is kept as a draft on the device; a version (a fact, which other devices will see)
 * is made when the page is left, when the sheet is taken along, or when the writer says so. When another device made a newer
 * version, that one is shown and the draft becomes a version of its own: nothing written is ever lost.
 */
export function useSheet({ record, sheet, revision, documentId, language, first }: SheetPlan) {
  const [draft, setDraft] = useState<Draft>();
  const latest = useRef<Draft>(undefined);
  const seq = useRef(0);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const key = `worksheet:${sheet.id}/${documentId}`;
  const versions = () =>
    documentsOf(record.facts(), sheet.id).find((one) => one.documentId === documentId)?.versions ?? [];

  function show(next: Draft) {
    latest.current = next;
    setDraft(next);
  }

  /** @returns the id of the version that holds these fields, new or the last one when nothing changed. */
  function keepVersion({ fields, base }: Draft): string | undefined {
    const own = versions().find(({ id }) => id === base);
    if (own && isSameBody(own.fields, fields)) return own.id;
    if (Object.keys(fields).length === 0) return base;
    const id = uuidv7(Date.now());
    void record.append([
      {
        type: 'worksheet.saved',
        id,
        worksheetId: sheet.id,
        worksheetRevision: revision,
        documentId,
        fields,
        blobIds: [],
        language,
      },
    ]);
    return id;
  }

  async function writeDraft() {
    const snapshot = () => ({
      machine: MACHINE,
      lessonId: sheet.id,
      snapshot: { status: 'active', ...latest.current },
    });
    const commit = () => record.commit({ key, expectedSeq: seq.current, snapshot: snapshot(), facts: [] });
    if ((await commit()) === 'stale') {
      // Another tab of this device wrote last; what it wrote is in its own version when it is left.
      seq.current = (await record.snapshot(key))?.seq ?? 0;
      await commit();
    }
    seq.current += 1;
  }

  function rest() {
    if (resting.current === undefined) return;
    clearTimeout(resting.current);
    resting.current = undefined;
    void writeDraft();
  }

  function keep(): void {
    if (!latest.current) return;
    rest();
    const base = keepVersion(latest.current);
    if (base === latest.current.base) return;
    show({ ...latest.current, base });
    void writeDraft();
  }
  const leave = useRef(keep);
  leave.current = () => {
    if (resting.current !== undefined && latest.current) leaveLastWords(key, latest.current);
    keep();
  };

  useEffect(() => {
    let gone = false;
    void record.snapshot(key).then((row) => {
      if (gone) return;
      seq.current = row?.seq ?? 0;
      const stored = row?.snapshot as Partial<Draft> | undefined;
      const newest = versions()[0];
      const last = (takeLastWords(key) as Partial<Draft> | undefined) ?? stored;
      const kept = last && { fields: readFields(sheet, last.fields), base: last.base };
      if (kept && (!newest || kept.base === newest.id)) return show(kept);
      if (kept) keepVersion(kept);
      show(newest ? { fields: readFields(sheet, newest.fields), base: newest.id } : { fields: first });
    });
    const onHide = () => document.visibilityState === 'hidden' && leave.current();
    const onGo = () => leave.current();
    document.addEventListener('visibilitychange', onHide);
    addEventListener('pagehide', onGo);
    return () => {
      gone = true;
      leave.current();
      document.removeEventListener('visibilitychange', onHide);
      removeEventListener('pagehide', onGo);
    };
  }, [key]);

  return {
    /** undefined until the device was read. */
    fields: draft?.fields,
    versions: versions(),
    base: draft?.base,
    change(fields: Fields) {
      show({ ...latest.current, fields });
      clearTimeout(resting.current);
      resting.current = setTimeout(rest, REST_MS);
    },
    keep,
    /** Go on from another version; what stands there now is kept first. */
    use(fields: Fields) {
      keep();
      show({ ...latest.current, fields });
      void writeDraft();
    },
  };
}
