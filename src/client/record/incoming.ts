import { parseFact } from '#core/model/fact.guard.ts';
import type { Fact } from '#core/model/fact.ts';
import type { SetAside } from './change.ts';
import type { Row } from './storage.ts';
import { isOpenSnapshot, parseStoredSnapshot, type StoredSnapshot } from './stored-snapshot.ts';

/** Rows of the fact store, told apart: a fact under its own id, or a row to set aside. */
export function sortRows(rows: readonly Row[]): { facts: Fact[]; bad: SetAside[] } {
  const facts: Fact[] = [];
  const bad: SetAside[] = [];
  for (const [key, value] of rows) {
    const fact = parseFact(value);
    if (fact?.id === key) facts.push(fact);
    else bad.push({ from: 'facts', key, value, reason: 'unreadable' });
  }
  return { facts, bad };
}

/** What an export brought, told apart the same way; snapshots that are none are left out. */
export function sortImport(values: readonly unknown[], snapshots: Readonly<Record<string, unknown>>) {
  const facts: Fact[] = [];
  const setAside: SetAside[] = [];
  values.forEach((value, index) => {
    const fact = parseFact(value);
    if (fact) facts.push(fact);
    else setAside.push({ from: 'import', key: String(index), value, reason: 'unreadable' });
  });
  const newSnapshots = Object.entries(openSnapshots(Object.entries(snapshots))).map(([key, row]) => ({
    key,
    row,
  }));
  return { facts, setAside, newSnapshots };
}

/** The attempts still going on, by key. */
export function openSnapshots(rows: Iterable<Row>): Record<string, StoredSnapshot> {
  const open: Record<string, StoredSnapshot> = {};
  for (const [key, value] of rows) {
    const row = parseStoredSnapshot(value);
    if (row && isOpenSnapshot(row)) open[key] = row;
  }
  return open;
}
