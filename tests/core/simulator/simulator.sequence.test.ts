import { describe, expect, test } from 'vitest';
import type { SimulatorEvent } from '#core/simulator/simulator.events.ts';
import type { RunSnapshot } from '#core/simulator/stored-run.ts';
import { choose, fold, opening, plain, planOf, step } from './small.ts';

type Letter = 'start' | 'prep' | 'dear' | 'best' | 'bribe' | 'poster' | 'leave' | 'read' | 'rate' | 'half';

const LETTERS: readonly Letter[] = [
  ...(['start', 'prep', 'dear', 'best', 'bribe'] as const),
  ...(['poster', 'leave', 'read', 'rate', 'half'] as const),
];

const LEVELS = { need: 1, benefit: 2, chain: 3, evidence: 4, brev: 0, lawful: 1, close: 2 };

function eventOf(letter: Letter, at: number): SimulatorEvent {
  switch (letter) {
    case 'start':
      return { type: 'run.start', at };
    case 'prep':
      return { type: 'prep.choose', at, cards: ['p1', 'p2'] };
    case 'dear':
      return { type: 'prep.choose', at, cards: ['p1', 'p2', 'p3'] }; // seven points
    case 'best':
      return { type: 'act.make', at, act: choose('T1', 'a') };
    case 'bribe':
      return { type: 'act.make', at, act: choose('T1', 'b') };
    case 'poster':
      return { type: 'act.make', at, act: { type: 'advert.arrange', cards: ['h'] } };
    case 'leave':
      return { type: 'act.make', at, act: { type: 'run.leave' } };
    case 'read':
      return { type: 'outcome.read', at };
    case 'rate':
      return { type: 'rating.give', at, ratings: LEVELS };
    case 'half':
      return { type: 'rating.give', at, ratings: { need: 3 } }; // the other criteria are missing
  }
}

/** The life of a run as a toy, written apart from the machine: which letters are taken where. */
const TOY: Record<string, Partial<Record<Letter, string>>> = {
  briefing: { start: 'preparing' },
  preparing: { prep: 'talking' },
  talking: { best: 'drawing', bribe: 'told', leave: 'told' },
  drawing: { poster: 'told', leave: 'told' },
  told: { read: 'rating' },
  rating: { rate: 'finished' },
  finished: {},
};

function walk(
  from: RunSnapshot,
  state: string,
  depth: number,
  visit: (letters: Letter[], snapshots: RunSnapshot[], toys: string[]) => void,
) {
  const go = (letters: Letter[], snapshots: RunSnapshot[], toys: string[]) => {
    visit(letters, snapshots, toys);
    if (letters.length === depth) return;
    for (const letter of LETTERS) {
      const toy = toys.at(-1) as string;
      const { snapshot } = step(
        snapshots.at(-1) as RunSnapshot,
        eventOf(letter, 1_000 * (letters.length + 1)),
      );
      go([...letters, letter], [...snapshots, snapshot], [...toys, TOY[toy]?.[letter] ?? toy]);
    }
  };
  go([], [from], [state]);
}

const drawing = () =>
  fold(opening(planOf()), [eventOf('start', 1), eventOf('prep', 2), eventOf('best', 3)]).snapshot;

/** Some ten thousand runs each. */
const PATIENT_MS = 30_000;

describe.each([
  ['from the beginning, up to four of ten acts', () => opening(planOf()), 'briefing', 4],
  ['from the last task on, up to four of ten acts', drawing, 'drawing', 4],
] as const)('%s', (_title, from, state, depth) => {
  test(
    'S15 exactly the acts of the toy are taken; every other one gives back the very same snapshot',
    () => {
      const wrong: string[] = [];
      let count = 0;
      walk(from(), state, depth, (letters, snapshots, toys) => {
        const letter = letters.at(-1);
        if (!letter) return;
        count += 1;
        const isTaken = TOY[toys.at(-2) as string]?.[letter] !== undefined;
        const isSame = snapshots.at(-1) === snapshots.at(-2);
        if (isTaken === isSame) wrong.push(`${letters.join(' ')}: ${isTaken ? 'refused' : 'taken'}`);
      });
      expect(wrong).toEqual([]);
      expect(count).toBe([1, 2, 3, 4].reduce((sum, power) => sum + LETTERS.length ** power, 0));
    },
    PATIENT_MS,
  );

  test(
    'S12 an outcome is there exactly when the run is told, and a rating only once it is finished',
    () => {
      const broken = new Set<string>();
      walk(from(), state, depth, (letters, snapshots) => {
        const { value, context } = snapshots.at(-1) as RunSnapshot;
        const isTold = ['told', 'rating', 'finished'].includes(String(value));
        const fits = isTold === (context.outcome !== undefined);
        if (!fits || (context.selfRating !== undefined) !== (value === 'finished'))
          broken.add(letters.join(' '));
      });
      expect([...broken]).toEqual([]);
    },
    PATIENT_MS,
  );
});

test('S16 a snapshot never changes once it was given: earlier ones stay as they were', () => {
  const seen: [RunSnapshot, string][] = [];
  walk(drawing(), 'drawing', 3, (_letters, snapshots) => {
    const last = snapshots.at(-1) as RunSnapshot;
    seen.push([last, JSON.stringify(last)]);
  });
  for (const [snapshot, before] of seen) expect(JSON.stringify(snapshot)).toBe(before);
  expect(plain(seen[0]?.[0].context)).toStrictEqual(seen[0]?.[0].context);
});
