import { useState } from 'react';
import { useSaid } from './use-said.ts';

/** What came of an act with the server; `reason` says why it was not done. */
export type Outcome<T, R extends string> = { status: 'done'; value?: T } | { status: 'refused'; reason: R };

export interface ActWords<R extends string> {
  /** While it is under way; '' says nothing. */
  busy: string;
  refused: Readonly<Record<R, string>>;
}

/** One act with the server at a time, and what came of it in words. */
export function useAct<R extends string>(words: ActWords<R>) {
  const [isBusy, setBusy] = useState(false);
  const { said, isRefused, setSaid } = useSaid();

  /**
   * @param done what is said once it is done.
   * @returns what was asked for; undefined when it was refused, or another act is under way.
   */
  async function go<T>(act: () => Promise<Outcome<T, R>>, done = ''): Promise<T | undefined> {
    if (isBusy) return undefined;
    setBusy(true);
    setSaid(words.busy);
    const outcome = await act();
    setBusy(false);
    if (outcome.status === 'done') setSaid(done);
    else setSaid(words.refused[outcome.reason], true);
    return outcome.status === 'done' ? outcome.value : undefined;
  }

  return { isBusy, said, isRefused, setSaid, go };
}

/** An act as a form shows it, whatever its refusals are. */
export type Act = Pick<ReturnType<typeof useAct>, 'isBusy' | 'said' | 'isRefused' | 'setSaid'>;
