import type { Mistake } from '#core/model/mistake.ts';
import {
  type AddOutcome,
  type KeptMistake,
  type MistakeStore,
  OPEN_AT_MOST,
} from '#server/port/mistake-store.ts';
import type { Actor } from '#server/port/people-store.ts';
import { writeAct } from './audit-writing.ts';
import type { Database, MistakeRow } from './schema.ts';
import { telling } from './trouble.ts';

export function createMistakeRepository(db: Database): MistakeStore {
  return {
    add: (mistake, receivedAt) => telling(() => add(db, rowOf(mistake, receivedAt))),
    list: (which) =>
      telling(async () => {
        const all = db.selectFrom('mistake_report').selectAll();
        const wanted = which === 'open' ? all.where('done_at', 'is', null) : all;
        const rows = await wanted.orderBy('received_at', 'desc').orderBy('id', 'desc').execute();
        return rows.map(mistakeOf);
      }),
    markDone: (id, at, by) =>
      telling(() => db.transaction().execute((transaction) => markDone(transaction, id, at, by))),
  };
}

async function add(db: Database, row: MistakeRow): Promise<AddOutcome> {
  const before = await find(db, row.id);
  if (before) return sameness(before, row);
  const { open } = await db
    .selectFrom('mistake_report')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (open >= OPEN_AT_MOST) return 'full';
  const stored = await db
    .insertInto('mistake_report')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (stored) return 'stored';
  // Sent twice at the same moment: the other one was first.
  return sameness((await find(db, row.id)) as MistakeRow, row);
}

async function markDone(
  db: Database,
  id: string,
  at: number,
  by: Actor | undefined,
): Promise<'done' | 'known' | 'unknown'> {
  const marked = await db
    .updateTable('mistake_report')
    .set({ done_at: at })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!marked) return (await find(db, id)) ? 'known' : 'unknown';
  if (by) await writeAct(db, by, { act: 'mistake.done', subjectId: id });
  return 'done';
}

const find = (db: Database, id: string): Promise<MistakeRow | undefined> =>
  db.selectFrom('mistake_report').selectAll().where('id', '=', id).executeTakeFirst();

function sameness(kept: MistakeRow, sent: MistakeRow): AddOutcome {
  const isSame = (['lesson_id', 'place_id', 'language', 'revision', 'path', 'words'] as const).every(
    (column) => kept[column] === sent[column],
  );
  return isSame ? 'known' : 'conflict';
}

const rowOf = (mistake: Mistake, receivedAt: number): MistakeRow => ({
  id: mistake.id,
  lesson_id: mistake.lessonId,
  place_id: mistake.placeId ?? null,
  language: mistake.language,
  revision: mistake.revision ?? null,
  path: mistake.path ?? null,
  words: mistake.words,
  received_at: receivedAt,
  done_at: null,
});

const mistakeOf = (row: MistakeRow): KeptMistake => ({
  id: row.id,
  lessonId: row.lesson_id,
  ...(row.place_id !== null && { placeId: row.place_id }),
  language: row.language,
  ...(row.revision !== null && { revision: row.revision }),
  ...(row.path !== null && { path: row.path }),
  words: row.words,
  receivedAt: row.received_at,
  ...(row.done_at !== null && { doneAt: row.done_at }),
});
