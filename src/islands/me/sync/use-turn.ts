import { useState } from 'react';
import type { TurnOutcome } from '#client/sync/turn.ts';
import type { SyncStrings } from '#i18n/me-sync.ts';

/** One act with the server at a time, and what came of it in words. */
export function useTurn(sync: SyncStrings) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  async function go(act: () => Promise<TurnOutcome>): Promise<boolean> {
    if (isBusy) return false;
    setBusy(true);
    setSaid(sync.busy);
    const done = await act();
    setSaid(done.status === 'done' ? '' : sync.turnRefused[done.reason]);
    setBusy(false);
    return done.status === 'done';
  }
  return { isBusy, said, go };
}
