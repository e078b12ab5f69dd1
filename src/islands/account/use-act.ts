import { useState } from 'react';
import type { AccountOutcome } from '#core/account/account-refusal.ts';
import type { AccountStrings } from '#i18n/account.ts';

/** One act with the server at a time, and what came of it in words. */
export function useAct(account: AccountStrings) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');

  /** @returns what was asked for; undefined when it was refused, or another act is under way. */
  async function go<T>(act: () => Promise<AccountOutcome<T>>, done = ''): Promise<T | undefined> {
    if (isBusy) return undefined;
    setBusy(true);
    setSaid(account.busy);
    const outcome = await act();
    setBusy(false);
    setSaid(outcome.status === 'done' ? done : account.refused[outcome.reason]);
    return outcome.status === 'done' ? outcome.value : undefined;
  }

  return { isBusy, said, setSaid, go };
}

export type Act = ReturnType<typeof useAct>;
