import { describe, expect, test } from 'vitest';
import type { SignedIn } from '#core/account/account.ts';
import {
  arrive,
  declined,
  EMPTY_SHELF,
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
const ofNickname = tied(EMPTY_SHELF, 'local', tie('U-1', false));
const ofHong = tied(EMPTY_SHELF, 'local', tie('L-hong', true));

describe('which record is opened when somebody signs in', () => {
  test.each<[string, Shelf, boolean, Parameters<typeof arrive>[3], ReturnType<typeof arrive>]>([
    ['a new device', EMPTY_SHELF, true, { learner: hong }, { do: 'open', owner: 'L-hong' }],
    [
      'studied without an account: one question',
      EMPTY_SHELF,
      false,
      { learner: hong },
      { do: 'ask', owner: 'L-hong', isOnServer: false },
    ],
    ['their own record lies open', ofHong, false, { learner: hong }, { do: 'stay' }],
    ['somebody else’s account lies open', ofHong, false, { learner: ming }, { do: 'open', owner: 'L-ming' }],
    [
      'a nickname that the server can prove',
      ofNickname,
      false,
      { learner: hong, former: { id: 'U-1', nickname: '红', ticket: 't' } },
      { do: 'ask', owner: 'L-hong', isOnServer: true },
    ],
    [
      'a nickname that has done nothing here may have things on the server',
      ofNickname,
      true,
      { learner: hong, former: { id: 'U-1', nickname: '红', ticket: 't' } },
      { do: 'ask', owner: 'L-hong', isOnServer: true },
    ],
    [
      'a nickname that has become an account on another device',
      ofNickname,
      false,
      { learner: hong, former: { id: 'U-1', nickname: '红' } },
      { do: 'open', owner: 'L-hong' },
    ],
    [
      'a nickname whose session is over',
      ofNickname,
      false,
      { learner: hong },
      { do: 'ask', owner: 'L-hong', isOnServer: false },
    ],
    [
      'a ticket of somebody who is not the owner of the open record',
      EMPTY_SHELF,
      false,
      { learner: hong, former: { id: 'U-9', nickname: '', ticket: 't' } },
      { do: 'ask', owner: 'L-hong', isOnServer: false },
    ],
  ])('%s', (_, shelf, isEmpty, answer, expected) => {
    expect(arrive(shelf, 'local', isEmpty, answer)).toEqual(expected);
  });

  test('whoever comes back finds the record they left here', () => {
    const shelf = tied(ofHong, 'L-ming', tie('L-ming', true));
    expect(arrive(shelf, 'device-2', true, { learner: hong })).toEqual({ do: 'open', owner: 'local' });
    expect(arrive(shelf, 'local', false, { learner: ming })).toEqual({ do: 'open', owner: 'L-ming' });
  });

  test('who said no is not asked again, somebody else is', () => {
    const shelf = declined(ofNickname, 'local', 'L-hong');
    expect(shelf.ties).toEqual({});
    expect(arrive(shelf, 'local', false, { learner: hong }).do).toBe('open');
    expect(arrive(shelf, 'local', false, { learner: ming }).do).toBe('ask');
    expect(declined(shelf, 'local', 'L-hong').declined).toEqual(['local>L-hong']);
  });
});

describe('which record is opened when somebody signs out', () => {
  test('the one that was nobody’s before', () => {
    const shelf = settled(declined(EMPTY_SHELF, 'local', 'L-hong'), 'L-hong', hong);
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
      ...declined(ofHong, 'device-2', 'L-hong'),
      held: 'L-hong',
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
    { ties: 3, declined: {}, spare: 7 },
    { isMoving: true, arrival: { learner: { id: 'x' } } },
  ])('%j is an empty shelf', (value) => expect(readShelf(value)).toEqual(EMPTY_SHELF));
  test('a tie that cannot be read is left out, the others stay', () => {
    expect(readShelf({ ties: { local: { nickname: 'x' }, a: { learnerId: 'b' } } }).ties).toEqual({
      a: tie('b', false),
    });
  });
  test('an arrival that is settled leaves nothing behind', () => {
    const shelf = settled(
      { ...EMPTY_SHELF, held: 'U-1', arrival: { learner: hong }, isMoving: true },
      'L-hong',
      hong,
    );
    expect(shelf).toEqual({
      ...EMPTY_SHELF,
      ties: { 'L-hong': { learnerId: 'L-hong', nickname: '小红', isClaimed: true } },
    });
  });
});
