import { useState } from 'react';
import type { Led } from '#client/cohort/lead-api.ts';
import type { LeadStrings } from './cohorts-props.ts';

/** One act with the server at a time, and why it was not done, in words. */
export function useAct(strings: LeadStrings) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  async function go<T>(work: () => Promise<Led<T>>): Promise<T | undefined> {
    if (isBusy) return undefined;
    setBusy(true);
    setSaid('');
    const done = await work();
    setBusy(false);
    if (done.status === 'done') return done.value;
    const { reason } = done;
    setSaid(
      reason === 'signed-out'
        ? strings.signIn
        : reason === 'forbidden'
          ? strings.forbidden
          : strings.refused[reason],
    );
    return undefined;
  }
  return { isBusy, said, go };
}
