import type { Difference, Verdict } from '#core/rescore/verdict.ts';

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

/** Something set apart, for an admin. There is no body in it, whoever asks. */
export interface SetApart {
  learnerId: string;
  factId: string;
  /** conflict: another body lies under its id · score: it claims what its own moves and responses do not give. */
  reason: 'conflict' | 'score';
  /** Epoch ms, UTC. */
  receivedAt: number;
  /** What was expected and what was given; empty for a conflict. */
  differences: readonly Difference[];
}

/** How far the facts of a learner are checked. */
export interface CheckStanding {
  learnerId: string;
  /** Nobody has come to look yet; a matter of seconds. */
  isBehind: boolean;
  /** Looked at, and not to be judged by what is here: a revision nobody has, an attempt whose facts are not all here. */
  unchecked: number;
  setApart: number;
}

/** What a report may count, in the order in which it reached the server. */
export interface CountingPage {
  /** JSON, as in `FactPage`. */
  bodies: readonly string[];
  /** The cursor to go on from. */
  seq: number;
  more: boolean;
}

/** How far facts were scored anew, and what came of it. The facts themselves are never changed. */
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
  /**
   * Facts of one learner that count: confirmed ones, and those that claim no points. Private ones are never among them, nor
   * what was set apart, nor what nobody has checked yet.
   *
   * Reports on cohorts read many learners at once and put the same condition, `countsInReports` of the store, into their own
   * query. Whether the viewer may see this learner at all is the caller's question, answered before.
   */
  counting(learnerId: string, since: number): Promise<CountingPage>;
  /** One entry for each of these learners that is there. */
  standing(learnerIds: readonly string[]): Promise<readonly CheckStanding[]>;
  /** Newest first. @param before the last one of the page before. */
  listSetApart(
    most: number,
    before?: Pick<SetApart, 'receivedAt' | 'factId' | 'learnerId'>,
  ): Promise<readonly SetApart[]>;
  /** Of everybody, for an admin. `behind` = learners with facts nobody has looked at. */
  totals(): Promise<{ behind: number; unchecked: number; conflict: number; score: number }>;
}
