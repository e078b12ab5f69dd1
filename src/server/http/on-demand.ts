import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BodyKind } from './body-kind.ts';
import { REFUSALS, type Refusal } from './refusals.ts';

/** The handler of the built site's on-demand routes, as `@astrojs/node` exports it in middleware mode. */
export type Renderer = (
  req: IncomingMessage,
  res: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => unknown;

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

const readsOnly = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD';

/**
 * May this request reach an on-demand route? Looks at the head only, never at the body.
 * @param origin the public address, when one is set; else the page's own host over http is the origin.
 * @param kind   what the route takes.
 * @returns the refusal, or `undefined` when it may.
 */
export function refuseHead(
  req: IncomingMessage,
  origin: string | undefined,
  kind: BodyKind,
): Refusal | undefined {
  if (!METHODS.includes(req.method ?? '')) return REFUSALS.method;
  if (Number(req.headers['content-length'] ?? 0) > kind.most) return kind.tooLarge;
  if (readsOnly(req.method)) return undefined;
  if (!comesFromHere(req, origin)) return REFUSALS.foreignSite;
  const type = (req.headers['content-type'] ?? '').split(';')[0] ?? '';
  return kind.types.includes(type.trim().toLowerCase()) ? undefined : kind.otherType;
}

/** Browsers leave Sec-Fetch-Site out on plain http outside localhost; there the Origin header decides. */
function comesFromHere(req: IncomingMessage, origin: string | undefined): boolean {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const from = req.headers.origin;
  return from !== undefined && (from === origin || from === `http://${req.headers.host}`);
}

/**
 * Read a body to its end, into memory: a route then never waits for a slow sender.
 * @param most bytes.
 * @returns the bytes, or 'too-large', or 'gone' when the sender hung up.
 */
export function readBody(req: IncomingMessage, most: number): Promise<Buffer | 'too-large' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    req.on('data', (chunk: Buffer) => {
      length += chunk.length;
      // What is still under way is read and dropped: a connection reset would hide our answer.
      if (length > most) resolve('too-large');
      else chunks.push(chunk);
    });
    req.on('end', () => resolve(Buffer.concat(chunks)));
    req.on('close', () => resolve('gone'));
    req.on('error', () => resolve('gone'));
  });
}

/**
 * Keep a renderer from answering 500 in its own words: Astro turns every error of a route into a bare 500,
 * without a request id. Other answers pass untouched.
 * @param fail sends our answer instead; called once, when the renderer ends its own.
 * @returns a function that gives the response back its own methods, for answering without the renderer.
 */
export function replaceFailure(res: ServerResponse, fail: () => void): () => void {
  const own = { writeHead: res.writeHead, write: res.write, end: res.end };
  const release = () => void Object.assign(res, own);
  const failing = () => !res.headersSent && res.statusCode === 500;
  res.writeHead = ((status: number, ...rest: never[]) => {
    if (status !== 500) return own.writeHead.call(res, status, ...rest);
    res.statusCode = 500;
    return res;
  }) as typeof res.writeHead;
  res.write = ((...args: Parameters<typeof own.write>) =>
    failing() || own.write.apply(res, args)) as typeof res.write;
  res.end = ((...args: Parameters<typeof own.end>) => {
    release();
    if (!failing()) return own.end.apply(res, args);
    fail();
    return res;
  }) as typeof res.end;
  return release;
}
