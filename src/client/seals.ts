/**
 * Which lessons' seals have fallen on this device's map: each falls once, when the map next shows it. A convenience in
 * localStorage; where it is lost the seal falls again. Nothing here throws.
 */
export const SEALS_KEY = 'sanxiu.stamped';

/** @returns lesson ids. */
export function fallenSeals(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(SEALS_KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function keepSeal(lessonId: string): void {
  try {
    localStorage.setItem(SEALS_KEY, JSON.stringify([...fallenSeals(), lessonId]));
  } catch {
    // It falls again next time.
  }
}

/** Forget all seals, with everything else. */
export function forgetSeals(): void {
  try {
    localStorage.removeItem(SEALS_KEY);
  } catch {
    // It was not to be had in the first place.
  }
}
