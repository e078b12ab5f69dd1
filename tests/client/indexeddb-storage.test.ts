import { afterEach, expect, test, vi } from 'vitest';
import { openIndexedDb } from '#client/record/indexeddb-storage.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a browser that begins to open only when it is asked something else is asked, and no longer than needed', async () => {
  const request = { result: { objectStoreNames: { contains: () => true }, close() {} } } as unknown as {
    result: IDBDatabase;
    onsuccess?: () => void;
  };
  vi.useFakeTimers();
  let asked = 0;
  vi.stubGlobal('indexedDB', {
    open: () => request,
    databases: async () => {
      asked += 1;
      request.onsuccess?.();
      return [];
    },
  });
  const opening = openIndexedDb('sanxiu-local', () => {});
  await vi.advanceTimersByTimeAsync(1_000);
  const storage = await opening;
  expect(typeof storage.transact).toBe('function');
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toBe(1);
});
