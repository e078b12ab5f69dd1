import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Write a small text under a name that is not taken, synced, readable by this account only. @throws {Error} of the system. */
export function writeNew(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A file's name is durable once its folder is. Windows cannot open folders and needs no such call. @throws {Error} of the system. */
export function syncPath(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
