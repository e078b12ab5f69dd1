import { isCount, isRecord } from '#core/model/shape.ts';
import { fill } from '#core/text/fill.ts';

/**
 * Fills the line of `/privacy` that says after how many days this very site deletes who does not come back. The page is
 * built before anybody has set it, and a copy without a server keeps nothing: then the line stays hidden.
 */
export async function showRetention(): Promise<void> {
  const line = document.querySelector<HTMLElement>('[data-retention]');
  if (!line) return;
  const strings = JSON.parse(line.dataset.retention ?? '{}') as { never: string; after: string };
  const told: unknown = await fetch('/api/retention', { credentials: 'omit' })
    .then((reply) => (reply.ok ? reply.json() : undefined))
    .catch(() => undefined);
  if (!isRecord(told) || (told.learnerDays !== null && !isCount(told.learnerDays))) return;
  const days = told.learnerDays;
  line.textContent = days === null ? strings.never : fill(strings.after, { days: days.toLocaleString('en') });
  line.hidden = false;
}
