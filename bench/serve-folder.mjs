// A plain static server for the peer: every file held in memory, brotli 11, one process, like ours.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { addressOf, filesBelow } from '../scripts/build/files.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * @param {string} folder
 * @returns {Promise<{ origin: string, stop: () => void }>}
 */
export async function serveFolder(folder) {
  const table = new Map(filesBelow(folder).map((file) => [addressOf(file), entry(folder, file)]));
  const server = createServer((request, response) => {
    const found = table.get((request.url ?? '').replace(/[?#].*/, ''));
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, found.headers).end(found.bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://localhost:${port}`, stop };
}

/** @param {string} folder @param {string} file */
function entry(folder, file) {
  const plain = readFileSync(join(folder, file));
  const bytes = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? 'application/octet-stream';
  const headers = { 'content-type': type, 'content-encoding': 'br', 'content-length': bytes.length };
  return { bytes, headers };
}
