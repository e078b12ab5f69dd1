import { expect, type Page } from '@playwright/test';

/** Everything in one store of the record that is open on this device, as JSON; [] while there is no record. */
export const rowsOf = (page: Page, store: 'facts' | 'snapshots') =>
  page.evaluate(
    (name) =>
      new Promise<string[]>((resolve) => {
        const owner = localStorage.getItem('sanxiu.owner') ?? 'local';
        const opening = indexedDB.open(`sanxiu-${owner}`);
        // Asking must not make the database that the page itself will make.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve([]);
        opening.onsuccess = () => {
          const database = opening.result;
          const done = (rows: unknown[]) => {
            database.close();
            resolve(rows.map((row) => JSON.stringify(row)));
          };
          if (!database.objectStoreNames.contains(name)) return done([]);
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => done(reading.result);
          reading.onerror = () => done([]);
        };
      }),
    store,
  );

/** The record writes behind: wait until it holds what was done before the page is left. */
export const isKept = (page: Page, store: 'facts' | 'snapshots', words: RegExp) =>
  expect
    .poll(async () => (await rowsOf(page, store)).some((row) => words.test(row)), String(words))
    .toBe(true);
