import { type AccountOutcome, refused } from '#core/account/account-refusal.ts';
import { ownRecord } from '../record/own.ts';
import { syncsTo } from '../record/sync-mark.ts';
import { turnOn } from '../sync/turn.ts';

const REASONS = {
  nickname: 'nickname',
  offline: 'offline',
  'no-storage': 'no-storage',
  'too-many': 'too-many',
} as const;

/** A place on the server for this device's record, as turning on syncing makes it; one that is there already stays. */
export async function beginPlace(nickname: string): Promise<AccountOutcome<true>> {
  if (syncsTo() !== undefined) return { status: 'done', value: true };
  const done = await turnOn(await ownRecord(), nickname);
  if (done.status === 'done') return { status: 'done', value: true };
  return refused(REASONS[done.reason as keyof typeof REASONS] ?? 'busy');
}
