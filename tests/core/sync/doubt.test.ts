/** What the search for a bad fact makes of states that a queue comes to only when facts are written in the middle of it. */
import { expect, test } from 'vitest';
import { cleared, doubt } from '#core/sync/doubt.ts';
import { beginSync, type SyncState } from '#core/sync/sync-plan.ts';
import { fact } from './world.ts';

const OUTDATED = { status: 'ended', why: 'outdated' } as const;
const state = (more: Partial<SyncState>): SyncState => ({ ...beginSync(), isPulled: true, ...more });
const facts = ['x', 'y', 'z'].map((id) => fact(id));
const all = { facts, settled: new Set<string>(), failures: 0 };
const send = (...ids: string[]) => ({ do: 'send' as const, facts: ids.map((id) => fact(id)) });

test('one that is to be tried again is judged only when it was sent alone', () => {
  const before = state({ most: 500, again: ['x'] });
  expect(doubt(before, send('x', 'y', 'z'), OUTDATED, all)).toEqual({
    ...{ state: { ...before, most: 2 }, settled: [], refused: [] },
    goesOn: true,
  });
  expect(doubt(before, send('x'), OUTDATED, all)).toEqual({
    state: state({ most: 500 }),
    settled: ['x'],
    refused: [{ id: 'x', why: 'turned-back' }],
    goesOn: true,
  });
});

test('suspects that are cleared join those that are to be tried again already', () => {
  const heard = { state: state({ most: 1, again: ['x'], suspects: ['y'] }), settled: ['z'], refused: [] };
  expect(cleared(heard)).toEqual({ ...heard, state: state({ most: 1, again: ['x', 'y'] }) });
});

test('a page of facts or a giving up is nothing to look for a bad fact in', () => {
  for (const step of [{ do: 'pull', since: 0 } as const, { do: 'rest' } as const])
    expect(doubt(state({}), step, OUTDATED, all)).toEqual({
      ...{ state: state({}), settled: [], refused: [] },
      goesOn: false,
    });
});
