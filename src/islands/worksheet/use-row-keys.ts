import { useRef } from 'react';
import type { Row } from '#core/worksheet/worksheet.ts';

/** An edit of a list's rows; undefined: none is left. */
export type RowsEdit = (now: readonly Row[]) => readonly Row[] | undefined;

interface Held {
  rows: readonly Row[];
  keys: readonly number[];
}

/**
 * Rows of a sheet have no names, and places move: what belongs to a row and comes late, a picture that is being made small, must
 * find that row and no other. So each row has a key on this page, which goes along when rows are added or taken away here. Rows
 * that come from elsewhere (another version, another tab) are other rows and get other keys.
 * @param rows the rows on screen.
 * @param next gives keys that were never used before.
 */
export function rowKeys(rows: readonly Row[], next: () => number, held?: Held): Held {
  return held?.rows === rows ? held : { rows, keys: rows.map(next) };
}

/** The rows after an edit of one of them, and their keys. An edit of a row that is gone changes nothing. */
export function editRow({ rows, keys }: Held, key: number, edit: (row: Row) => Row): Held {
  const place = keys.indexOf(key);
  return { rows: place < 0 ? rows : rows.map((row, at) => (at === place ? edit(row) : row)), keys };
}

export function addRow({ rows, keys }: Held, next: () => number): Held {
  return { rows: [...rows, {}], keys: [...keys, next()] };
}

export function removeRow({ rows, keys }: Held, key: number): Held {
  const place = keys.indexOf(key);
  return { rows: rows.filter((_, at) => at !== place), keys: keys.filter((one) => one !== key) };
}

/** @param onChange takes an edit made on the rows that stand when it is made. */
export function useRowKeys(rows: readonly Row[], onChange: (edit: RowsEdit) => void) {
  const held = useRef<Held>(undefined);
  const count = useRef(0);
  const next = () => {
    count.current += 1;
    return count.current;
  };
  held.current = rowKeys(rows, next, held.current);
  const change = (act: (now: Held) => Held) =>
    onChange((now) => {
      held.current = act(rowKeys(now, next, held.current));
      return held.current.rows.length > 0 ? held.current.rows : undefined;
    });
  return {
    keys: held.current.keys,
    add: () => change((now) => addRow(now, next)),
    edit: (key: number, edit: (row: Row) => Row) => change((now) => editRow(now, key, edit)),
    remove: (key: number) => change((now) => removeRow(now, key)),
  };
}
