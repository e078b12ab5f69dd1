import { useEffect, useRef, useState } from 'react';
import { ownRecord } from '#client/record/own.ts';
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

interface Manner<T> {
  /** What still holds of a state kept on another revision of the lesson: words do, a choice that is gone does not. */
  carry?: (state: T) => T;
  /** A change is written once the hand has rested so long, ms, at the latest when the page is left; absent: at once. */
  restMs?: number;
  /** Both what was kept and what a quick hand did before that was read; absent: what was kept is more. */
  merge?: (kept: T, early: T) => T;
}

/**
 * State of an interactive block, kept on the device with every change so that nobody sorts nine cards twice.
 * Without `carry` a state kept on another revision of the lesson is dropped: its cards may be gone, and practice has no
 * score to lose.
 * @param accepts guards what is read back from the device.
 */
export function usePractice<T>(
  activity: PracticeActivity,
  initial: T,
  accepts: (value: unknown) => value is T,
  { carry, restMs = 0, merge }: Manner<T> = {},
) {
  const [state, setState] = useState(initial);
  const latest = useRef(initial);
  const seq = useRef(0);
  /** What is being read and written: one thing after the other, the reading first. */
  const work = useRef<Promise<void>>(undefined);
  const gone = useRef(false);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const key = `practice:${activity.lessonId}/${activity.id}`;

  useEffect(() => {
    read();
    const onHide = () => document.visibilityState === 'hidden' && rest();
    document.addEventListener('visibilitychange', onHide);
    return () => {
      gone.current = true;
      rest();
      document.removeEventListener('visibilitychange', onHide);
    };
  }, []);

  /** Read what was kept, once: effects run after the first paint, and a quick hand may be faster than that. */
  function read(): Promise<void> {
    work.current ??= ownRecord().then(async (own) => {
      const row = await own.snapshot(key);
      if (gone.current || !row) return;
      seq.current = row.seq;
      const kept = row.snapshot as Partial<Kept<unknown>>;
      if (!accepts(kept.state)) return;
      const held = kept.revision === activity.lessonRevision ? kept.state : carry?.(kept.state);
      if (held === undefined) return;
      // What was kept is more than what a quick hand did before it was read.
      show(merge && latest.current !== initial ? merge(held, latest.current) : held);
    });
    return work.current;
  }

  function show(next: T) {
    latest.current = next;
    setState(next);
  }

  /** The hand rests: write what it left, if anything. */
  function rest() {
    if (resting.current === undefined) return;
    clearTimeout(resting.current);
    resting.current = undefined;
    work.current = read().then(write);
  }

  async function write() {
    const own = await ownRecord();
    const snapshot = {
      machine: MACHINE,
      lessonId: activity.lessonId,
      snapshot: { revision: activity.lessonRevision, state: latest.current },
    };
    const commit = () => own.commit({ key, expectedSeq: seq.current, snapshot, facts: [] });
    if ((await commit()) === 'stale') {
      // Another tab was faster. Practice has no score, so the hand that moved last wins.
      seq.current = (await own.snapshot(key))?.seq ?? 0;
      await commit();
    }
    seq.current += 1;
  }

  return {
    state,
    save(next: T) {
      show(next);
      clearTimeout(resting.current);
      resting.current = setTimeout(rest, restMs);
      if (restMs === 0) rest();
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
