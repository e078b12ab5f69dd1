import { parseFact } from '../model/fact.guard.ts';
import type { Fact } from '../model/fact.ts';
import { isCount, isRecord } from '../model/shape.ts';

/** A fact of this device that the server does not take: it stays here and is not sent again. */
export interface FactRefusal {
  id: string;
  /**
   * contradicts: the server has another body under the id · unknown-shape: no fact for the server's release · turned-back: every
   * request with it is refused, others go through.
   */
  why: 'contradicts' | 'unknown-shape' | 'too-large' | 'turned-back';
}

/** Why sending has ended until somebody does something. */
export type SyncEnd =
  /** The server does not know this device, or the session is over. */
  | 'unknown'
  /** The copy on the server was deleted, here or on another device. */
  | 'deleted'
  /** The server does not understand this page: one of the two is too old. */
  | 'outdated'
  /** Nobody answers for the API at this address. */
  | 'no-server';

/** Why it has to wait: no network · the server is busy or down · its disk is full. */
export type SyncDelay = 'offline' | 'busy' | 'full';

export type SyncAnswer =
  | { status: 'page'; facts: readonly Fact[]; unreadable: number; seq: number; more: boolean }
  | { status: 'saved'; refused: readonly FactRefusal[]; before?: number; seq?: number }
  | { status: 'too-large' }
  /** `isFault`: the server failed over just this request, it is not down. */
  | { status: 'later'; why: SyncDelay; retryAfterMs?: number; isFault?: true }
  | { status: 'ended'; why: SyncEnd };

/** May an answer be about one of the facts sent, and not about all of them? */
export const isOdd = (answer: { status: string; why?: string; isFault?: true }): boolean =>
  answer.isFault === true || answer.why === 'outdated';

/** What came back over the network, nothing of it checked; `undefined` in its place = no answer. */
export interface HttpReply {
  status: number;
  /** The body as parsed JSON; undefined when it is none. */
  json: unknown;
  /** The header `retry-after` in seconds; NaN or absent without one. */
  retryAfter?: number;
}

const ENDS: Readonly<Record<number, SyncEnd>> = {
  401: 'unknown',
  404: 'no-server',
  405: 'no-server',
  410: 'deleted',
};

/** Read the answer to `GET /api/facts`. Facts that this release cannot read are counted and left out. */
export function readPage(reply: HttpReply | undefined): SyncAnswer {
  if (reply?.status !== 200) return readTrouble(reply);
  const { json } = reply;
  if (!isRecord(json) || !Array.isArray(json.facts) || !isCount(json.seq)) return STRANGE;
  const facts = json.facts.map(parseFact).filter((fact) => fact !== undefined);
  const unreadable = json.facts.length - facts.length;
  return { status: 'page', facts, unreadable, seq: json.seq, more: json.more === true };
}

/** Read the answer to `POST /api/facts`. @param sent the batch, by whose places refused facts are named. */
export function readSaved(reply: HttpReply | undefined, sent: readonly Fact[]): SyncAnswer {
  if (reply?.status === 413) return { status: 'too-large' };
  if (reply?.status !== 200) return readTrouble(reply);
  const { json } = reply;
  if (!isRecord(json) || !Array.isArray(json.refused)) return STRANGE;
  const refused = json.refused.flatMap((one): FactRefusal[] => {
    const id = isRecord(one) && isCount(one.index) ? sent[one.index]?.id : undefined;
    return id === undefined ? [] : [{ id, why: one.status === 409 ? 'contradicts' : 'unknown-shape' }];
  });
  const { before, seq } = json;
  return { status: 'saved', refused, ...(isCount(before) && isCount(seq) && { before, seq }) };
}

/** Some other program answered with 200, as sign-in pages of guest networks do: it may be ours again later. */
export const STRANGE = { status: 'later', why: 'busy' } as const satisfies SyncAnswer;

/** What an answer means that brings nothing of what was asked for. */
export function readTrouble(
  reply: HttpReply | undefined,
): Extract<SyncAnswer, { status: 'later' | 'ended' }> {
  if (!reply) return { status: 'later', why: 'offline' };
  const why = ENDS[reply.status];
  if (why) return { status: 'ended', why };
  if (reply.status >= 400 && reply.status < 500 && reply.status !== 429 && reply.status !== 408)
    return { status: 'ended', why: 'outdated' };
  const retryAfterMs = (reply.retryAfter ?? Number.NaN) * 1000;
  const delay = {
    status: 'later',
    why: reply.status === 507 ? 'full' : 'busy',
    ...(reply.status === 500 && { isFault: true as const }),
  } as const;
  return retryAfterMs > 0 ? { ...delay, retryAfterMs } : delay;
}
