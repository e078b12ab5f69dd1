/** The parts of a browser that signing in touches: localStorage, databases by name, a server behind `fetch`. */
import { vi } from 'vitest';
import { memoryStorage } from '#client/record/memory-storage.ts';
import type { RecordStorage } from '#client/record/storage.ts';
import { fact } from '../../core/sync/world.ts';

export interface Reply {
  status: number;
  json?: unknown;
}

export function fakeBrowser() {
  const lines = new Map<string, string>();
  const databases = new Map<string, RecordStorage>();
  /** What the server answers, by `METHOD /path`; a missing one is no answer. */
  const server = new Map<string, (body: unknown) => Reply | undefined>();
  const asked: string[] = [];
  /** Thrown when the line of this name is written next: the page goes there. */
  const faults: { onLine?: (key: string) => void } = {};
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => lines.get(key) ?? null,
    setItem(key: string, value: string) {
      faults.onLine?.(key);
      lines.set(key, value);
    },
    removeItem: (key: string) => lines.delete(key),
  });
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    const name = `${method} ${path}`;
    asked.push(name);
    const reply = server.get(name)?.(body ? JSON.parse(String(body)) : undefined);
    if (!reply) throw new TypeError('no answer');
    return new Response(JSON.stringify(reply.json ?? {}), { status: reply.status });
  });
  const database = (name: string) => {
    const kept = databases.get(name) ?? memoryStorage();
    databases.set(name, kept);
    return kept;
  };
  return {
    lines,
    server,
    asked,
    faults,
    open: async (name: string) => ({ ...database(name), close() {} }),
    /** Do something in a record, as a page of it would. */
    study: (owner: string, ...ids: string[]) =>
      database(`sanxiu-${owner}`).transact('write', async (stores) => {
        for (const id of ids) await stores.put('facts', id, fact(id));
      }),
    facts: (owner: string) =>
      database(`sanxiu-${owner}`).transact('read', async (stores) =>
        (await stores.entries('facts')).map(([key]) => key).sort(),
      ),
  };
}

export type FakeBrowser = ReturnType<typeof fakeBrowser>;
