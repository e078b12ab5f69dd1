import type { Session } from './learner-store.ts';

/** Links by which somebody becomes an admin; only a hash of a link's token is ever here. */
export interface AdminLinkStore {
  /** Is there an admin? */
  hasAdmin(): Promise<boolean>;
  /** Keep a link; those that are over are cleared away. @param link times in epoch ms, UTC. */
  add(link: { hash: string; at: number; expiresAt: number }): Promise<void>;
  /**
   * Use a link up: the learner becomes an admin, and the book of acts says so. Asked again by who has used it, it is done.
   * @param entryId of the entry in the book, a UUID. @param at epoch ms, UTC.
   * @returns wrong: no such link, used by somebody else, or over · unclaimed: the learner has to claim their place first.
   */
  redeem(
    session: Session,
    link: { hash: string; at: number; entryId: string },
  ): Promise<'done' | 'wrong' | 'unclaimed' | 'unknown-learner'>;
}
