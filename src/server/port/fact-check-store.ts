import type { CheckStatus } from '#core/admin/admin.ts';
import type { Verdict } from '#core/rescore/verdict.ts';

/** A fact as it lies in the store; the body is JSON of a shape that was proven when it was saved. */
export interface StoredFact {
  id: string;
  body: string;
}

/** Facts that claim points and that nobody has scored anew yet. */
export interface PendingFacts {
  /** The learner's cursor, where it stands and where it comes to once these are recorded. */
  from: number;
  until: number;
  facts: readonly StoredFact[];
}

export interface Judged {
  factId: string;
  verdict: Verdict;
}

export interface Recording {
  learnerId: string;
  judged: readonly Judged[];
  /** Absent where facts are looked at again. */
  cursor?: Pick<PendingFacts, 'from' | 'until'>;
  /** Epoch ms, UTC. */
  at: number;
  /** By which release and which revisions it was judged. */
  checkedBy: string;
}

/**
 * How far facts were scored anew, and what came of it. The facts themselves are never changed. What counts is asked by whoever
 * shows facts to others than their owner, in their own query: `countsInReports` of the store. What was set apart lies in
 * quarantine, see `QuarantineStore`.
 */
export interface FactCheckStore {
  /** One page of all learners. @returns those with facts nobody has looked at; `next` = there is another page after it. */
  behind(after: string): Promise<{ learnerIds: readonly string[]; next?: string }>;
  /** The oldest ones. @returns undefined when there are none, or the learner is gone. */
  pending(learnerId: string): Promise<PendingFacts | undefined>;
  /** @returns those of these facts that the learner has. */
  find(learnerId: string, factIds: readonly string[]): Promise<readonly StoredFact[]>;
  /**
   * Facts that were not confirmed, judged by somebody else than `checkedBy` and before `before`.
   * @param which `unchecked`, or what was `set-apart` for its score.
   * @returns a few of one learner; undefined when there are none.
   */
  again(
    which: 'unchecked' | 'set-apart',
    checkedBy: string,
    before: number,
  ): Promise<{ learnerId: string; facts: readonly StoredFact[] } | undefined>;
  /**
   * Write verdicts down and move the cursor, in one transaction; the same twice is as once.
   * @returns how many facts are set apart now that were not before; undefined when somebody else has moved the cursor
   *          meanwhile, or the learner is gone: then nothing was written.
   */
  record(recording: Recording): Promise<number | undefined>;
  totals(): Promise<CheckStatus>;
}
