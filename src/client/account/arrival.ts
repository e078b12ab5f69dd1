import type { Account, SignedIn, SignInAnswer } from '#core/account/account.ts';
import type { AccountRefusal } from '#core/account/account-refusal.ts';
import { type RecordSummary, recordSummary } from '#core/account/record-summary.ts';
import { arrive, declined, type Held, type Shelf, settled } from '#core/account/shelf.ts';
import { uuidv7 } from '../record/ids.ts';
import { type OpenedStorage, openStorage, reasonOf } from '../record/open-storage.ts';
import { readOwner } from '../record/owner.ts';
import { sortRows } from '../record/sort-rows.ts';
import { mergeFormer, readOwnAccount } from './account-api.ts';
import { releaseSync } from './hold-sync.ts';
import { moveRecord } from './move-record.ts';
import { loadShelf, saveShelf } from './shelf-store.ts';
import { switchRecord } from './switch-record.ts';

/** Who this device is signed in as, and whether its records know that already. */
export type Standing =
  | { status: 'out' }
  | { status: 'in'; learner: SignedIn; account?: Account }
  /** Signed in, and the open record is not (yet) this learner's. */
  | { status: 'arriving'; arrival: Arriving }
  | { status: 'unknown'; why: AccountRefusal };

export type Arriving = Pick<SignInAnswer, 'learner' | 'former'>;

/** Ask the server who is signed in here, and put right what a page that went in the middle left behind. */
export async function readStanding(): Promise<Standing> {
  const answer = await readOwnAccount();
  const shelf = loadShelf();
  if (answer.status === 'refused') {
    if (answer.reason !== 'ended') return { status: 'unknown', why: answer.reason };
    forgetArrival(shelf);
    return { status: 'out' };
  }
  const { learner, account } = answer.value;
  if (shelf.ties[readOwner()]?.learnerId === learner.id) {
    releaseSync();
    saveShelf(settled(loadShelf(), readOwner(), learner));
    return { status: 'in', learner, ...(account && { account }) };
  }
  // A nickname without an account whose record was deleted here.
  if (!learner.isClaimed) return { status: 'out' };
  const known = shelf.arrival?.learner.id === learner.id ? shelf.arrival : { learner };
  return { status: 'arriving', arrival: known };
}

function forgetArrival(shelf: Shelf): void {
  const { arrival: _, isMoving: __, ...rest } = shelf;
  saveShelf(rest);
  releaseSync();
}

/** Written down before anything else is done, so that a page that goes now loses nothing of it. */
export const noteArrival = ({ learner, former }: Arriving): boolean =>
  saveShelf({ ...loadShelf(), arrival: { learner, ...(former && { former }) } });

/** What is to be asked: about which record, and whether a copy of it lies on the server. */
export interface Question {
  about: RecordSummary;
  /** Nothing lies on this device, only on the server. */
  isEmpty: boolean;
  isOnServer: boolean;
}

export type Arrived =
  /**
   * The learner's own record is open; this page has to be left. `isPartial`: too much time had passed, and only what lies on
   * this device could be moved, not the former learner's copy on the server.
   */
  | { status: 'arrived'; isPartial: boolean }
  | { status: 'ask'; question: Question }
  /** What is to be moved waits for the server; the records are untouched or in both places. */
  | { status: 'waiting'; why: AccountRefusal }
  | { status: 'failed'; why: AccountRefusal };

/** Go on after signing in: open the learner's record, or say what has to be asked before. */
export async function goOn(arrival: Arriving): Promise<Arrived> {
  const shelf = loadShelf();
  const open = readOwner();
  const here = await readHere(open);
  const step = arrive(shelf, open, here, arrival);
  if (step.do === 'ask' && shelf.isMoving) return move(arrival, step.owner);
  if (step.do === 'ask')
    return {
      status: 'ask',
      question: { about: here.about, isEmpty: here.isEmpty, isOnServer: step.isOnServer },
    };
  return openRecordOf(arrival, shelf, step.do === 'open' ? step.owner : open);
}

