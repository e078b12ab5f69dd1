import type { PictureReply } from '#core/sync/picture-answer.ts';
import type { HttpReply } from '#core/sync/sync-answer.ts';
import type { StoredBlob } from '../record/blobs.ts';
import { meantFor } from './sync-api.ts';

/** 200 kB over the slowest network that is still one, ms. */
const PATIENCE_MS = 90_000;

/** The routes for pictures. None of them throws: no answer is `undefined`. */
export interface PictureApi {
  send(id: string, picture: StoredBlob): Promise<HttpReply | undefined>;
  fetch(id: string): Promise<PictureReply | undefined>;
}

async function ask(id: string, request: RequestInit): Promise<PictureReply | undefined> {
  try {
    // The picture lies in the record then; a second copy in the browser's cache would outlive its deletion there.
    const reply = await fetch(`/api/blobs/${id}`, {
      ...request,
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const bytes = new Uint8Array(await reply.arrayBuffer());
    const isJson = reply.headers.get('content-type')?.startsWith('application/json');
    return {
      status: reply.status,
      bytes,
      json: isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined,
      retryAfter: Number.parseInt(reply.headers.get('retry-after') ?? '', 10),
    };
  } catch {
    return undefined;
  }
}

/** @param learnerId whose copy it is; the server answers 401 when the cookie is somebody else's. */
export function httpPictureApi(learnerId: string): PictureApi {
  const headers = meantFor(learnerId);
  return {
    send: (id, { type, bytes }) =>
      ask(id, { method: 'PUT', headers: { ...headers, 'content-type': type }, body: bytes }),
    fetch: (id) => ask(id, { method: 'GET', headers }),
  };
}
