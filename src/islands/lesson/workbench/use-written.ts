import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { keepText, keptText } from '../keep-text.ts';
import { type PracticeActivity, usePractice } from '../use-practice.ts';

/** A draft is written once the hand has rested so long, ms. */
const REST_MS = 500;

interface Writing<T> {
  initial: T;
  accepts: (value: unknown) => value is T;
  /** The same without choices that name what the lesson no longer has. Words always stay. */
  carry: (state: T) => T;
  /** Words of both, where a quick hand wrote before the draft was read. */
  merge?: (kept: T, early: T) => T;
  /** What goes into the record; '' while there is nothing to keep. */
  pack: (state: T) => string;
  /** A text of the record as a state, where this device has no draft of its own. */
  unpack: (text: string) => T;
}

/**
 * What a learner writes in a block: a draft on the device with every change, and a fact of his record when he leaves the
 * block, leaves the page or says so.
 */
export function useWritten<T>(activity: PracticeActivity, writing: Writing<T>) {
  const { initial, accepts, carry, merge, pack, unpack } = writing;
  const practice = usePractice(activity, initial, accepts, {
    carry,
    restMs: REST_MS,
    ...(merge && { merge }),
  });
  const first = useRef(practice.state);
  const [kept, setKept] = useState<string>();
  const text = pack(practice.state);

  const keep = () => {
    if (text === '' || text === kept) return;
    setKept(text);
    void keepText(activity, text);
    if (!kept) practice.finish(0);
  };
  const leave = useRef(keep);
  leave.current = keep;

  useEffect(() => {
    void keptText(activity).then((found) => setKept((now) => now ?? found ?? ''));
    const onHide = () => document.visibilityState === 'hidden' && leave.current();
    document.addEventListener('visibilitychange', onHide);
    return () => document.removeEventListener('visibilitychange', onHide);
  }, []);
  useEffect(() => {
    if (kept && practice.state === first.current) practice.save(unpack(kept));
  }, [kept]);

  return {
    state: practice.state,
    save: practice.save,
    keep,
    /** Is there anything to keep? */
    written: text !== '',
    /** Is what stands there in the record? */
    kept: text !== '' && text === kept,
    /** For the block's frame: the focus moved out of it. */
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) keep();
    },
  };
}
