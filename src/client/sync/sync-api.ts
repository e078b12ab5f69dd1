import type { Fact } from '#core/model/fact.ts';
import { isRecord, isString } from '#core/model/shape.ts';
import type { HttpReply } from '#core/sync/sync-answer.ts';

/** A server that does not answer is given up after this, ms. */
const PATIENCE_MS = 30_000;

/** Who learns, as the server knows them. */
export interface SyncLearner {
  id: string;
  nickname: string;
}

/** The routes that syncing uses. None of them throws: no answer is `undefined`. */
export interface SyncApi {
  pull(since: number): Promise<HttpReply | undefined>;
  /** @param isLeaving the page may go before the answer: at most 64 KiB. */
  send(facts: readonly Fact[], isLeaving: boolean): Promise<HttpReply | undefined>;
}

/**
 * For whose copy a request is meant. Cookies and localStorage do not reach the disk together: after the browser was killed one
 * may know of a sign-in that the other has forgotten, and the server must not take a record for whoever the cookie names.
 */
export const meantFor = (learnerId: string) => ({ 'x-learner': learnerId });

interface Asking {
  /** The page may go before the answer. */
  keepalive?: boolean;
  headers?: Readonly<Record<string, string>>;
}

/** Ask a route. @returns undefined without an answer. */
export async function ask(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
  { keepalive, headers }: Asking = {},
): Promise<HttpReply | undefined> {
  try {
    const reply = await fetch(path, {
      method,
      keepalive: keepalive === true,
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    const retryAfter = Number.parseInt(reply.headers.get('retry-after') ?? '', 10);
    return { status: reply.status, json: parse(text), retryAfter };
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param learnerId whose copy it is; the server answers 401 when the cookie is somebody else's. */
export function httpSyncApi(learnerId: string): SyncApi {
  const headers = meantFor(learnerId);
  return {
    pull: (since) => ask('GET', `/api/facts?since=${since}`, undefined, { headers }),
    send: (facts, keepalive) => ask('POST', '/api/facts', { facts }, { keepalive, headers }),
  };
}

/** The learner in an answer; undefined when there is none. */
export function learnerIn(reply: HttpReply | undefined): SyncLearner | undefined {
  const json = reply && reply.status < 300 ? reply.json : undefined;
  return isRecord(json) && isString(json.id) && isString(json.nickname)
    ? { id: json.id, nickname: json.nickname }
    : undefined;
}

/** Does a server of ours answer at this address? A static copy of the site has none. */
export async function hasServer(): Promise<boolean> {
  const reply = await ask('GET', '/healthz');
  return reply?.status === 200 && isRecord(reply.json) && reply.json.status === 'ok';
}
