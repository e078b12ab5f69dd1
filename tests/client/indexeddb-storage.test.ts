import { afterEach, expect, test, vi } from 'vitest';
import { openIndexedDb } from '#client/record/indexeddb-storage.ts';

afterEach(() => vi.unstubAllGlobals());

test('a browser that begins to open only when it is asked something else is asked, and no longer than needed', async () => {
  const request = { result: { objectStoreNames: { contains: () => true }, close() {} } } as unknown as {
    result: IDBDatabase;
    onsuccess?: () => void;
  };
  let asked = 0;
  vi.stubGlobal('indexedDB', {
    open: () => request,
    databases: async () => {
      asked += 1;
      request.onsuccess?.();
      return [];
    },
  });
  const storage = await openIndexedDb('sanxiu-local', () => {});
  expect(typeof storage.transact).toBe('function');
  const then = asked;
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(asked).toBe(then);
});
