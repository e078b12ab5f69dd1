import { randomUUID } from 'node:crypto';
import { groupedRecoveryCode } from '#core/account/recovery-code.ts';
import type { AccountStore } from '#server/port/account-store.ts';
import type { AuditLog } from '#server/port/audit-log.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Learner } from '#server/port/learner-store.ts';
import type { OneTimeSecrets } from '#server/port/signed-texts.ts';

export type ResetOutcome =
  /** unclaimed: a nickname without an account has nothing to be reset · forbidden: not somebody with a role of their own. */
  { status: 'unknown' | 'unclaimed' | 'forbidden' } | { status: 'reset'; recoveryCode: string };

export interface ResetPlan {
  accounts: Pick<AccountStore, 'findById' | 'putRecoveryCode'>;
  audit: Pick<AuditLog, 'add'>;
  secrets: OneTimeSecrets;
  clock: Clock;
}

/**
 * Somebody has lost password and recovery code: a facilitator or an admin gives them a new code, with which they come back
 * at `/sign-in` under their name. Whoever has the code can take the account over, so a facilitator may do it for learners
 * only, else they would make themselves admin; an admin for everybody. That the learner is in the facilitator's cohort is
 * for the caller to know.
 * @returns a function of who acts and of the learner's id. The code is told once; the book of acts says who did it.
 */
export function createResetByFacilitator({ accounts, audit, secrets, clock }: ResetPlan) {
  return async (actor: Pick<Learner, 'id' | 'role'>, learnerId: string): Promise<ResetOutcome> => {
    const found = await accounts.findById(learnerId);
    if (!found) return { status: 'unknown' };
    const isAllowed =
      actor.role === 'admin' || (actor.role === 'facilitator' && found.learner.role === 'learner');
    if (!isAllowed) return { status: 'forbidden' };
    if (!found.userId) return { status: 'unclaimed' };
    const at = clock.now();
    // First the book: an act that could not be written down is not done.
    await audit.add({
      id: randomUUID(),
      at,
      actorId: actor.id,
      act: 'recovery-code.reset',
      subjectId: learnerId,
      detail: {},
    });
    const code = secrets.makeRecoveryCode();
    const hash = secrets.hash('recovery-code', code);
    if (!(await accounts.putRecoveryCode(found.userId, { hash, at }))) return { status: 'unknown' };
    return { status: 'reset', recoveryCode: groupedRecoveryCode(code) };
  };
}

export type ResetByFacilitator = ReturnType<typeof createResetByFacilitator>;
