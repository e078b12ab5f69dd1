import type { Language } from '#core/model/text.ts';

/**
 * Where a learner stopped reading, per lesson. A convenience in localStorage, apart from the record: losing it loses no
 * work, and the map can show it before the record is open. Nothing here throws.
 */
export interface Place {
  /** Block id, the `#…` to come back to. */
  block: string;
  title: string;
  /** Language of `title`. */
  language: Language;
}

export const PLACES_KEY = 'sanxiu.place';

/** @returns the places by lesson id; entries that are not places are left out. */
export function readPlaces(): Record<string, Place> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PLACES_KEY) ?? '{}');
    if (typeof stored !== 'object' || !stored) return {};
    return Object.fromEntries(
      Object.entries(stored).filter(
        ([, place]) => typeof place?.block === 'string' && typeof place.title === 'string',
      ),
    );
  } catch {
    return {};
  }
}

/** Remember the place in one lesson. */
export function keepPlace(lessonId: string, place: Place): void {
  try {
    localStorage.setItem(PLACES_KEY, JSON.stringify({ ...readPlaces(), [lessonId]: place }));
  } catch {
    // Storage is blocked or full: the record says so where work is at stake.
  }
}

/** Forget all places, with everything else. */
export function forgetPlaces(): void {
  try {
    localStorage.removeItem(PLACES_KEY);
  } catch {
    // It was not to be had in the first place.
  }
}
