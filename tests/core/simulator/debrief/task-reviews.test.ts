import { describe, expect, test } from 'vitest';
import { boardReview } from '#core/simulator/debrief/board-review.ts';
import { deskReview } from '#core/simulator/debrief/desk-review.ts';
import { pitchReview } from '#core/simulator/debrief/pitch-review.ts';
import { judgedSpots } from '#core/simulator/debrief/walk-review.ts';
import { expertBut } from './expert-but.ts';

describe('the model desk', () => {
  const withRows = (rows: Record<string, number>, tags: Record<string, 'A' | 'B' | 'C'> = {}) => {
    const { scenario, run } = expertBut(
      'r-a',
      {},
      {
        'desk.close': (act) => ({ ...act, rows: { ...act.rows, ...rows }, tags: { ...act.tags, ...tags } }),
      },
    );
    return deskReview(scenario, run);
  };

  test('a known mistake is explained with the sheet’s own words', () => {
    // Simulators.md §4.1: capital set free 345,600 × 6 % = 20,736 a year; the sheet names 345,600 as the cash itself.
    const [slip, ...rest] = withRows({ r1: 345600 })?.slips ?? [];
    expect(rest).toEqual([]);
    expect(slip).toMatchObject({ given: 345600, row: { id: 'r1', value: 20736 } });
    expect(slip?.why).toContain('现金');
  });

  test('a figure of nobody’s making is shown beside the right one without an invented reason', () => {
    const [slip] = withRows({ r1: 11 })?.slips ?? [];
    expect(slip).toMatchObject({ given: 11 });
    expect(slip?.why).toBeUndefined();
  });

  test('one per cent off is no slip, as when it is judged', () => {
    expect(withRows({ r1: 20900 })?.slips).toEqual([]);
    expect(withRows({ r1: 21000 })?.slips).toHaveLength(1);
  });

  test('only sources that count in the score are held against the learner', () => {
    const right = withRows({});
    expect(right?.wrongTags).toEqual([]);
    const id = right?.task.rows.find((row) => right.task.tags[row.id] === 'A')?.id ?? '';
    expect(withRows({}, { [id]: 'C' })?.wrongTags).toMatchObject([{ given: 'C', right: 'A' }]);
  });
});

describe('the diagnosis board', () => {
  const board = (change: Partial<Record<'cause' | 'evidence' | 'rejected', unknown>>) => {
    const { scenario, run } = expertBut(
      'd-a',
      {},
      { 'board.close': (act) => ({ ...act, ...change }) as typeof act },
    );
    return boardReview(scenario, run);
  };

  test('evidence that was known and not laid down is told apart from what was never found', () => {
    const review = board({ evidence: ['callback', 'guides'] });
    expect(review?.root?.id).toBe('c1');
    expect([...(review?.laid ?? [])].sort()).toEqual(['callback', 'guides']);
    // Turn sheet d-a: c1 rests on seven findings, and the expert's visit shows all of them.
    expect([...(review?.left ?? [])].sort()).toEqual([
      'delivery11',
      'deliverylist',
      'panels',
      'roster',
      'visits',
    ]);
    expect(review?.hidden).toEqual([]);
  });

  test('a wrong cause keeps its name beside the root', () => {
    expect(board({ cause: 'c4' })).toMatchObject({ chosen: { id: 'c4' }, root: { id: 'c1' } });
  });

  test('an alternative says what was missing to rule it out', () => {
    const { scenario, run } = expertBut(
      'd-a',
      { T9: 'b' },
      { 'walk.close': (act) => ({ ...act, notes: act.notes.filter(({ spot }) => spot !== 'h3') }) },
    );
    const price = boardReview(scenario, run)?.alternatives.find(({ cause }) => cause.id === 'c4');
    expect(price?.hidden).toEqual(['price3']);
  });
});

test('a verdict noted on the walk is shown beside what could be seen, a neutral note is not', () => {
  const { scenario, run } = expertBut(
    'd-a',
    {},
    {
      'walk.close': (act) => ({
        ...act,
        notes: act.notes.map((note) => (note.spot === 'h1' ? { ...note, note: 'judging' as const } : note)),
      }),
    },
  );
  expect(judgedSpots(scenario, run).map(({ id }) => id)).toEqual(['h1']);
  expect(run.findings).not.toHaveProperty('panels');
});

test('a pitch is set beside the best build; empty places stay empty', () => {
  const { scenario, run } = expertBut(
    'f-a',
    {},
    {
      'pitch.deliver': ({ advantage: _, ...act }) => ({ ...act, benefits: ['b3'], order: 'FAB' }),
    },
  );
  const review = pitchReview(scenario, run);
  expect(review?.own.benefits.map(({ id }) => id)).toEqual(['b3']);
  expect(review?.own.advantage).toBeUndefined();
  expect(review?.best.benefits.map(({ id }) => id)).toEqual(['b1']);
  expect(review).toMatchObject({ order: 'FAB', limitNamed: true });
  expect(pitchReview(scenario, expertBut('f-a', {}, {}, 1).run)).toBeUndefined();
});
