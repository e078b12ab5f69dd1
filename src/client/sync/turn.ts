import { isCount, isRecord, isString } from '#core/model/shape.ts';
import type { HttpReply } from '#core/sync/sync-answer.ts';
import { loadShelf, saveShelf } from '../account/shelf-store.ts';
import { readOwner } from '../record/owner.ts';
import type { DeviceRecord } from '../record/record.ts';
import { forgetSyncMark, readSyncMark, SYNC_MARK } from '../record/sync-mark.ts';
import { restartSync, startSync } from './own-sync.ts';
import { ask, learnerIn, type SyncLearner } from './sync-api.ts';
import { forgetOthers, syncRows } from './sync-rows.ts';

/**
 * offline: no answer · nickname: not one · wrong-code · too-many: wait · ended: the server no longer knows this device ·
 * signed-out: it does not know it, and its learner has an account · other: somebody else is signed in · no-storage.
 */
export type TurnRefusal =
  | 'offline'
  | 'busy'
  | 'nickname'
  | 'wrong-code'
  | 'too-many'
  | 'ended'
  | 'signed-out'
  | 'other'
  | 'no-storage';
export type TurnOutcome = { status: 'done' } | { status: 'refused'; reason: TurnRefusal };

export interface ShownCode {
  code: string;
  /** Epoch ms by the server's clock. */
  expiresAt: number;
}

const REASONS: Readonly<Record<number, TurnRefusal>> = {
  400: 'nickname',
  401: 'ended',
  410: 'ended',
  422: 'wrong-code',
  429: 'too-many',
};
const refuse = (reason: TurnRefusal) => ({ status: 'refused', reason }) as const;
const refusal = (reply: HttpReply | undefined) =>
  refuse(reply ? (REASONS[reply.status] ?? 'busy') : 'offline');

/** Begin to send: a learner is made on the server, or the one that this device was turned off for goes on. */
export async function turnOn(record: DeviceRecord, nickname: string): Promise<TurnOutcome> {
  // A cookie without a mark may be somebody else's, who deleted their record on this device.
  if (readSyncMark() === undefined && !(await ask('DELETE', '/api/session', {}))) return refuse('offline');
  const reply = await ask('POST', '/api/learner', { nickname });
  const learner = learnerIn(reply);
  // Not made now, and not the one this record is sent for: somebody has signed in, and has not said whose it is.
  const mark = readSyncMark();
  if (learner && reply?.status === 200 && mark !== undefined && mark !== learner.id) return refuse('other');
  return learner ? begin(record, learner) : refusal(reply);
}

/** Go on after `turnOff`. */
export async function turnOnAgain(record: DeviceRecord): Promise<TurnOutcome> {
  const reply = await ask('GET', '/api/learner');
  const learner = learnerIn(reply);
  const tie = loadShelf().ties[readOwner()];
  if (learner && tie && tie.learnerId !== learner.id) return refuse('other');
  if (learner) return begin(record, learner);
  const done = refusal(reply);
  if (done.reason === 'ended' && tie?.isClaimed) return refuse('signed-out');
  if (done.reason === 'ended') forgetSyncMark();
  return done;
}

/** Join the learner of another device; what this device has is sent to that copy. */
export async function redeemCode(record: DeviceRecord, code: string): Promise<TurnOutcome> {
  const reply = await ask('POST', '/api/transfer-code/redeem', { code });
  const learner = learnerIn(reply);
  if (learner) return begin(record, learner);
  return reply?.status === 400 ? refuse('wrong-code') : refusal(reply);
}

/** Stop sending. The copy on the server stays, and this device can go on with it. */
export function turnOff(): void {
  // The mark that says whose the record is goes; the shelf remembers.
  saveShelf(loadShelf());
  setMark('off');
  restartSync();
}

/** Delete the copy on the server; what is on this device stays. */
export async function deleteCopy(record: DeviceRecord): Promise<TurnOutcome> {
  const tie = loadShelf().ties[readOwner()];
  // While nothing is sent nobody noticed whose the cookie is by now: a copy of somebody else is not deleted.
  const held = readSyncMark() === 'off' ? learnerIn(await ask('GET', '/api/learner')) : undefined;
  if (held && tie && tie.learnerId !== held.id) return refuse('other');
  const reply = await ask('DELETE', '/api/learner', {});
  // Signed out is not deleted: the copy of an account is still there.
  if (reply?.status === 401 && tie?.isClaimed) return refuse('signed-out');
  // Unknown to the server means that nothing of this device is left to be deleted.
  if (reply?.status !== 200 && reply?.status !== 401 && reply?.status !== 410) return refusal(reply);
  forgetSyncMark();
  restartSync();
  await forgetOthers(record);
  return { status: 'done' };
}

/** A code for another device. */
export async function askCode(): Promise<ShownCode | TurnRefusal> {
  const reply = await ask('POST', '/api/transfer-code', {});
  const json = reply?.status === 201 ? reply.json : undefined;
  if (isRecord(json) && isString(json.code) && isCount(json.expiresAt))
    return { code: json.code, expiresAt: json.expiresAt };
  return refusal(reply).reason;
}

async function begin(record: DeviceRecord, { id, nickname }: SyncLearner): Promise<TurnOutcome> {
  const rows = syncRows(record, id);
  const { notes } = await rows.load();
  await rows.save({ notes: { ...notes, nickname } });
  await forgetOthers(record, id);
  if (!setMark(id)) return refuse('no-storage');
  startSync(record);
  return { status: 'done' };
}

function setMark(mark: string): boolean {
  try {
    localStorage.setItem(SYNC_MARK, mark);
    return true;
  } catch {
    return false;
  }
}
