import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SignedIn } from '#core/account/account.ts';
import { type FakeBrowser, fakeBrowser } from './browser.ts';

let browser: FakeBrowser;
vi.mock('#client/record/indexeddb-storage.ts', () => ({
  openIndexedDb: (name: string) => browser.open(name),
}));
vi.mock('#client/sync/own-sync.ts', () => ({ restartSync: vi.fn() }));

const hong: SignedIn = { id: 'L-hong', nickname: '小红', role: 'learner', isClaimed: true };
const ticketed = { learner: hong, former: { id: 'U-1', nickname: '红', ticket: 'T' } };
const wrong = { status: 422 };

beforeEach(() => {
  browser = fakeBrowser();
});
afterEach(() => vi.unstubAllGlobals());

const { goOn, leaveHere, moveIntoAccount, noteArrival, readStanding } = await import(
  '#client/account/arrival.ts'
);
const { arriveBy } = await import('#client/account/sign-in.ts');
const { signIn } = await import('#client/account/account-api.ts');
const { signOut } = await import('#client/account/sign-out.ts');
const { turnOnAgain } = await import('#client/sync/turn.ts');

const line = (name: string) => browser.lines.get(`sanxiu.${name}`);
const shelf = () => JSON.parse(line('shelf') ?? '{}');
const signedIn = (learner: SignedIn = hong) =>
  browser.server.set('GET /api/account', () => ({ status: 200, json: { learner } }));

describe('an installation from before there were accounts', () => {
  test('nobody signs in: its record and its mark are untouched', async () => {
    await browser.study('local', 'a');
    browser.lines.set('sanxiu.sync', 'U-1');
    signedIn({ id: 'U-1', nickname: '红', role: 'learner', isClaimed: false });
    expect(await readStanding()).toMatchObject({ status: 'in', learner: { id: 'U-1' } });
    expect(line('sync')).toBe('U-1');
    expect(line('owner')).toBeUndefined();
    expect(await browser.facts('local')).toEqual(['a']);
  });

  test('the record becomes an account’s where it lies', async () => {
    await browser.study('local', 'a');
    browser.lines.set('sanxiu.sync', 'L-hong');
    signedIn();
    await readStanding();
    expect(shelf().ties).toEqual({ local: { learnerId: 'L-hong', nickname: '小红', isClaimed: true } });
    expect(await goOn({ learner: hong })).toEqual({ status: 'arrived', isPartial: false });
    expect(line('owner')).toBeUndefined();
    expect(line('sync')).toBe('L-hong');
  });
});

describe('signing in', () => {
  test('nothing is sent while it is asked, and it goes on when it was refused', async () => {
    browser.lines.set('sanxiu.sync', 'U-1');
    let during: string | undefined;
    browser.server.set('POST /api/sign-in', () => {
      during = line('sync');
      return wrong;
    });
    const answer = await arriveBy(() => signIn('小红', '不是这一个密码吧'));
    expect(answer).toEqual({ status: 'refused', reason: 'wrong-sign-in' });
    expect(during).toBe('off');
    expect(line('sync')).toBe('U-1');
    expect(shelf().held).toBeUndefined();
  });

  test('an answer that got lost: nothing is sent until it is known who is signed in', async () => {
    browser.lines.set('sanxiu.sync', 'U-1');
    vi.stubGlobal('navigator', { onLine: true });
    await arriveBy(() => signIn('小红', '三月的雨 2026'));
    expect(line('sync')).toBe('off');
    signedIn({ id: 'U-1', nickname: '红', role: 'learner', isClaimed: false });
    await readStanding();
    expect(line('sync')).toBe('U-1');
  });

  test('an answer that got lost and had worked: the question is asked at the next visit', async () => {
    await browser.study('local', 'a');
    browser.lines.set('sanxiu.sync', 'U-1');
    vi.stubGlobal('navigator', { onLine: true });
    await arriveBy(() => signIn('小红', '三月的雨 2026'));
    signedIn();
    const standing = await readStanding();
    expect(standing).toEqual({ status: 'arriving', arrival: { learner: hong } });
    expect(await goOn({ learner: hong })).toMatchObject({ status: 'ask', question: { isOnServer: false } });
    expect(line('sync')).toBe('off');
  });

  test('on a new device the account’s record opens, and the first one stays for nobody', async () => {
    noteArrival({ learner: hong });
    expect(await goOn({ learner: hong })).toEqual({ status: 'arrived', isPartial: false });
    expect([line('owner'), line('sync')]).toEqual(['L-hong', 'L-hong']);
    expect(shelf()).toMatchObject({ spare: 'local', declined: {} });
    expect(shelf().arrival).toBeUndefined();
  });

  test('turning on again does not bind the record to somebody else who is signed in now', async () => {
    browser.lines.set('sanxiu.shelf', JSON.stringify({ ties: { local: { learnerId: 'U-1' } } }));
    browser.lines.set('sanxiu.sync', 'off');
    browser.server.set('GET /api/learner', () => ({ status: 200, json: { ...hong } }));
    expect(await turnOnAgain({} as never)).toEqual({ status: 'refused', reason: 'other' });
    expect(line('sync')).toBe('off');
  });
});

