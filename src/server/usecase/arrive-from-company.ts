import { randomUUID } from 'node:crypto';
import { NICKNAME_LIMIT, readNickname } from '#core/text/nickname.ts';
import type { AccountStore, Signed } from '#server/port/account-store.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Session } from '#server/port/learner-store.ts';
import type { CreateWelcome, Welcome } from './welcome.ts';

export interface ArrivePlan {
  accounts: AccountStore;
  welcome: CreateWelcome;
  clock: Clock;
}

/** Where the company says no name that can be shown. */
const NAMELESS = '学员';

/**
 * Somebody comes with an account of the company. It is their learner's; the first time it becomes the learner's who is on
 * this device, where that is a nickname without an account, else a new one's. Each is one statement, so cut off before it
 * nothing is lost and the next time does it.
 */
export function createArrive({ accounts, welcome, clock }: ArrivePlan) {
  async function claimHere(userId: string, before: Session): Promise<void> {
    const found = await accounts.find(before);
    if (!found || found.userId !== undefined) return;
    await accounts.claim(before, { userId, at: clock.now() });
    // An account begun by password and never finished would hold its name for ever.
    await accounts.abandon(before.learnerId);
  }

  function begin(userId: string, name: string | undefined): Promise<Signed> {
    const read = readNickname([...(name ?? '')].slice(0, NICKNAME_LIMIT).join(''));
    const nickname = read.status === 'read' ? read.nickname : NAMELESS;
    return accounts.beginWith(userId, { id: randomUUID(), nickname, createdAt: clock.now() });
  }

  return async (
    { userId, name }: { userId: string; name?: string },
    before: Session | undefined,
  ): Promise<Welcome> => {
    if (before && !(await accounts.ownerOf(userId))) await claimHere(userId, before);
    const owner = (await accounts.ownerOf(userId)) ?? (await begin(userId, name));
    return welcome(owner, before);
  };
}
