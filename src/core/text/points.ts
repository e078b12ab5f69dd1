/** A score as it was earned: quarter points stay, so that 69.75 is never shown as a pass. */
export const points = (score: number): string => String(Math.round(score * 100) / 100);
