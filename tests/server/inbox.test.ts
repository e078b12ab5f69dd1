import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { inboxLines } from '#server/inbox/inbox-lines.ts';
import { readInboxOrder } from '#server/inbox/inbox-order.ts';
import { StartError, StoreError } from '#server/port/store-error.ts';
import { openInbox } from '#server/store/open-inbox.ts';
import { DATABASE_FILE, openStore } from '#server/store/open-store.ts';
import { sqliteEngine } from '#server/store/sqlite-engine.ts';
import { mistake } from '../contract/mistakes.ts';
import { skipsPostgres, startPostgres } from '../contract/postgres.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'sanxiu-inbox-'));
  ending.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}
const AT = Date.UTC(2026, 10, 26, 8, 5);

/** `npm run inbox -- <args>` as its script runs it. */
function inbox(env: Record<string, string>, ...args: string[]) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const settings = { ...process.env, PORT: '', HOST: '', DATABASE_URL: '', ...env };
    execFile(
      process.execPath,
      ['src/app.ts', '--inbox', ...args],
      { cwd: root, env: settings },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

/** A process that holds the folder as a server does and keeps saving facts until it is killed. */
async function server(dataDir: string): Promise<ChildProcess> {
  const code = `import { openStore } from '#server/store/open-store.ts';
    const { mistakes } = await openStore({ dataDir: ${JSON.stringify(dataDir)} });
    const id = (n) => '0193a4d2-2222-7000-8000-' + String(n).padStart(12, '0');
    await mistakes.add({ id: id(0), lessonId: 'm1-a', language: 'en', words: 'kept by the server' }, ${AT});
    process.stdout.write('open');
    for (let n = 1; ; n += 1) {
      await mistakes.add({ id: id(n % 900), lessonId: 'm1-a', language: 'en', words: 'more' }, 1);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  ending.push(() => child.kill('SIGKILL'));
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
  return child;
}

test('when, where and the words, the newest first, and how to mark one', () => {
  const kept = [
    { ...mistake(2, { words: '第一行\n第二行' }), receivedAt: AT },
    { id: 'b', lessonId: 'm1-a', language: 'en', words: 'Old.', receivedAt: 0, doneAt: AT } as const,
  ];
  expect(inboxLines(kept)).toEqual([
    '2026-11-26 08:05 UTC  /learn/m2-fab-pitch/#so-what  a878  0193a4d2-1111-7000-8000-000000000002',
    '  第一行',
    '  第二行',
    '',
    '1970-01-01 00:00 UTC  /en/learn/m1-a/  b',
    '  已处理 / done 2026-11-26 08:05 UTC',
    '  Old.',
    '',
    '未处理1条；处理完一条：npm run inbox -- --done <id> / 1 open; when one is dealt with: npm run inbox -- --done <id>',
  ]);
});

test.each([
  [[], { status: 'list', which: 'open', json: false }],
  [['--json', '--all'], { status: 'list', which: 'all', json: true }],
  [['--done', 'AB'], { status: 'done', id: 'ab' }],
])('%j asks for %j', (args, order) => expect(readInboxOrder(args)).toEqual(order));

test.each([
  [['--done'], 'argument "--done" needs the id that stands above the report'],
  [['--done', 'a', 'b'], 'argument "--done" takes one id'],
  [['--jsn'], 'argument "--jsn" is not known here'],
])('%j is refused with what there is', (args, said) => {
  const order = readInboxOrder(args);
  expect(order.status === 'refused' && order.line).toBe(
    `${said}: npm run inbox, -- --all, -- --json, -- --done <id>.`,
  );
});

describe('on SQLite', () => {
  test('reports are read and marked while a server runs and writes on the same folder', async () => {
    const dataDir = folder();
    await server(dataDir);
    const env = { DATA_DIR: dataDir };
    const listed = await inbox(env, '--json');
    expect([listed.code, listed.err]).toEqual([0, '']);
    expect(JSON.parse(listed.out)[0]).toEqual({
      id: '0193a4d2-2222-7000-8000-000000000000',
      lessonId: 'm1-a',
      language: 'en',
      words: 'kept by the server',
      where: '/en/learn/m1-a/',
      receivedAt: '2026-11-26T08:05:00.000Z',
    });
    const id = '0193a4d2-2222-7000-8000-000000000000';
    expect(await inbox(env, '--done', id)).toEqual({ code: 0, out: `已处理 / done: ${id}\n`, err: '' });
    const { mistakes, close } = await openInbox({ dataDir, writes: true });
    expect(await mistakes.markDone(id, AT)).toBe('known');
    expect((await mistakes.list('open')).some((one) => one.id === id)).toBe(false);
    expect((await mistakes.list('all')).some((one) => one.id === id)).toBe(true);
    await close();
    const absent = await inbox(env, '--done', 'nobody');
    expect([absent.code, absent.out]).toEqual([
      1,
      expect.stringMatching(/没有编号为「nobody」[\s\S]*no report "nobody"/),
    ]);
  }, 60_000);

  test('what a server left behind by kill -9 is read too, and the next server finds all', async () => {
    const dataDir = folder();
    const child = await server(dataDir);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    const opened = await openInbox({ dataDir, writes: false });
    expect((await opened.mistakes.list('open'))[0]?.words).toBe('kept by the server');
    await opened.close();
    const store = await openStore({ dataDir });
    expect((await store.mistakes.list('open'))[0]?.words).toBe('kept by the server');
    await store.close();
  }, 60_000);

  test('for reading nothing can be written', async () => {
    const dataDir = folder();
    await (await openStore({ dataDir })).close();
    const opened = await openInbox({ dataDir, writes: false });
    const failed = opened.mistakes.add(mistake(1), 1);
    await expect(failed).rejects.toThrow(StoreError);
    await expect(failed).rejects.toMatchObject({ trouble: 'read-only' });
    await opened.close();
  });

  test('where there is no data nothing is made, and the operator hears what to set', async () => {
    const dataDir = join(folder(), 'data');
    const said = await inbox({ DATA_DIR: dataDir });
    expect([said.code, said.out]).toEqual([1, '']);
    expect(said.err).toMatch(/还没有数据[\s\S]*There is no data in .*DATA_DIR/);
    expect(existsSync(dataDir)).toBe(false);
  });

  test('data of a release before the inbox is left as it is, with what to do', async () => {
    const dataDir = folder();
    const engine = sqliteEngine(join(dataDir, DATABASE_FILE));
    await sql`create table learner (id text)`.execute(engine.db);
    await engine.close();
    for (const writes of [false, true])
      await expect(openInbox({ dataDir, writes })).rejects.toThrow(/还没有收件箱[\s\S]*npm run migrate/);
    const handle = new DatabaseSync(join(dataDir, DATABASE_FILE));
    expect(handle.prepare('select name from sqlite_master').all()).toEqual([{ name: 'learner' }]);
    handle.close();
  });
});

test.skipIf(skipsPostgres)(
  'on PostgreSQL the same, beside its servers; without the tables it says what to do',
  async () => {
    const postgres = await startPostgres();
    ending.push(() => postgres.stop());
    const dataDir = folder();
    const databaseUrl = await postgres.database();
    await expect(openInbox({ dataDir, databaseUrl, writes: false })).rejects.toThrow(StartError);
    const store = await openStore({ dataDir, databaseUrl });
    ending.push(() => store.close());
    await store.mistakes.add(mistake(1), AT);
    const env = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
    expect((await inbox(env)).out).toContain('2026-11-26 08:05 UTC  /learn/m2-fab-pitch/#so-what');
    expect((await inbox(env, '--done', mistake(1).id)).code).toBe(0);
    expect(await store.mistakes.list('open')).toEqual([]);
  },
  120_000,
);