describe('the one question', () => {
  beforeEach(async () => {
    await browser.study('local', 'a', 'b');
    browser.lines.set('sanxiu.shelf', JSON.stringify({ ties: { local: { learnerId: 'U-1' } }, held: 'U-1' }));
    browser.lines.set('sanxiu.sync', 'off');
    browser.lines.set('sanxiu.place', '{"m1-a":{"block":"x","title":"X","language":"zh"}}');
    noteArrival(ticketed);
  });

  test('says what lies here and that the server has a copy', async () => {
    expect(await goOn(ticketed)).toEqual({
      status: 'ask',
      question: { about: { lessons: 1, notes: 0, runs: 0 }, isEmpty: false, isOnServer: true },
    });
  });

  test('yes: all of it is the account’s, the server joins its copy, the old record is empty', async () => {
    await browser.study('L-hong', 'c');
    const merged = vi.fn((_body: unknown) => ({ status: 200, json: { learner: hong } }));
    browser.server.set('POST /api/merge', merged);
    expect(await moveIntoAccount(ticketed)).toEqual({ status: 'arrived', isPartial: false });
    expect(merged).toHaveBeenCalledExactlyOnceWith({ ticket: 'T' });
    expect(await browser.facts('L-hong')).toEqual(['a', 'b', 'c']);
    expect(await browser.facts('local')).toEqual([]);
    expect([line('owner'), line('sync')]).toEqual(['L-hong', 'L-hong']);
    expect(line('place')).toContain('m1-a');
    expect(shelf()).not.toHaveProperty('isMoving');
  });

  test('no: it stays as it is, belongs to nobody, and comes back on signing out', async () => {
    expect(await leaveHere(ticketed)).toEqual({ status: 'arrived', isPartial: false });
    expect(browser.asked).toEqual([]);
    expect(await browser.facts('local')).toEqual(['a', 'b']);
    expect(await browser.facts('L-hong')).toEqual([]);
    expect(line('place')).toBeUndefined();
    browser.server.set('DELETE /api/session', () => ({ status: 200 }));
    expect(await signOut('keep')).toEqual({ status: 'done', value: { wasKept: true } });
    expect([line('owner'), line('sync')]).toEqual(['local', undefined]);
    expect(line('place')).toContain('m1-a');
    // And the account's record is found again.
    noteArrival({ learner: hong });
    expect(await goOn({ learner: hong })).toEqual({ status: 'arrived', isPartial: false });
    expect(line('owner')).toBe('L-hong');
  });

  test('yes, and the server cannot be reached: nothing has gone, and it completes later', async () => {
    expect(await moveIntoAccount(ticketed)).toEqual({ status: 'waiting', why: 'offline' });
    expect(await browser.facts('local')).toEqual(['a', 'b']);
    expect([line('owner'), line('sync')]).toEqual([undefined, 'off']);
    signedIn();
    const standing = await readStanding();
    expect(standing).toEqual({ status: 'arriving', arrival: ticketed });
    browser.server.set('POST /api/merge', () => ({ status: 200, json: { learner: hong } }));
    expect(await goOn(ticketed)).toEqual({ status: 'arrived', isPartial: false });
    expect(await browser.facts('L-hong')).toEqual(['a', 'b']);
    expect(await browser.facts('local')).toEqual([]);
  });

  test('yes, too late for the server’s copy: what lies here goes over, and it is said', async () => {
    browser.server.set('POST /api/merge', () => wrong);
    expect(await moveIntoAccount(ticketed)).toEqual({ status: 'arrived', isPartial: true });
    expect(await browser.facts('L-hong')).toEqual(['a', 'b']);
  });

  test.each([
    ['sanxiu.owner', 1],
    ['sanxiu.sync', 1],
    ['sanxiu.shelf', 2],
    ['sanxiu.shelf', 3],
  ])(
    'yes, and the page goes before it writes %s (time %i): the next visit completes it without loss',
    async (key, time) => {
      browser.server.set('POST /api/merge', () => ({ status: 200, json: { learner: hong } }));
      let writes = 0;
      browser.faults.onLine = (written) => {
        if (written === key) writes += 1;
        if (written === key && writes >= time) throw new Error('the page went');
      };
      expect(await moveIntoAccount(ticketed)).toEqual({ status: 'failed', why: 'no-storage' });
      delete browser.faults.onLine;
      signedIn();
      const standing = await readStanding();
      if (standing.status === 'arriving') await goOn(standing.arrival);
      expect([line('owner'), line('sync')]).toEqual(['L-hong', 'L-hong']);
      expect([...(await browser.facts('local')), ...(await browser.facts('L-hong'))]).toEqual(['a', 'b']);
      expect(shelf().arrival).toBeUndefined();
    },
  );

  test('the session ended before it was answered: the record is still here, and sends as before', async () => {
    browser.server.set('GET /api/account', () => ({ status: 401 }));
    expect(await readStanding()).toEqual({ status: 'out' });
    expect(line('sync')).toBe('U-1');
    expect(shelf().arrival).toBeUndefined();
  });
});

