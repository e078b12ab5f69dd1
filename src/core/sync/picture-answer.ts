import { type PictureType, pictureType } from '../blob/picture-type.ts';
import { isRecord } from '../model/shape.ts';
import { type HttpReply, readTrouble, STRANGE, type SyncDelay, type SyncEnd } from './sync-answer.ts';

/** contradicts: the server has another picture under the id · unknown-shape: no picture for the server. */
export type PictureRefusal = 'contradicts' | 'unknown-shape' | 'too-large';

export type PictureAnswer =
  | { status: 'sent' }
  | { status: 'fetched'; type: PictureType; bytes: Uint8Array }
  /** Not on the server yet; or, when sending, a server of an older release, which takes none. */
  | { status: 'absent' }
  | { status: 'refused'; why: PictureRefusal }
  /** This learner's pictures are at their limit there. */
  | { status: 'quota' }
  | { status: 'later'; why: SyncDelay; retryAfterMs?: number }
  | { status: 'ended'; why: SyncEnd };

/** As `HttpReply`, with the body as it came. */
export interface PictureReply extends HttpReply {
  bytes?: Uint8Array | undefined;
}

const REFUSED: Readonly<Record<number, PictureRefusal>> = {
  400: 'unknown-shape',
  409: 'contradicts',
  413: 'too-large',
  415: 'unknown-shape',
};

/** Read the answer to `PUT /api/blobs/…`. */
export function readSentPicture(reply: HttpReply | undefined): PictureAnswer {
  const { status = 0, json } = reply ?? {};
  if ((status === 200 || status === 201) && isRecord(json)) return { status: 'sent' };
  if (status === 507 && isRecord(json) && json.why === 'quota') return { status: 'quota' };
  if (status === 404 || status === 405) return { status: 'absent' };
  const why = REFUSED[status];
  return why ? { status: 'refused', why } : troubleOf(reply);
}

/**
 * Read the answer to `GET /api/blobs/…`. What it is, its bytes say.
 * @param most bytes that a device keeps of one picture.
 */
export function readFetchedPicture(reply: PictureReply | undefined, most: number): PictureAnswer {
  if (reply?.status === 404) return { status: 'absent' };
  if (reply?.status !== 200) return troubleOf(reply);
  const { bytes } = reply;
  const type = bytes && pictureType(bytes);
  if (!type) return STRANGE;
  return bytes.length > most ? { status: 'refused', why: 'too-large' } : { status: 'fetched', type, bytes };
}

/** Whoever answers 200 and has not what was asked for is not our server. */
const troubleOf = (reply: HttpReply | undefined): PictureAnswer =>
  reply && reply.status < 300 ? STRANGE : readTrouble(reply);
