import { closeSync, openSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { isAbsolute, join } from 'node:path';
import { reasonOf } from '#server/port/reason.ts';
import type { CopyDatabase } from '../store/sqlite-copy.ts';

export const SOCKET_FILE = 'backup.sock';

/** One line of JSON each way. `copyTo`: absolute path of a file that is not there. */
export interface CopyRequest {
  copyTo: string;
}
export type CopyReply =
  | { status: 'copied'; factsBefore: number; factsAfter: number }
  | { status: 'failed'; reason: string };

export interface BackupSocket {
  /** End copyings under way, take the socket away. */
  close(): Promise<void>;
}

/**
 * Let this account ask the running server for a copy of its database, over a Unix socket in the data folder.
 * Call it with the folder's lock held: a socket that is there was then left by a process that was killed, and is replaced.
 * @returns undefined where there can be none (Windows, a path over some 100 bytes); a backup then reads the file by itself.
 */
export async function listenForBackups(
  dataDir: string,
  copy: CopyDatabase,
): Promise<BackupSocket | undefined> {
  if (process.platform === 'win32') return undefined;
  const path = join(dataDir, SOCKET_FILE);
  const open = new Set<Socket>();
  let isEnding = false;
  const running = new Set<Promise<void>>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    readLine(socket, (line) => {
      const work = serveOne(line, socket, copy, () => isEnding);
      running.add(work);
      work.finally(() => running.delete(work));
    });
  });
  rmSync(path, { force: true });
  if (!(await isListening(server, path))) return undefined;
  return {
    async close() {
      isEnding = true;
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.all(running);
      for (const socket of open) socket.destroySoon();
      await closed;
    },
  };
}

function isListening(server: ReturnType<typeof createServer>, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.once('listening', () => resolve(true));
    // Made with its rights, not given them afterwards: nobody else gets in meanwhile.
    const before = process.umask(0o177);
    try {
      server.listen(path);
    } finally {
      process.umask(before);
    }
  });
}

/** Call back with the first line a socket says, if it says one. */
function readLine(socket: Socket, heard: (line: string) => void): void {
  let said = '';
  socket.setEncoding('utf8');
  socket.on('error', () => {}); // who asked is gone; 'close' follows
  socket.on('data', (text) => {
    const isNew = !said.includes('\n');
    said = `${said}${text}`.slice(0, 10_000);
    const [line = '', ...rest] = said.split('\n');
    if (isNew && rest.length) heard(line);
  });
}

async function serveOne(
  line: string,
  socket: Socket,
  copy: CopyDatabase,
  isEnding: () => boolean,
): Promise<void> {
  const file = fileAskedFor(line);
  const isWanted = () => !isEnding() && !socket.destroyed && !socket.readableEnded;
  const reply = file
    ? await copyTo(file, copy, isWanted)
    : ({ status: 'failed', reason: 'not understood' } as const);
  // Who asked keeps the line open until the copy has its own name: what is left under this one is nobody's.
  if (file && reply.status === 'copied')
    socket.on('close', () => {
      if (!isEnding()) discard(file);
    });
  if (socket.destroyed && file && reply.status === 'copied') discard(file);
  socket.write(`${JSON.stringify(reply)}\n`);
}

async function copyTo(file: string, copy: CopyDatabase, isWanted: () => boolean): Promise<CopyReply> {
  try {
    // Never over a file that is there, and with its rights from the beginning.
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    return { status: 'failed', reason: reasonOf(error) };
  }
  try {
    return { status: 'copied', ...(await copy(file, isWanted)) };
  } catch (error) {
    discard(file);
    return { status: 'failed', reason: reasonOf(error) };
  }
}

function discard(file: string): void {
  for (const one of [file, `${file}-journal`]) rmSync(one, { force: true });
}

function fileAskedFor(line: string): string | undefined {
  try {
    const { copyTo } = JSON.parse(line) as CopyRequest;
    return typeof copyTo === 'string' && isAbsolute(copyTo) ? copyTo : undefined;
  } catch {
    return undefined;
  }
}
