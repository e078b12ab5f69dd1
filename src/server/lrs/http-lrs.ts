import type { Statement } from '#core/statement/statement.ts';
import type { Lrs, LrsAnswer } from '#server/port/lrs.ts';

export interface LrsAccess {
  /** The xAPI endpoint with its closing slash, e.g. `https://lrs.example.com/xapi/`. */
  endpoint: string;
  /** `key:secret`. */
  auth: string;
}

const XAPI_VERSION = '1.0.3';
/** An answer that takes longer is lost. */
const TIMEOUT_MS = 30_000;
const VERSION_HEADER = 'x-experience-api-version';

/** @param timeoutMs for tests. @see xAPI 1.0.3, part three, 2.1.2 (POST statements), 3.2 (errors), 3.3 (version). */
export function createHttpLrs({ endpoint, auth }: LrsAccess, timeoutMs = TIMEOUT_MS): Lrs {
  const url = new URL('statements', endpoint);
  const headers = {
    accept: 'application/json',
    authorization: `Basic ${Buffer.from(auth).toString('base64')}`,
    'content-type': 'application/json',
    [VERSION_HEADER]: XAPI_VERSION,
  };
  return {
    async send(statements, ended) {
      const signal = AbortSignal.any([ended, AbortSignal.timeout(timeoutMs)]);
      // Where it redirects to is not where the operator said our records may go.
      const init = { method: 'POST', headers, signal, redirect: 'manual' } as const;
      try {
        const reply = await fetch(url, { ...init, body: JSON.stringify(statements) });
        return await read(reply, statements);
      } catch (error) {
        return { status: 'later', failure: ended.aborted ? 'aborted' : codeOf(error) };
      }
    },
  };
}

async function read(reply: Response, sent: readonly Statement[]): Promise<LrsAnswer> {
  const { status: code, headers } = reply;
  const text = await reply.text();
  if (code === 200 || code === 204)
    return isReceipt(code, text, headers, sent) ? { status: 'taken' } : NO_LRS;
  if (code === 408 || code === 429 || code >= 500)
    return { status: 'later', failure: String(code), ...retryAfter(headers) };
  if (code === 401 || code === 403 || code === 404 || code === 405 || code < 400)
    return { status: 'shut', failure: String(code) };
  return { status: 'refused', code };
}

/** Sign-in pages and catch-all servers answer 200 to anything: nothing may count as kept by their word. */
const NO_LRS: LrsAnswer = { status: 'shut', failure: 'no-lrs' };

/** 200 comes with the ids (2.1.2); an LRS that had all of them may say 204, and gives its version as always (3.3). */
function isReceipt(code: number, text: string, headers: Headers, sent: readonly Statement[]): boolean {
  if (code === 204) return headers.has(VERSION_HEADER);
  const ids = parse(text);
  if (!Array.isArray(ids)) return false;
  const got = new Set(ids.map((id) => String(id).toLowerCase()));
  return sent.every(({ id }) => got.has(id));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function retryAfter(headers: Headers): { retryAfterMs?: number } {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return seconds > 0 ? { retryAfterMs: Math.min(seconds, 3_600) * 1_000 } : {};
}

/** A code such as `ECONNREFUSED`; the message would name addresses. */
function codeOf(error: unknown): string {
  const { name, code, cause } = error as { name?: string; code?: unknown; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return 'timeout';
  const found = cause?.code ?? code;
  return typeof found === 'string' ? found : 'network';
}
