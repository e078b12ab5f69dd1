import { describe, expect, test } from 'vitest';
import { icebergOf } from '#core/simulator/debrief/iceberg.ts';
import { SCENARIO_IDS } from '../scenarios.ts';
import { expertBut, freely, type Played } from './expert-but.ts';

const bergOf = ({ scenario, plan, run }: Played) => icebergOf(scenario, plan, run);
const partOf = (played: Played, id: string) => bergOf(played).missed.find((part) => part.id === id);

test.each(SCENARIO_IDS)(
  '%s: every part stands once, above or below, and what is below has a way in',
  (id) => {
    for (const played of [expertBut(id, {}), expertBut(id, {}, {}, 1)]) {
      const { found, missed } = bergOf(played);
      const ids = [...found, ...missed].map(({ kind, id: part }) => `${kind} ${part}`);
      expect(new Set(ids).size).toBe(ids.length);
      expect(missed.filter(({ openers }) => openers.length === 0)).toEqual([]);
    }
  },
);

test('an expert leaves nothing in D-A below the water that could have been had', () => {
  // Turn sheet d-a: 4 needs, 11 findings; `future` is told at levels 2 and 3 only and cannot be missed at level 1.
  const { found, missed } = bergOf(expertBut('d-a', {}));
  expect(missed).toEqual([]);
  expect(found).toHaveLength(14);
});

test('who leaves at once learns by which reply, on which round, a need would have been stated', () => {
  const orders = partOf(expertBut('d-a', {}, {}, 1), 'orders');
  // Turn sheet d-a, T2 a. Taking it up (T3) only confirms what was said before.
  expect(orders?.openers).toEqual([{ kind: 'reply', turnId: 'T2', tag: 'ask_detail' }]);
});

describe('ways in', () => {
  test('a spot of the walk, a paper, a phone call and a reply are each named as what they are', () => {
    const doctor = expertBut('d-a', {}, {}, 1);
    expect(partOf(doctor, 'callback')?.openers).toEqual([{ kind: 'spot', name: '询价登记本' }]);
    expect(partOf(doctor, 'firstline')?.openers.map(({ kind }) => kind)).toEqual(['spot', 'phone']);
    const roi = expertBut('r-a', {}, {}, 0);
    expect(partOf(roi, 'stock')?.openers).toContainEqual(
      expect.objectContaining({ kind: 'paper', asksPurpose: true }),
    );
  });

  test('trust is asked for as the level shifts it, so that no learner aims at a number that is not his', () => {
    // Turn sheet r-a, M5 b opens fact.notebook@50; simulators.md §1.2: shift −10 at level 1.
    expect(partOf(expertBut('r-a', {}, {}, 0), 'notebook')?.openers).toContainEqual({
      kind: 'reply',
      turnId: 'M5',
      tag: 'data_request',
      trust: 40,
    });
  });

  test('where the learner leads, topic and moves are named, and what has to come out first', () => {
    const started = freely('d-a', []);
    const visits = partOf(started, 'visits');
    expect(visits?.openers[0]).toMatchObject({ kind: 'topic', topic: '单量与进店' });
    expect(visits?.openers[0]).toHaveProperty('after', ['把少掉的单子做回来']);
  });

  test('what only another seed’s lines would open is not held against anybody', () => {
    // D-B: need.respect is opened by a forked reply only, and the default seed forks nothing.
    expect(partOf(expertBut('d-b', {}, {}, 1), 'respect')).toBeUndefined();
  });
});
