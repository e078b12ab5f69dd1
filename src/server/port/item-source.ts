import type { KeyedItem } from '#core/model/item.ts';
import type { PublishedWritten } from '#core/simulator/figures/draw-scenario.ts';

/**
 * Keyed items and role-plays by revision, the present and all former published ones: what facts are scored anew by. Keys
 * never leave the server.
 */
export interface ItemSource {
  /** Changes with the revisions there are: what was looked for in vain is worth another look under a new edition. */
  edition(): Promise<string>;
  /** Points that passed a lesson check at one time or another, the present ones last. */
  passPoints(): Promise<readonly number[]>;
  /**
   * @param id, revision as a fact names them: any text.
   * @returns its key proven; undefined = there is no such revision here.
   */
  item(id: string, revision: string): Promise<KeyedItem | undefined>;
  /** As `item`, for a role-play as written, in one language. */
  scenario(id: string, revision: string): Promise<PublishedWritten<string> | undefined>;
}
