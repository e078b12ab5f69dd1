import type { Enrolment } from '#core/cohort/cohort.ts';
import { readEnrolments } from '#core/cohort/cohort-answer.ts';
import { isRecord } from '#core/model/shape.ts';
import { ASSIGNED_MARK, readSyncMark } from '../record/sync-mark.ts';

/**
 * What the learner's cohorts set them, as it was seen last, in localStorage: shown without a network, and the mark by which
 * pages know that there is anything to ask for. It goes when the mark of syncing is forgotten.
 */
export function readAssigned(): readonly Enrolment[] {
  const mark = readSyncMark();
  if (!mark) return [];
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(ASSIGNED_MARK) ?? 'null');
    const isOwn = isRecord(kept) && (mark === 'off' || kept.learnerId === mark);
    return (isOwn && readEnrolments(kept)) || [];
  } catch {
    return [];
  }
}

/** @param learnerId whose they are; somebody else on this device does not see them. */
export function keepAssigned(learnerId: string, enrolments: readonly Enrolment[]): void {
  try {
    if (enrolments.length) localStorage.setItem(ASSIGNED_MARK, JSON.stringify({ learnerId, enrolments }));
    else localStorage.removeItem(ASSIGNED_MARK);
  } catch {
    // Asked for again the next time.
  }
}
