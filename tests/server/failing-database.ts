/** A database that fails at the statement one names: before it is done, or after it was done and nobody heard of it. */
import type { KyselyPlugin } from 'kysely';
import type { Database } from '#server/store/schema.ts';

export type Moment = 'before' | 'after';

export function failing(db: Database): {
  db: Database;
  /** @param act what happens there; must not return. */
  arm(statement: number, moment: Moment, act: () => never): void;
  /** @returns was the statement reached? */
  disarm(): boolean;
} {
  let armed: { left: number; moment: Moment; act: () => never } | undefined;
  let isReached = false;
  const at = (moment: Moment) => {
    if (armed?.moment !== moment) return;
    armed.left -= 1;
    if (armed.left > 0) return;
    const { act } = armed;
    armed = undefined;
    isReached = true;
    act();
  };
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      at('before');
      return node;
    },
    async transformResult({ result }) {
      at('after');
      return result;
    },
  };
  return {
    db: db.withPlugin(plugin),
    arm(left, moment, act) {
      armed = { left, moment, act };
      isReached = false;
    },
    disarm() {
      armed = undefined;
      return isReached;
    },
  };
}
