import { isCount, isMapOf, isRecord, isString } from '../model/shape.ts';
import { type FormerLearner, readSignInAnswer, type SignedIn, type SignInAnswer } from './account.ts';

/**
 * The records that lie on one device, each for one learner, only one of them open. A record is called by its owner name:
 * `local` is the one that every device begins with.
 */
export const FIRST_OWNER = 'local';

/** To whom a record belongs. A record without a tie is nobody's yet. */
export interface Tie {
  learnerId: string;
  /** '' while it was not said. */
  nickname: string;
  /** Can this learner come back by signing in? */
  isClaimed: boolean;
}

export interface Shelf {
  /** By owner name. */
  ties: Readonly<Record<string, Tie>>;
  /** The record that is opened while nobody is signed in, as long as it is nobody's. */
  spare: string;
  /** Whose copy the open record was sent to before somebody began to sign in here; nothing is sent meanwhile. */
  held?: string;
  /** Somebody has signed in, and what that means for the records is not done yet. */
  arrival?: Omit<SignInAnswer, 'recoveryCode'>;
  /** The answer to the question: the open record is moved to the one of the arrival. */
  isMoving?: true;
  /** The record that is being opened for the arrival. */
  opening?: string;
  /** `<owner>><learner>`: records that are not to be moved there, with how many facts they had; asked again when there are more. */
  declined: Readonly<Record<string, number>>;
}

export const EMPTY_SHELF: Shelf = { ties: {}, spare: FIRST_OWNER, declined: {} };

/** What one line says of the sending: a learner's id, `off`, or undefined (see `client/record/sync-mark.ts`). */
export type Mark = string | undefined;

/**
 * The shelf as it is now: the mark of the open record is the truth about it, for it is kept by releases that know no shelf,
 * and taken away wherever a record or its copy is deleted.
 */
export function withMark(shelf: Shelf, open: string, mark: Mark): Shelf {
  if (mark === 'off') return shelf;
  if (mark === undefined) return untied(shelf, open);
  const known = shelf.ties[open];
  if (known?.learnerId === mark) return shelf;
  return tied(shelf, open, { learnerId: mark, nickname: '', isClaimed: false });
}

export const tied = (shelf: Shelf, owner: string, tie: Tie): Shelf => ({
  ...shelf,
  ties: { ...shelf.ties, [owner]: tie },
});

export function untied(shelf: Shelf, owner: string): Shelf {
  if (!(owner in shelf.ties)) return shelf;
  const { [owner]: _, ...ties } = shelf.ties;
  return { ...shelf, ties };
}

export const tieOf = ({ id, nickname, isClaimed }: SignedIn): Tie => ({ learnerId: id, nickname, isClaimed });

/** What lies in the open record. */
export interface Held {
  facts: number;
  /** Not even something that is going on. */
  isEmpty: boolean;
}

const lineOf = (owner: string, learnerId: string) => `${owner}>${learnerId}`;

/** What signing in means for the records of this device. */
export type Arrival =
  /** The open record is this learner's. */
  | { do: 'stay' }
  /** Open this learner's record, made if absent; the open one stays where it is. */
  | { do: 'open'; owner: string }
  /** First ask whose the open record is. `isOnServer`: a copy of it lies there, and can be added too. */
  | { do: 'ask'; owner: string; isOnServer: boolean };

/**
 * @param open    owner name of the open record.
 * @param held what lies in it.
 */
export function arrive(
  shelf: Shelf,
  open: string,
  held: Held,
  { learner, former }: Pick<SignInAnswer, 'learner' | 'former'>,
): Arrival {
  const tie = shelf.ties[open];
  if (tie?.learnerId === learner.id) return { do: 'stay' };
  // A page that went in the middle had opened it already.
  if (shelf.opening === open && tie === undefined) return { do: 'stay' };
  const owner = ownerOf(shelf, learner.id, open);
  if (isAccount(tie, former)) return { do: 'open', owner };
  const isOnServer = tie !== undefined && former?.id === tie.learnerId && former.ticket !== undefined;
  if (isOnServer) return { do: 'ask', owner, isOnServer };
  const isDeclined = shelf.declined[lineOf(open, learner.id)] === held.facts;
  if (held.isEmpty || isDeclined) return { do: 'open', owner };
  return { do: 'ask', owner, isOnServer };
}

/** Somebody's account is never moved into another one. Without a ticket the server says that it is one. */
const isAccount = (tie: Tie | undefined, former: FormerLearner | undefined): boolean =>
  tie !== undefined && (tie.isClaimed || (former?.id === tie.learnerId && former.ticket === undefined));

/**
 * The name of this learner's record: the one that lies here already, or a new one. Their former name may be the open
 * record's, which is nobody's since it was deleted.
 */
function ownerOf(shelf: Shelf, learnerId: string, open: string): string {
  const known = Object.keys(shelf.ties).find((owner) => shelf.ties[owner]?.learnerId === learnerId);
  return known ?? (open === learnerId ? `${learnerId}.2` : learnerId);
}

/** The learner has arrived at their record. */
export function settled(shelf: Shelf, owner: string, learner: SignedIn): Shelf {
  const { held: _, arrival: __, isMoving: ___, opening: ____, ...rest } = tied(shelf, owner, tieOf(learner));
  return rest;
}

/**
 * The open record is not the learner's who has signed in: it is nobody's from now on, for a nickname without an account
 * cannot be signed in as again, and comes back when they sign out.
 */
export function declined(shelf: Shelf, open: string, facts: number, learnerId: string): Shelf {
  const lines = { ...shelf.declined, [lineOf(open, learnerId)]: facts };
  return { ...untied(shelf, open), spare: open, declined: lines };
}

/** The record to open when nobody is signed in. */
export function spareOwner(shelf: Shelf): string {
  if (!(shelf.spare in shelf.ties)) return shelf.spare;
  if (!(FIRST_OWNER in shelf.ties)) return FIRST_OWNER;
  let number = 2;
  while (`device-${number}` in shelf.ties) number += 1;
  return `device-${number}`;
}

/** @returns an empty shelf for what is none. Parts that cannot be read are left out. */
export function readShelf(value: unknown): Shelf {
  if (!isRecord(value)) return EMPTY_SHELF;
  const { ties, spare, held, arrival, isMoving, opening, declined: lines } = value;
  const found = isRecord(ties) ? Object.entries(ties) : [];
  const answer = readSignInAnswer(arrival);
  return {
    ties: Object.fromEntries(
      found.flatMap(([owner, one]) => {
        const tie = readTie(one);
        return tie ? [[owner, tie]] : [];
      }),
    ),
    spare: isString(spare) && spare !== '' ? spare : FIRST_OWNER,
    declined: isMapOf(lines, isCount) ? lines : {},
    ...(isString(held) && { held }),
    ...(isString(opening) && { opening }),
    ...(answer && { arrival: answer }),
    ...(answer && isMoving === true && { isMoving }),
  };
}

function readTie(value: unknown): Tie | undefined {
  if (!isRecord(value) || !isString(value.learnerId)) return undefined;
  const { learnerId, nickname, isClaimed } = value;
  return { learnerId, nickname: isString(nickname) ? nickname : '', isClaimed: isClaimed === true };
}
