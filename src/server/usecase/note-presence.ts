import { dayNumber } from '#core/admin/admin.ts';
import type { Clock } from '#server/port/clock.ts';
import type { PresenceStore } from '#server/port/presence-store.ts';

/** Learners of one statement. */
const AT_ONCE = 500;

export interface NotePresencePlan {
  presence: PresenceStore;
  clock: Clock;
  /** Do something a little later, outside of whatever is being answered now. */
  later: (work: () => void) => void;
}

/**
 * Keep the day on which somebody was last here: noted in memory with each answer, written once for each learner and day,
 * many together, never in the way of an answer. What a crash takes along is noted again at the next request.
 */
export function createNotePresence({ presence, clock, later }: NotePresencePlan) {
  let day = -1;
  let seen = new Set<string>();
  let waiting: string[] = [];
  let isPlanned = false;

  /** Write what waits. Never rejects: what could not be written is noted again when its learner comes next. */
  async function flush(): Promise<void> {
    isPlanned = false;
    const due = { ids: waiting, day };
    waiting = [];
    for (let from = 0; from < due.ids.length; from += AT_ONCE) {
      const ids = due.ids.slice(from, from + AT_ONCE);
      await presence.note(ids, due.day).catch(() => {
        for (const id of ids) seen.delete(id);
      });
    }
  }

  return {
    note(learnerId: string): void {
      const today = dayNumber(clock.now());
      if (today !== day) {
        // Yesterday's last ones are written with today's number: by their next visit it would be that anyway.
        day = today;
        seen = new Set(waiting);
      }
      if (seen.has(learnerId)) return;
      seen.add(learnerId);
      waiting.push(learnerId);
      if (isPlanned) return;
      isPlanned = true;
      later(() => void flush());
    },
    flush,
  };
}
