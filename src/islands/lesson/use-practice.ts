import { useEffect, useRef, useState } from 'react';
import { ownRecord } from '#client/record/own.ts';
import type { DeviceRecord } from '#client/record/record.ts';
import type { Language } from '#core/model/text.ts';

/** What every interactive block of a lesson knows of its place. */
export interface PracticeActivity {
  /** Block id. */
  id: string;
  lessonId: string;
  lessonRevision: string;
  language: Language;
}

const MACHINE = 'practice@1';

interface Kept<T> {
  revision: string;
  state: T;
}

/**
 * State of an interactive block, kept on the device with every change so that nobody sorts nine cards twice.
 * A state kept on another revision of the lesson is dropped: its cards may be gone, and practice has no score to lose.
 * @param accepts guards what is read back from the device.
 */
export function usePractice<T>(
  activity: PracticeActivity,
  initial: T,
  accepts: (value: unknown) => value is T,
) {
  const [state, setState] = useState(initial);
  const record = useRef<DeviceRecord>(undefined);
  const seq = useRef(0);
  const touched = useRef(false);
  const key = `practice:${activity.lessonId}/${activity.id}`;

  useEffect(() => {
    let gone = false;
    void ownRecord().then(async (own) => {
      record.current = own;
      const row = await own.snapshot(key);
      if (gone || !row) return;
      seq.current = row.seq;
      const kept = row.snapshot as Partial<Kept<unknown>>;
      if (touched.current || kept.revision !== activity.lessonRevision || !accepts(kept.state)) return;
      setState(kept.state);
    });
    return () => {
      gone = true;
    };
  }, []);

  async function keep(next: T) {
    const own = record.current;
    if (!own) return;
    const snapshot = {
      machine: MACHINE,
      lessonId: activity.lessonId,
      snapshot: { revision: activity.lessonRevision, state: next },
    };
    const done = await own.commit({ key, expectedSeq: seq.current, snapshot, facts: [] });
    // Another tab was faster. Practice has no score, so the hand that moved last wins.
    if (done === 'stale') seq.current = (await own.snapshot(key))?.seq ?? 0;
    else seq.current += 1;
  }

  return {
    state,
    save(next: T) {
      touched.current = true;
      setState(next);
      void keep(next);
    },
    /** Played to its end. @param slips steps that needed another try. */
    finish(slips: number) {
      const { id, lessonId, lessonRevision, language } = activity;
      void ownRecord().then((own) =>
        own.append([
          { type: 'interaction.finished', lessonId, lessonRevision, blockId: id, slips, language },
        ]),
      );
    },
  };
}
