import { describe, expect, test } from 'vitest';
import type { QuizEvent } from '#core/quiz/quiz.events.ts';
import type { QuizSnapshot } from '#core/quiz/stored-quiz.ts';
import { opening, planOf, scenario, shortText, single, step } from './small.ts';

/** Two items, so that five events reach every state: q1 (S) and q2 (TXT, short of one point it gets a stand-in). */
const plan = planOf({
  shown: [single('q1', 'O1'), shortText('q2', 'O2')],
  spare: [scenario('q3', 'O2')],
  passPoints: 2,
});

type Letter = 'start' | 'right1' | 'wrong1' | 'half2' | 'foreign' | 'rate1' | 'check' | 'next';
const LETTERS: readonly Letter[] = [
  'start',
  'right1',
  'wrong1',
  'half2',
  'foreign',
  'rate1',
  'check',
  'next',
];

function eventOf(letter: Letter, at: number): QuizEvent {
  switch (letter) {
    case 'start':
      return { type: 'quiz.start', at };
    case 'right1':
      return { type: 'quiz.respond', at, itemId: 'm9-small.q1', response: { optionId: 'a' } };
    case 'wrong1':
      return { type: 'quiz.respond', at, itemId: 'm9-small.q1', response: { optionId: 'b' } };
    case 'half2':
      return { type: 'quiz.respond', at, itemId: 'm9-small.q2', response: { text: '甲' } };
    case 'foreign':
      return { type: 'quiz.respond', at, itemId: 'm9-small.q1', response: { optionId: 'z' } };
    case 'rate1':
      return { type: 'quiz.rate', at, itemId: 'm9-small.q1', confidence: 'guess' };
    case 'check':
      return { type: 'quiz.check', at };
    case 'next':
      return { type: 'quiz.next', at };
  }
}

/**
 * A toy of the first item's life and the way to the second, written apart from the machine: which letters are taken.
 * States: ready, open (nothing given), given, seen (checked), second (q2 open), written, looked (q2 checked).
 */
const TOY: Record<string, Partial<Record<Letter, string>>> = {
  ready: { start: 'open' },
  open: { right1: 'given', wrong1: 'given', rate1: 'open' },
  given: { right1: 'given', wrong1: 'given', rate1: 'given', check: 'seen' },
  seen: { next: 'second' },
  second: { half2: 'written' },
  written: { half2: 'written', check: 'looked' },
};

function walk(depth: number, visit: (letters: Letter[], snapshots: QuizSnapshot[], toys: string[]) => void) {
  const go = (letters: Letter[], snapshots: QuizSnapshot[], toys: string[]) => {
    visit(letters, snapshots, toys);
    if (letters.length === depth) return;
    for (const letter of LETTERS) {
      const toy = toys.at(-1) as string;
      const event = eventOf(letter, 1_000 * (letters.length + 1));
      const { snapshot } = step(snapshots.at(-1) as QuizSnapshot, event);
      go([...letters, letter], [...snapshots, snapshot], [...toys, TOY[toy]?.[letter] ?? toy]);
    }
  };
  go([], [opening(plan)], ['ready']);
}

/** 37,448 walks take 3 s alone and several times as long on a busy machine; nothing is asserted on wall time. */
const PATIENCE = 120_000;

describe('all sequences of up to five of eight acts', () => {
  test(
    'Q15 exactly the acts of the toy are taken; every other one gives back the very same snapshot',
    () => {
      const wrong: string[] = [];
      let count = 0;
      walk(5, (letters, snapshots, toys) => {
        const letter = letters.at(-1);
        if (!letter) return;
        count += 1;
        const isTaken = TOY[toys.at(-2) as string]?.[letter] !== undefined;
        const isSame = snapshots.at(-1) === snapshots.at(-2);
        if (isTaken === isSame) wrong.push(`${letters.join(' ')}: ${isTaken ? 'refused' : 'taken'}`);
      });
      expect(wrong).toEqual([]);
      expect(count).toBe(8 + 8 ** 2 + 8 ** 3 + 8 ** 4 + 8 ** 5);
    },
    PATIENCE,
  );

  test(
    'Q4 Q6 at every point the attempt is whole: checked before the cursor, untouched after it',
    () => {
      const broken = new Set<string>();
      walk(5, (letters, snapshots) => {
        const { value, context } = snapshots.at(-1) as QuizSnapshot;
        const { entries, cursor } = context;
        const before = entries.slice(0, cursor).every((entry) => entry.score && entry.shownAt !== undefined);
        const after = entries
          .slice(cursor + 1)
          .every((entry) => !entry.score && !entry.response && entry.shownAt === undefined);
        const current =
          (entries[cursor]?.score !== undefined) === (value === 'reviewing' || value === 'finished');
        if (!before || !after || !current) broken.add(letters.join(' '));
      });
      expect([...broken]).toEqual([]);
    },
    PATIENCE,
  );
});

test('Q16 a snapshot never changes once it was given: earlier ones stay as they were', () => {
  const seen: [QuizSnapshot, string][] = [];
  walk(4, (_letters, snapshots) => {
    const last = snapshots.at(-1) as QuizSnapshot;
    if (seen.length < 400) seen.push([last, JSON.stringify(last)]);
  });
  for (const [snapshot, before] of seen) expect(JSON.stringify(snapshot)).toBe(before);
});
