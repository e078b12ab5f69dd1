import type { SignInAnswer } from '#core/account/account.ts';
import { type AccountOutcome, type AccountRefusal, refused } from '#core/account/account-refusal.ts';
import { noteArrival } from './arrival.ts';
import { holdSync, releaseSync } from './hold-sync.ts';

/**
 * One way of signing in, from before it is asked until the answer is written down. What it means for the records on this
 * device is done after that (`goOn`).
 */
export async function arriveBy(
  ask: () => Promise<AccountOutcome<SignInAnswer>>,
): Promise<AccountOutcome<SignInAnswer>> {
  try {
    await holdSync();
    const answer = await ask();
    if (answer.status === 'refused' && !mayHaveWorked(answer.reason)) releaseSync();
    if (answer.status === 'done' && !noteArrival(answer.value)) return refused('no-storage');
    return answer;
  } catch {
    return refused('no-storage');
  }
}

/** Without an answer: then nothing is sent until it is known who is signed in. */
const mayHaveWorked = (reason: AccountRefusal) =>
  (reason === 'offline' && navigator.onLine) || reason === 'busy';

/** To the company's page; the device comes back to `/sign-in/#company`. */
export async function toCompany(isEnglish: boolean): Promise<void> {
  await holdSync();
  location.assign(`/api/sign-in/company${isEnglish ? '?lang=en' : ''}`);
}
