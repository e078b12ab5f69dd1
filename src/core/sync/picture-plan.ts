import type { PictureAnswer, PictureRefusal } from './picture-answer.ts';

/** What one device knows of one picture that facts name, and one learner's copy on a server. */
export type PictureMark =
  /** It is in both places. */
  | { is: 'settled' }
  /** The server will never take it. */
  | { is: 'refused'; why: PictureRefusal }
  /** It is in neither place, or there is no room here: not before this time, epoch ms. */
  | { is: 'put-off'; tries: number; until: number };

/** Losing it costs time, never a picture: each is looked for again. */
export interface PictureNotes {
  marks: ReadonlyMap<string, PictureMark>;
  /** The learner's pictures are at their limit there: send none before this time, epoch ms. */
  fullUntil?: number | undefined;
}

export type PictureStep =
  | { do: 'send'; id: string }
  | { do: 'fetch'; id: string }
  /** Not now: the server has no room for it. */
  | { do: 'put-off'; id: string };

/** What is to be written down. */
export interface PictureChange {
  marks: readonly (readonly [id: string, mark: PictureMark])[];
  fullUntil?: number | undefined;
}

const FIRST_MS = 60_000;
export const DAY_MS = 86_400_000;

/** @returns the picture to look at next; undefined when there is nothing to do now. */
export function nextPicture(
  { marks }: PictureNotes,
  named: Iterable<string>,
  now: number,
): string | undefined {
  for (const id of named) {
    const mark = marks.get(id);
    if (!mark || (mark.is === 'put-off' && isOver(mark.until, now))) return id;
  }
  return undefined;
}

/** @param isHere does it lie on this device? */
export function pictureStep(
  { fullUntil = 0 }: PictureNotes,
  id: string,
  isHere: boolean,
  now: number,
): PictureStep {
  if (!isHere) return { do: 'fetch', id };
  return { do: isOver(fullUntil, now) ? 'send' : 'put-off', id };
}

/**
 * What an answer means. Answers that say nothing of the picture (`later`, `ended`) change nothing.
 * @param isKept did the device take a picture that was fetched? What lies in this page only must be fetched again.
 */
export function hearPicture(
  { marks, fullUntil }: PictureNotes,
  { do: does, id }: PictureStep,
  answer: PictureAnswer | undefined,
  now: number,
  isKept = true,
): PictureChange {
  const mark = (one: PictureMark): PictureChange => ({ marks: [[id, one]] });
  if (does === 'put-off') return mark({ is: 'put-off', tries: 1, until: fullUntil ?? now });
  switch (answer?.status) {
    case 'sent':
      return { ...mark({ is: 'settled' }), ...(fullUntil && { fullUntil: 0 }) };
    case 'refused':
      return mark({ is: 'refused', why: answer.why });
    case 'quota':
      return { ...mark({ is: 'put-off', tries: 1, until: now + DAY_MS }), fullUntil: now + DAY_MS };
    case 'fetched':
      return mark(isKept ? { is: 'settled' } : putOff(marks.get(id), now));
    case 'absent':
      return mark(putOff(marks.get(id), now));
    default:
      return { marks: [] };
  }
}

/** @returns the notes with a change in them. */
export const noted = (notes: PictureNotes, change: PictureChange): PictureNotes => ({
  marks: change.marks.length ? new Map([...notes.marks, ...change.marks]) : notes.marks,
  fullUntil: change.fullUntil ?? notes.fullUntil,
});

/** A minute, then twice as long each time, up to a day: whoever has the picture may not come for weeks, or never. */
function putOff(former: PictureMark | undefined, now: number): PictureMark {
  const tries = former?.is === 'put-off' ? former.tries + 1 : 1;
  return { is: 'put-off', tries, until: now + Math.min(DAY_MS, FIRST_MS * 2 ** Math.min(tries - 1, 20)) };
}

/** A time further away than any that is set comes from a clock that was wrong. */
const isOver = (until: number, now: number): boolean => now >= until || until - now > DAY_MS;
