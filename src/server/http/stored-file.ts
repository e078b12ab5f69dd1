import { createHash } from 'node:crypto';
import type { FlatHeaders } from './headers.ts';

/** One file in one content coding, with every header of its answers written beforehand. */
export interface Representation {
  body: Buffer;
  /** Strong, with quotes; differs between codings. */
  etag: string;
  headers: FlatHeaders;
  /** Headers of the 304 answer: the same without length, type and coding. */
  unchangedHeaders: FlatHeaders;
}

/** A file of the site in memory, ready to be sent. */
export interface StoredFile {
  status: number;
  identity: Representation;
  br?: Representation;
  gzip?: Representation;
}

export interface FilePlan {
  status?: number;
  type: string;
  cacheControl: string;
  /** Absent for parts of pages. */
  policy?: string;
  security: FlatHeaders;
  bytes: { identity: Buffer; br?: Buffer; gzip?: Buffer };
}

/** Write all headers of a file once, so that answering it later is two calls. */
export function storeFile(plan: FilePlan): StoredFile {
  const { identity, br, gzip } = plan.bytes;
  const varies = br !== undefined || gzip !== undefined;
  // The etag comes from the content, not from times: the same build on two machines gives the same.
  const digest = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  return {
    status: plan.status ?? 200,
    identity: represent(plan, identity, `"${digest}"`, varies),
    ...(br && { br: represent(plan, br, `"${digest}-br"`, varies, 'br') }),
    ...(gzip && { gzip: represent(plan, gzip, `"${digest}-gz"`, varies, 'gzip') }),
  };
}

function represent(
  plan: FilePlan,
  body: Buffer,
  etag: string,
  varies: boolean,
  coding?: string,
): Representation {
  const always = ['cache-control', plan.cacheControl, 'etag', etag];
  if (varies) always.push('vary', 'Accept-Encoding');
  always.push(...plan.security);
  if (plan.policy) always.push('content-security-policy', plan.policy);
  const entity = ['content-type', plan.type, 'content-length', String(body.length)];
  if (coding) entity.push('content-encoding', coding);
  return { body, etag, headers: [...entity, ...always], unchangedHeaders: always };
}
