import type { Session } from './learner-store.ts';

/** Two learners become one. */
export interface MergeStore {
  /**
   * Add everything of one learner to another one and leave a tombstone that says where it went; all in one go. Facts are
   * added by set-union, under new numbers; a fact that contradicts one of the other learner is set aside.
   * @param former the learner who ends; must not have claimed their place.
   * @param into   the learner who stays. @param at epoch ms, UTC.
   * @returns known: this was done before · over: the former is gone, has another session or is claimed · unknown-learner:
   *          the one who stays is gone or their session is ended. Nothing was changed then.
   */
  merge(former: Session, into: Session, at: number): Promise<'merged' | 'known' | 'over' | 'unknown-learner'>;
}
