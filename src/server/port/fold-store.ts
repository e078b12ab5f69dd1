/** How far a learner's facts go, and what is kept of them for reports. */
export interface FoldPlace {
  learnerId: string;
  /** Numbers of the last fact, and of the last one that the check of scores has looked at. */
  factSeq: number;
  checkedSeq: number;
  /** How often facts that were looked at began or ceased to count. */
  recounts: number;
  /** Of the version asked for, and still right for the facts up to `seq`. */
  fold?: { seq: number; json: string };
}

export interface FoldKept {
  learnerId: string;
  version: string;
  /** As it stood before the facts were read. */
  recounts: number;
  /** Facts up to here are in it, those that count; not beyond `checkedSeq` as it stood before they were read. */
  seq: number;
  json: string;
}

/**
 * Folds of what learners share, kept so that later facts can be added to them. They can be lost at any time: everything in
 * them can be made again from facts. Whether a viewer may see a learner at all is the caller's question, answered before.
 * All of them throw `StoreError` when the store cannot do it now.
 */
export interface FoldStore {
  /** One entry for each of these learners that is there, each as of one moment. */
  find(learnerIds: readonly string[], version: string): Promise<readonly FoldPlace[]>;
  /**
   * Keep a fold in place of the one before; of two of one version and of one state, the one that goes further, else the later one.
   * @returns false when the learner is gone or `recounts` has changed: nothing was written then.
   */
  keep(kept: FoldKept): Promise<boolean>;
}
