import { describe, expect, test } from 'vitest';
import type { Act } from '#core/simulator/act.ts';
import { turningPointsOf } from '#core/simulator/debrief/turning-points.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import { expertBut, freely, type Played } from './expert-but.ts';

const pointsOf = ({ scenario, plan, run }: Played) => turningPointsOf(scenario, plan, run);
const move = (tag: MoveTag, topic: string): Act => ({
  type: 'move.make',
  tag,
  topic,
  elements: ['purpose', 'consent'],
});

describe('the customer leads', () => {
  test('an error with a code is told, with the expert’s words and the feedback on one’s own', () => {
    const points = pointsOf(expertBut('d-a', { T8: 'c' }));
    const slip = points.find(({ codes }) => codes.includes('E5'));
    // Turn sheet d-a, T8: c is the guarantee, a the best; a opens the delivery list.
    expect(slip).toMatchObject({ isBest: false, missed: ['finding.deliverylist'], principle: 'L15 s32.1' });
    expect(slip?.taken?.id).toBe('c');
    expect(slip?.best?.id).toBe('a');
    expect(slip?.taken?.feedback).not.toBe(slip?.best?.feedback);
  });

  test('what was left shut is told even where trust hardly moved, and in the order it happened', () => {
    const points = pointsOf(expertBut('d-a', { T4: 'c', T9: 'a', T10: 'c' }));
    expect(points.map(({ missed }) => missed)).toEqual([
      ['need.relief:stated', 'finding.guides'],
      // T9 and T10 also open price3 and slow, but these were seen on the walk before.
      ['need.margin:stated'],
      ['need.margin:confirmed'],
    ]);
    expect(points.map(({ index }) => index)).toEqual(
      [...points.map(({ index }) => index)].sort((a, b) => a - b),
    );
  });

  test('a perfect run has turning points too, and none of them asks for another try', () => {
    const points = pointsOf(expertBut('f-a', {}));
    expect(points).toHaveLength(3);
    expect(points.every(({ isBest, missed }) => isBest && missed.length === 0)).toBe(true);
  });

  test('a run of two moves has two, not three', () => {
    expect(pointsOf(expertBut('d-a', {}, {}, 2))).toHaveLength(2);
    expect(pointsOf(expertBut('d-a', {}, {}, 0))).toEqual([]);
  });
});

describe('the learner leads', () => {
  const told = (...acts: Act[]) => {
    const played = freely('d-a', acts);
    return pointsOf(played).find(({ index }) => index === acts.length - 1);
  };
  const greet = move('greet_agenda', 'agenda');

  test('the same question again is said to be the same again', () => {
    expect(told(greet, move('ask_open', 'orders'), move('ask_open', 'orders'))).toMatchObject({
      reason: 'repeated',
      isBest: false,
    });
  });

  test('a pitch before a need is confirmed is named as that, not as a mistake of form', () => {
    expect(told(greet, move('pitch_feature', 'product'))).toMatchObject({ reason: 'pitch', codes: ['E7'] });
  });

  test('a danger is named, and what might have been asked stands beside it', () => {
    expect(told(greet, move('disparage', 'price'))).toMatchObject({
      reason: 'danger',
      codes: ['E3'],
      // Turn sheet d-a, level 2: the expert's first move that still opens something is the detail of the orders.
      instead: { tag: 'ask_detail', topic: 'orders' },
    });
  });

  test('what opened something is not called a failure', () => {
    expect(told(greet, move('ask_detail', 'orders'))).toMatchObject({
      reason: 'opened',
      opened: ['need.orders:stated'],
    });
  });
});
