import { useEffect, useRef, useState } from 'react';
import { leaveLastWords, takeLastWords } from '#client/last-words.ts';
import { uuidv7 } from '#client/record/ids.ts';
import type { DeviceRecord } from '#client/record/record.ts';
import { isSameBody } from '#core/model/same-body.ts';
import type { Language } from '#core/model/text.ts';
import { picturesOf } from '#core/worksheet/pictures.ts';
import { readFields } from '#core/worksheet/values.ts';
import { type Draft, documentsOf, heldBy, standing } from '#core/worksheet/versions.ts';
import type { Fields, Worksheet } from '#core/worksheet/worksheet.ts';
import { DRAFT_MACHINE, draftKey, readDraft } from './drafts.ts';

/** A draft is written once the hand has rested so long, ms. */
const REST_MS = 400;

/** What a sheet that is nowhere yet begins with. */
export interface FirstFields {
  fields: Fields;
  /** To be looked at: not the learner's own, and not kept, until something in it is changed. */
  isExample: boolean;
}

export interface SheetPlan {
  record: DeviceRecord;
  sheet: Worksheet<string>;
  revision: string;
  documentId: string;
  language: Language;
  first: FirstFields;
}

/**
 * One sheet being filled in. Every change is kept as a draft on the device. A version (a fact, which other devices will see) is
 * made when the page is hidden or the sheet taken along, when the writer says so, and at the latest when the sheet is opened
 * again, for a page that goes may be too fast for the record. Where somebody else wrote meanwhile, another tab or another
 * device, both are kept as versions: nothing written is lost.
 */
export function useSheet({ record, sheet, revision, documentId, language, first }: SheetPlan) {
  const [draft, setDraft] = useState<Draft>();
  const latest = useRef<Draft>(undefined);
  const seq = useRef(0);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastKept = useRef<{ id: string; fields: Fields }>(undefined);
  /** What is read and written: one thing after the other. */
  const work = useRef<Promise<void>>(Promise.resolve());
  const key = draftKey(sheet.id, documentId);
  const versions = () =>
    documentsOf(record.facts(), sheet.id).find((one) => one.documentId === documentId)?.versions ?? [];
  const isExample = () => first.isExample && latest.current?.fields === first.fields;

  function show(next: Draft) {
    latest.current = next;
    setDraft(next);
  }

  /**
   * @param at when it was written, epoch ms; absent: now.
   * @returns the id of the version that holds the draft: a new one, or the one that held it already.
   */
  function keepVersion(draft: Draft, at?: number): string | undefined {
    const { fields, base } = draft;
    const held = heldBy(versions(), draft);
    if (held) return held.id;
    // Asked for twice before the record has answered, as by a page that is hidden and then goes.
    if (lastKept.current && isSameBody(lastKept.current.fields, fields)) return lastKept.current.id;
    if (Object.keys(fields).length === 0) return base;
    const id = uuidv7(Date.now());
    lastKept.current = { id, fields };
    void record.append([
      {
        type: 'worksheet.saved',
        id,
        ...(at !== undefined && { at }),
        worksheetId: sheet.id,
        worksheetRevision: revision,
        documentId,
        fields,
        blobIds: picturesOf(sheet, fields),
        language,
      },
    ]);
    return id;
  }

  const commit = () =>
    record.commit({
      key,
      expectedSeq: seq.current,
      snapshot: {
        machine: DRAFT_MACHINE,
        lessonId: sheet.id,
        snapshot: { status: 'active', ...latest.current },
      },
      facts: [],
    });

  async function write() {
    if ((await commit()) === 'stale') {
      // Another tab wrote since: what it wrote becomes a version, and this one goes on from there.
      const row = await record.snapshot(key);
      const theirs = readDraft(sheet, row);
      seq.current = row?.seq ?? 0;
      if (theirs && latest.current) show({ ...latest.current, base: keepVersion(theirs) });
      await commit();
    }
    seq.current += 1;
  }

  function writeSoon() {
    work.current = work.current.then(write);
  }

  function rest() {
    if (resting.current === undefined) return;
    clearTimeout(resting.current);
    resting.current = undefined;
    writeSoon();
  }

  function keep(): void {
    if (!latest.current || isExample()) return;
    rest();
    const base = keepVersion(latest.current);
    if (base === latest.current.base) return;
    show({ ...latest.current, base });
    writeSoon();
  }
  const leave = useRef(keep);
  leave.current = () => {
    if (resting.current !== undefined && latest.current) leaveLastWords(key, latest.current);
    keep();
  };

  async function open() {
    const row = await record.snapshot(key);
    seq.current = row?.seq ?? 0;
    const words = readDraft(sheet, takeLastWords(key));
    const kept = words ?? readDraft(sheet, row);
    const newest = versions()[0];
    if (!kept) {
      show(newest ? { fields: readFields(sheet, newest.fields), base: newest.id } : { fields: first.fields });
      if (!newest && !first.isExample && Object.keys(first.fields).length > 0) writeSoon();
      return;
    }
    const at = words || !row ? Date.now() : row.savedAt;
    const stands = standing(versions(), { ...kept, at });
    // The last visit has ended, however it did: what it left is a version.
    const base = keepVersion(kept, at);
    show(
      stands === 'draft' || !newest
        ? { ...kept, base }
        : { fields: readFields(sheet, newest.fields), base: newest.id },
    );
    if (latest.current?.base !== kept.base || words) writeSoon();
  }

  useEffect(() => {
    let gone = false;
    work.current = work.current.then(() => (gone ? undefined : open()));
    // Another tab writes while nothing is typed here: follow it.
    const stop = record.subscribe((change) => {
      if (change.type !== 'snapshot' || change.key !== key || !change.elsewhere || resting.current) return;
      work.current = work.current.then(async () => {
        const row = await record.snapshot(key);
        const theirs = readDraft(sheet, row);
        if (gone || resting.current !== undefined || !row || !theirs) return;
        seq.current = row.seq;
        show(theirs);
      });
    });
    const onHide = () => document.visibilityState === 'hidden' && leave.current();
    const onGo = () => leave.current();
    document.addEventListener('visibilitychange', onHide);
    addEventListener('pagehide', onGo);
    return () => {
      gone = true;
      leave.current();
      stop();
      document.removeEventListener('visibilitychange', onHide);
      removeEventListener('pagehide', onGo);
    };
  }, [key]);

  return {
    /** undefined until the device was read. */
    fields: draft?.fields,
    versions: versions(),
    base: draft?.base,
    isExample: isExample(),
    /** @param edit made on what stands now: a picture that took its time must not bring back what stood when it was chosen. */
    change(edit: (now: Fields) => Fields) {
      show({ ...latest.current, fields: edit(latest.current?.fields ?? {}) });
      clearTimeout(resting.current);
      resting.current = setTimeout(rest, REST_MS);
    },
    keep,
    /** Go on from another version; what stands there now is kept first. */
    use(fields: Fields) {
      keep();
      show({ ...latest.current, fields });
      writeSoon();
    },
  };
}
