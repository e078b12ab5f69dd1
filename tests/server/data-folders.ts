/** Data folders for tests of backups and faults: made, filled, looked into, and gone with the test. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSecrets } from '#server/auth/secrets.ts';
import { listenForBackups } from '#server/backup/backup-socket.ts';
import { openStore } from '#server/store/open-store.ts';
import { finished } from '../contract/facts.ts';

export const RECEIVED_AT = 1_795_000_111_000;
export const AT = Date.UTC(2026, 10, 26, 13, 15, 2);

/** @returns a maker of empty folders, and what takes them away. */
export function temporaryFolders() {
  const made: string[] = [];
  return {
    folder(): string {
      const one = mkdtempSync(join(tmpdir(), 'sx-data-')); // short: a socket's path has 107 bytes at most
      made.push(one);
      return one;
    },
    clear(): void {
      for (const one of made.splice(0)) rmSync(one, { recursive: true, force: true });
    },
  };
}

/** The store of a running server with its socket for backups, and one learner. */
export async function running(dataDir: string, learnerId = 'l') {
  openSecrets(dataDir);
  const store = await openStore({ dataDir });
  const backups = store.copyTo && (await listenForBackups(dataDir, store.copyTo));
  const known = { learnerId, generation: 1 };
  const session =
    (await store.learners.find(known)) === undefined
      ? await store.learners.add({ id: learnerId, nickname: '小红', createdAt: RECEIVED_AT })
      : known;
  return {
    ...store,
    session,
    save: (...ids: string[]) =>
      store.facts.append({ session, receivedAt: RECEIVED_AT, facts: ids.map((id) => finished(id)) }),
    async stop() {
      await backups?.close();
      await store.close();
    },
  };
}

/** A folder as a stopped server leaves it, with these facts of one learner. */
export async function filled(dataDir: string, ...ids: string[]): Promise<string> {
  const server = await running(dataDir);
  await server.save(...ids);
  await server.stop();
  return dataDir;
}

/** Ids of all facts of a database file, in the order in which they were numbered. */
export function idsIn(file: string): string[] {
  const handle = new DatabaseSync(file);
  try {
    return handle
      .prepare('select id from fact order by learner_id, seq')
      .all()
      .map(({ id }) => String(id));
  } finally {
    handle.close();
  }
}

/** Names and contents of everything in a folder, to compare before and after. */
export const contentsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path, readFileSync(path).toString('base64')];
      }),
  );