/** “Yes, they are mine”: the open record joins the account's. Asked again, it goes on where it was cut off. */
export async function moveIntoAccount(arrival: Arriving): Promise<Arrived> {
  const shelf = loadShelf();
  const step = arrive(shelf, readOwner(), UNASKED, arrival);
  if (step.do !== 'ask') return goOn(arrival);
  if (!saveShelf({ ...shelf, arrival, isMoving: true })) return { status: 'failed', why: 'no-storage' };
  return move(arrival, step.owner);
}

/** “No, somebody else's”: the open record stays as it is, and comes back on signing out. */
export async function leaveHere(arrival: Arriving): Promise<Arrived> {
  const { isMoving: _, ...shelf } = loadShelf();
  const step = arrive(shelf, readOwner(), UNASKED, arrival);
  if (step.do !== 'ask') return goOn(arrival);
  const { facts } = await readHere(readOwner());
  return openRecordOf(arrival, declined(shelf, readOwner(), facts, arrival.learner.id), step.owner);
}

/** Whoever answers has been asked, whatever they said before. */
const UNASKED = { facts: -1, isEmpty: false };

function openRecordOf({ learner }: Arriving, shelf: Shelf, owner: string, isMoved = false): Arrived {
  const done =
    saveShelf({ ...loadShelf(), opening: owner }) &&
    switchRecord({ shelf: settled(shelf, owner, learner), owner, syncsTo: learner.id, isMoved });
  return done ? { status: 'arrived', isPartial: false } : { status: 'failed', why: 'no-storage' };
}

/** Stops the move between the copy and the end of the old record. */
class MoveWaits extends Error {
  readonly why: AccountRefusal;
  constructor(why: AccountRefusal) {
    super(`the server did not take the former learner's copy: ${why}`);
    this.name = 'MoveWaits';
    this.why = why;
  }
}

async function move(arrival: Arriving, owner: string): Promise<Arrived> {
  const at = Date.now();
  const opened: OpenedStorage[] = [];
  let isPartial = false;
  try {
    for (const one of [readOwner(), owner]) opened.push(await openOf(one, at));
    const [from, into] = opened as [OpenedStorage, OpenedStorage];
    await moveRecord(from.storage, into.storage, {
      at,
      newDeviceId: uuidv7(at),
      async between() {
        isPartial = !(await mergeOnServer(arrival.former?.ticket));
      },
    });
  } catch (error) {
    if (error instanceof MoveWaits) return { status: 'waiting', why: error.why };
    return { status: 'failed', why: reasonOf(error) === 'full' ? 'full' : 'no-storage' };
  } finally {
    for (const { storage } of opened) storage.close();
  }
  const done = openRecordOf(arrival, loadShelf(), owner, true);
  return done.status === 'arrived' ? { ...done, isPartial } : done;
}

/**
 * A ticket that is over is no reason to stop: what lies on this device is moved all the same.
 * @returns false then.
 */
async function mergeOnServer(ticket: string | undefined): Promise<boolean> {
  if (ticket === undefined) return true;
  const done = await mergeFormer(ticket);
  if (done.status === 'refused' && done.reason !== 'ticket-over') throw new MoveWaits(done.reason);
  return done.status === 'done';
}

const openOf = (owner: string, at: number): Promise<OpenedStorage> =>
  openStorage({ owner, newDeviceId: uuidv7(at), texts: localStorage, onLost: () => {} });

/** What lies in the open record. One that cannot be read counts as something: then it is asked, and not passed over. */
async function readHere(owner: string): Promise<Held & { about: RecordSummary }> {
  try {
    const { storage, facts } = await openOf(owner, Date.now());
    const snapshots = await storage.transact('read', (stores) => stores.entries('snapshots'));
    storage.close();
    const isEmpty = facts.length === 0 && snapshots.length === 0;
    return { about: recordSummary(sortRows(facts).facts), facts: facts.length, isEmpty };
  } catch {
    return { about: recordSummary([]), facts: 0, isEmpty: false };
  }
}
