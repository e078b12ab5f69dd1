import type { Mistake } from '#core/model/mistake.ts';
import { uuidv7 } from './record/ids.ts';

const WAIT_MS = 15_000;

/**
 * Make the way to the inbox of the site's own server. Without cookie: a report says nothing of who sent it.
 * @returns a function that says whether the report is in the inbox. The same report tried again goes under the same id, so
 *          that an answer lost on the way makes no second one. Never rejects.
 */
export function createMistakeSender(now: () => number): (mistake: Omit<Mistake, 'id'>) => Promise<boolean> {
  let tried = '';
  let id = '';
  return async (mistake) => {
    const text = JSON.stringify(mistake);
    if (text !== tried) id = uuidv7(now());
    tried = text;
    const request = {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, ...mistake }),
      signal: AbortSignal.timeout(WAIT_MS),
    } as const;
    return fetch('/api/mistakes', request).then(
      ({ ok }) => ok,
      () => false,
    );
  };
}

/** @returns where reports are to go when the inbox cannot be reached, as the operator set it; undefined: no server answers. */
export const askContact = (): Promise<{ reportTo?: string | null } | undefined> =>
  fetch('/api/contact')
    .then((answer) => (answer.ok ? answer.json() : undefined))
    .catch(() => undefined);
