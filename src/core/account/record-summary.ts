import type { Fact } from '../model/fact.ts';
import { notes } from '../progress/notes.ts';

/** What a record holds, for the question whose it is. */
export interface RecordSummary {
  /** Lessons that something was done in. */
  lessons: number;
  /** Things written: notes and worksheets. */
  notes: number;
  /** Role-plays that were finished. */
  runs: number;
}

export function recordSummary(facts: readonly Fact[]): RecordSummary {
  const lessons = new Set<string>();
  const sheets = new Set<string>();
  let runs = 0;
  for (const fact of facts) {
    if ('lessonId' in fact) lessons.add(fact.lessonId);
    if (fact.type === 'worksheet.saved') sheets.add(fact.documentId);
    if (fact.type === 'scenario.finished') runs += 1;
  }
  return { lessons: lessons.size, notes: notes(facts).length + sheets.size, runs };
}
