import type { IncomingMessage, ServerResponse } from 'node:http';
import { holdsCopy, rankCodings } from './accept.ts';
import type { FlatHeaders } from './headers.ts';
import type { Representation, StoredFile } from './stored-file.ts';

/** Send a file from memory in the best coding; 304 when the client holds it. Only for GET and HEAD. */
export function sendFile(req: IncomingMessage, res: ServerResponse, file: StoredFile): void {
  const chosen = choose(file, req.headers['accept-encoding']);
  const held = req.headers['if-none-match'];
  if (held !== undefined && file.status === 200 && holdsCopy(held, chosen.etag)) {
    res.writeHead(304, chosen.unchangedHeaders as string[]);
    res.end();
    return;
  }
  res.writeHead(file.status, chosen.headers as string[]);
  res.end(req.method === 'HEAD' ? undefined : chosen.body);
}

function choose(file: StoredFile, header: string | undefined): Representation {
  for (const coding of rankCodings(header)) {
    const representation = file[coding];
    if (representation) return representation;
  }
  return file.identity;
}

/** Send a short text of our own making, never stored by anyone. */
export function sendText(
  req: IncomingMessage,
  res: ServerResponse,
  answer: { status: number; text: string; type?: string; headers: FlatHeaders },
): void {
  res.writeHead(answer.status, [
    'content-type',
    answer.type ?? 'text/plain; charset=utf-8',
    'content-length',
    String(Buffer.byteLength(answer.text)),
    'cache-control',
    'no-store',
    ...answer.headers,
  ]);
  // As a string it leaves in one piece with the head.
  res.end(req.method === 'HEAD' ? undefined : answer.text);
}

/** Send bytes that are kept somewhere; `headers` say who may store them and how long. */
export function sendBytes(
  req: IncomingMessage,
  res: ServerResponse,
  answer: { status: number; bytes: Uint8Array; type: string; headers: FlatHeaders },
): void {
  res.writeHead(answer.status, [
    'content-type',
    answer.type,
    'content-length',
    String(answer.bytes.length),
    ...answer.headers,
  ]);
  res.end(req.method === 'HEAD' ? undefined : answer.bytes);
}