describe('signing out', () => {
  beforeEach(async () => {
    browser.lines.set('sanxiu.sync', 'L-hong');
    browser.lines.set(
      'sanxiu.shelf',
      JSON.stringify({ ties: { local: { learnerId: 'L-hong', isClaimed: true } } }),
    );
    await browser.study('local', 'a');
  });

  test('without an answer nothing has changed', async () => {
    expect(await signOut('remove')).toEqual({ status: 'refused', reason: 'offline' });
    expect([line('owner'), line('sync')]).toEqual([undefined, 'L-hong']);
    expect(await browser.facts('local')).toEqual(['a']);
  });

  test('an account that grew out of the first record leaves it, and an empty one opens', async () => {
    browser.server.set('DELETE /api/session', () => ({ status: 200 }));
    await signOut('keep');
    expect([line('owner'), line('sync')]).toEqual(['device-2', undefined]);
    expect(await browser.facts('local')).toEqual(['a']);
    noteArrival({ learner: hong });
    await goOn({ learner: hong });
    expect(line('owner')).toBe('local');
  });

  test('what was not sent stays, whatever was chosen', async () => {
    browser.server.set('DELETE /api/session', () => ({ status: 200 }));
    expect(await signOut('remove')).toEqual({ status: 'done', value: { wasKept: true } });
    expect(await browser.facts('local')).toEqual(['a']);
    expect(shelf().ties).toHaveProperty('local');
  });

  test('what was sent is removed', async () => {
    const storage = await browser.open('sanxiu-local');
    await storage.transact('write', (stores) => stores.put('meta', 'sync/L-hong/sent/a', 1));
    browser.server.set('DELETE /api/session', () => ({ status: 200 }));
    expect(await signOut('remove')).toEqual({ status: 'done', value: { wasKept: false } });
    expect(await browser.facts('local')).toEqual([]);
    expect(shelf().ties).toEqual({});
  });
});
