import { describe, expect, test } from 'vitest';
import type { SignedIn } from '#core/account/account.ts';
import {
  arrive,
  declined,
  EMPTY_SHELF,
  type Held,
  readShelf,
  type Shelf,
  settled,
  spareOwner,
  tied,
  withMark,
} from '#core/account/shelf.ts';

const hong: SignedIn = { id: 'L-hong', nickname: '小红', role: 'learner', isClaimed: true };
const ming: SignedIn = { id: 'L-ming', nickname: '小明', role: 'learner', isClaimed: true };
const tie = (learnerId: string, isClaimed: boolean) => ({ learnerId, nickname: '', isClaimed });
const EMPTY: Held = { facts: 0, isEmpty: true };
const SOME: Held = { facts: 3, isEmpty: false };
const ofNickname = tied(EMPTY_SHELF, 'local', tie('U-1', false));
const ofHong = tied(EMPTY_SHELF, 'local', tie('L-hong', true));

describe('which record is opened when somebody signs in', () => {
  test.each<[string, Shelf, Held, Parameters<typeof arrive>[3], ReturnType<typeof arrive>]>([
    ['a new device', EMPTY_SHELF, EMPTY, { learner: hong }, { do: 'open', owner: 'L-hong' }],
    [
      'studied without an account: one question',
      EMPTY_SHELF,
      SOME,
      { learner: hong },
      { do: 'ask', owner: 'L-hong', isOnServer: false },
    ],
    ['their own record lies open', ofHong, SOME, { learner: hong }, { do: 'stay' }],
    ['somebody else’s account lies open', ofHong, SOME, { learner: ming }, { do: 'open', owner: 'L-ming' }],
    [
      'a nickname that the server can prove',
      ofNickname,
      SOME,
      { learner: hong, former: { id: 'U-1', nickname: '红', ticket: 't' } },
      { do: 'ask', owner: 'L-hong', isOnServer: true },
    ],
    [
      'a nickname that has done nothing here may have things on the server',
      ofNickname,
      EMPTY,
      { learner: hong, former: { id: 'U-1', nickname: '红', ticket: 't' } },
      { do: 'ask', owner: 'L-hong', isOnServer: true },
    ],
    [
      'a nickname that has become an account on another device',
      ofNickname,
      SOME,
      { learner: hong, former: { id: 'U-1', nickname: '红' } },
      { do: 'open', owner: 'L-hong' },
    ],
    [
      'a nickname whose session is over',
      ofNickname,
      SOME,
      { learner: hong },
      { do: 'ask', owner: 'L-hong', isOnServer: false },
    ],
    [
      'a ticket of somebody who is not the owner of the open record',
      EMPTY_SHELF,
      SOME,
      { learner: hong, former: { id: 'U-9', nickname: '', ticket: 't' } },
      { do: 'ask', owner: 'L-hong', isOnServer: false },
    ],
  ])('%s', (_, shelf, held, answer, expected) => {
    expect(arrive(shelf, 'local', held, answer)).toEqual(expected);
  });

  test('whoever comes back finds the record they left here', () => {
    const shelf = tied(ofHong, 'L-ming', tie('L-ming', true));
    expect(arrive(shelf, 'device-2', EMPTY, { learner: hong })).toEqual({ do: 'open', owner: 'local' });
    expect(arrive(shelf, 'local', SOME, { learner: ming })).toEqual({ do: 'open', owner: 'L-ming' });
  });

  test('a record that was deleted and used by somebody since is not taken for the account’s own', () => {
    const ask = { do: 'ask', owner: 'L-hong.2', isOnServer: false };
    expect(arrive(EMPTY_SHELF, 'L-hong', SOME, { learner: hong })).toEqual(ask);
    const cutOff = { ...EMPTY_SHELF, opening: 'L-hong' };
    expect(arrive(cutOff, 'L-hong', SOME, { learner: hong })).toEqual({ do: 'stay' });
  });

  test('who said no is not asked again before more was done there; somebody else is', () => {
    const shelf = declined(ofNickname, 'local', 3, 'L-hong');
    expect(shelf.ties).toEqual({});
    expect(arrive(shelf, 'local', SOME, { learner: hong }).do).toBe('open');
    expect(arrive(shelf, 'local', SOME, { learner: ming }).do).toBe('ask');
    expect(arrive(shelf, 'local', { ...SOME, facts: 4 }, { learner: hong }).do).toBe('ask');
    expect(declined(shelf, 'local', 4, 'L-hong').declined).toEqual({ 'local>L-hong': 4 });
  });
});

describe('which record is opened when somebody signs out', () => {
  test('the one that was nobody’s before', () => {
    const shelf = settled(declined(EMPTY_SHELF, 'local', 3, 'L-hong'), 'L-hong', hong);
    expect(spareOwner(shelf)).toBe('local');
  });
  test('a new one where the first has become an account’s, and the same one the next time', () => {
    expect(spareOwner(ofHong)).toBe('device-2');
    const both = tied({ ...ofHong, spare: 'device-2' }, 'device-2', tie('L-ming', true));
    expect(spareOwner(both)).toBe('device-3');
    expect(spareOwner({ ...ofHong, spare: 'device-2' })).toBe('device-2');
  });
});

describe('the mark of earlier releases', () => {
  test('ties the record it was set on', () => {
    expect(withMark(EMPTY_SHELF, 'local', 'U-1').ties).toEqual({ local: tie('U-1', false) });
  });
  test('keeps what is known of the same learner, and forgets another', () => {
    expect(withMark(ofHong, 'local', 'L-hong')).toBe(ofHong);
    expect(withMark(ofHong, 'local', 'U-2').ties.local).toEqual(tie('U-2', false));
  });
  test('turned off says nothing; taken away the record is nobody’s', () => {
    expect(withMark(ofHong, 'local', 'off')).toBe(ofHong);
    expect(withMark(ofHong, 'local', undefined).ties).toEqual({});
  });
});

describe('the line in the browser', () => {
  test('comes back as it was written', () => {
    const shelf: Shelf = {
      ...declined(ofHong, 'device-2', 3, 'L-hong'),
      held: 'L-hong',
      opening: 'L-ming',
      arrival: { learner: ming, former: { id: 'U-1', nickname: '红', ticket: 't' } },
      isMoving: true,
    };
    expect(readShelf(JSON.parse(JSON.stringify(shelf)))).toEqual(shelf);
  });
  test.each([
    undefined,
    null,
    4,
    'x',
    [],
    { ties: 3, declined: ['x'], spare: 7 },
    { isMoving: true, arrival: { learner: { id: 'x' } } },
  ])('%j is an empty shelf', (value) => expect(readShelf(value)).toEqual(EMPTY_SHELF));
  test('a tie that cannot be read is left out, the others stay', () => {
    expect(readShelf({ ties: { local: { nickname: 'x' }, a: { learnerId: 'b' } } }).ties).toEqual({
      a: tie('b', false),
    });
  });
  test('an arrival that is settled leaves nothing behind', () => {
    const shelf = settled(
      { ...EMPTY_SHELF, held: 'U-1', opening: 'x', arrival: { learner: hong }, isMoving: true },
      'L-hong',
      hong,
    );
    expect(shelf).toEqual({
      ...EMPTY_SHELF,
      ties: { 'L-hong': { learnerId: 'L-hong', nickname: '小红', isClaimed: true } },
    });
  });
});
