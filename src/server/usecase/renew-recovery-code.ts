import { groupedRecoveryCode } from '#core/account/recovery-code.ts';
import type { AccountStore } from '#server/port/account-store.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Session } from '#server/port/learner-store.ts';
import type { OneTimeSecrets } from '#server/port/signed-texts.ts';

export type RenewOutcome =
  | { status: 'unknown-learner' | 'unclaimed' }
  | { status: 'renewed'; recoveryCode: string };

export interface RenewPlan {
  accounts: Pick<AccountStore, 'find' | 'putRecoveryCode'>;
  secrets: OneTimeSecrets;
  clock: Clock;
}

/** A new recovery code in place of the former, which is good no longer. @returns a function of the session. */
export function createRenewRecoveryCode({ accounts, secrets, clock }: RenewPlan) {
  return async (session: Session): Promise<RenewOutcome> => {
    const found = await accounts.find(session);
    if (!found) return { status: 'unknown-learner' };
    const { userId } = found;
    if (!userId) return { status: 'unclaimed' };
    const code = secrets.makeRecoveryCode();
    const hash = secrets.hash('recovery-code', code);
    const isKept = await accounts.putRecoveryCode(userId, { hash, at: clock.now() });
    return isKept
      ? { status: 'renewed', recoveryCode: groupedRecoveryCode(code) }
      : { status: 'unknown-learner' };
  };
}
