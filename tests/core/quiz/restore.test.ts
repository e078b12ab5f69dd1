import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuizEvent } from '#core/quiz/quiz.events.ts';
import { QUIZ_MACHINE } from '#core/quiz/quiz.machine.ts';
import { quizView } from '#core/quiz/quiz.view.ts';
import { restoreQuiz } from '#core/quiz/restore.ts';
import { type QuizSnapshot, storeQuiz } from '#core/quiz/stored-quiz.ts';
import { mutated } from '../mutated.ts';
import { fold, opening, planOf, play, step, typesOf } from './small.ts';

const archive = new URL('../../fixtures/snapshots/', import.meta.url);
const readArchive = (file: string) => JSON.parse(readFileSync(new URL(file, archive), 'utf8'));

function restored(stored: unknown): QuizSnapshot {
  const back = restoreQuiz(stored);
  if (back.status !== 'restored') throw new Error(back.reason);
  return back.snapshot;
}

describe('attempts kept by earlier builds', () => {
  test.each(readdirSync(archive).filter((file) => file.startsWith('quiz@')))(
    'Q17 %s still opens, so that an update loses nobody’s open attempt',
    (file) => {
      expect(restoreQuiz(readArchive(file))).toMatchObject({ status: 'restored' });
    },
  );

  test('Q17 the attempt kept by quiz@1 goes on to the outcome it would have had', () => {
    const before = restored(readArchive('quiz@1.json'));
    expect([before.value, before.context.cursor]).toEqual(['answering', 3]);
    const at = before.context.startedAt + 100_000;
    const act = (type: 'quiz.check' | 'quiz.next'): QuizEvent => ({ type, at });
    const say = (itemId: string, response: object) =>
      ({ type: 'quiz.respond', at, itemId, response }) as QuizEvent;
    const { snapshot, facts } = fold(before, [
      say('m3-partners-not-buddies.q3', { optionId: 'a' }),
      act('quiz.check'),
      act('quiz.next'),
      say('m2-listening-and-response.q4', { text: '听起来您挺失望的。' }),
      act('quiz.check'),
      act('quiz.next'),
      say('m2-fab-pitch.q2', { order: ['headline', 'sub', 'body', 'proof'] }),
      act('quiz.check'),
    ]);
    // By hand: TF 1/2 + M 2/4 + CAT 5/6 + SCN 1 + TXT 1/2 = 3 1/3, below 3.5; the stand-in's 1 makes it 3 5/6.
    expect(snapshot.context.outcome).toEqual({ earned: 3.833333333, possible: 5, passed: true });
    expect(typesOf(facts)).toEqual([
      ...['item.responded', 'item.responded', 'item.responded'],
      ...['attempt.submitted', 'lesson.completed'],
    ]);
  });
});

describe('attempts with numbers, drawings and a case kept by earlier builds', () => {
  test('Q17 I14 the twin that was on screen is still the one that is scored, and the case still stands above it', () => {
    const before = restored(readArchive('quiz@1-numbers.json'));
    expect([before.value, before.context.cursor]).toEqual(['answering', 3]);
    expect(quizView(before).item).toMatchObject({ type: 'NUM', stem: { zh: '每年流失10%，平均留几年？' } });
    const at = before.context.startedAt + 100_000;
    const { snapshot, facts } = fold(before, [
      { type: 'quiz.respond', at, itemId: 'm2-roi-selling-logic.q6', response: { typed: '１０年' } },
      { type: 'quiz.check', at },
      { type: 'quiz.next', at },
      { type: 'quiz.respond', at, itemId: 'm2-roi-selling-logic.q5', response: { optionId: 'books' } },
      { type: 'quiz.check', at },
    ]);
    expect(facts[0]).toMatchObject({ parameters: { churn: 10 }, score: { earned: 1 } });
    expect(quizView(snapshot).item.case?.stem.zh).toContain('刘敏');
    // By hand: a month for a year 1/2 + S 1 + the wrong block 0 + the twin 1 + SCN 1.
    expect(snapshot.context.outcome).toEqual({ earned: 3.5, possible: 5, passed: false });
  });
});

const states: [string, QuizSnapshot][] = [
  ['ready', opening(planOf())],
  ['answering', step(opening(planOf()), { type: 'quiz.start', at: 1 }).snapshot],
  ['answering a retry', play(opening(planOf()), [0, 1, 1, 1]).snapshot],
  ['finished', play(opening(planOf()), [1, 1, 1, 1]).snapshot],
];

describe('Q17 a stored attempt comes back as it was', () => {
  test.each(states)('%s', (_title, snapshot) => {
    const stored = JSON.parse(JSON.stringify(storeQuiz(snapshot, 3, 1_764_000_000_000)));
    expect(stored).toMatchObject({
      v: 1,
      machine: QUIZ_MACHINE,
      seq: 3,
      lessonId: 'm9-small',
      savedAt: 1_764_000_000_000,
    });
    const back = restored(stored);
    expect(back.value).toBe(snapshot.value);
    expect(back.status).toBe(snapshot.status);
    expect(back.context).toEqual(snapshot.context);
    expect(quizView(back)).toEqual(quizView(snapshot));
  });

  test('through structuredClone as well, as IndexedDB keeps it', () => {
    const [, snapshot] = states[2] as [string, QuizSnapshot];
    expect(restored(structuredClone(storeQuiz(snapshot, 3, 1))).context).toEqual(snapshot.context);
  });
});

describe('Q17 what cannot be continued is refused with a reason, never with an exception', () => {
  const whole = () => JSON.parse(JSON.stringify(storeQuiz((states[1] as [string, QuizSnapshot])[1], 1, 1)));
  const having = (change: (stored: ReturnType<typeof whole>) => void) => {
    const stored = whole();
    change(stored);
    return stored;
  };
  const entry = (stored: ReturnType<typeof whole>) => stored.snapshot.context.entries[0];
  const cases: [string, unknown, string][] = [
    ['nothing', undefined, 'not-a-stored-quiz'],
    ['a string', 'quiz', 'not-a-stored-quiz'],
    ['an empty record', {}, 'not-a-stored-quiz'],
    ['no snapshot', having((stored) => delete stored.snapshot), 'not-a-stored-quiz'],
    ['a sequence number of prose', having((stored) => (stored.seq = 'one')), 'not-a-stored-quiz'],
    ['a newer store', having((stored) => (stored.v = 2)), 'other-version'],
    ['a newer machine', having((stored) => (stored.machine = 'quiz@2')), 'other-version'],
    ['another machine', having((stored) => (stored.machine = 'simulator@1')), 'other-version'],
    [
      'a state that no longer exists',
      having((stored) => (stored.snapshot.value = 'paused')),
      'unknown-state',
    ],
    ['a state of Object', having((stored) => (stored.snapshot.value = 'constructor')), 'unknown-state'],
    ['a nested state', having((stored) => (stored.snapshot.value = { answering: 'x' })), 'unknown-state'],
    ['a done attempt that answers', having((stored) => (stored.snapshot.status = 'done')), 'unknown-state'],
    ['no context', having((stored) => delete stored.snapshot.context), 'broken-context'],
    ['no items', having((stored) => (stored.snapshot.context.entries = [])), 'broken-context'],
    ['a cursor past the end', having((stored) => (stored.snapshot.context.cursor = 9)), 'broken-context'],
    ['an item on screen never shown', having((stored) => delete entry(stored).shownAt), 'broken-context'],
    [
      'an item checked already',
      having((stored) => (entry(stored).score = { earned: 1, possible: 1 })),
      'broken-context',
    ],
    [
      'a response its item cannot take',
      having((stored) => (entry(stored).response = { optionId: 'z' })),
      'broken-context',
    ],
    [
      'a score above the possible',
      having((stored) => (entry(stored).score = { earned: 2, possible: 1 })),
      'broken-context',
    ],
    ['an unknown item type', having((stored) => (entry(stored).item.type = 'CLOZE')), 'broken-context'],
    [
      'an item without its key',
      having((stored) => (entry(stored).item.options[0].correct = false)),
      'broken-context',
    ],
    ['an item without options', having((stored) => delete entry(stored).item.options), 'broken-context'],
    ['another lesson’s attempt', having((stored) => (stored.lessonId = 'm1-other')), 'other-lesson'],
  ];
  test.each(cases)('%s', (_title, stored, reason) => {
    const back = restoreQuiz(stored);
    expect(back.status === 'refused' ? back.reason : back.status).toBe(reason);
  });

  test('whatever lies in the store, opening a lesson never throws, and what opens can be gone on with', () => {
    const values = fc.constantFrom(
      ...states.map(([, snapshot]) => JSON.parse(JSON.stringify(storeQuiz(snapshot, 1, 1)))),
    );
    fc.assert(
      fc.property(mutated(values), (stored) => {
        const back = restoreQuiz(stored);
        if (back.status === 'refused') return;
        quizView(back.snapshot);
        for (const type of ['quiz.start', 'quiz.check', 'quiz.next'] as const)
          step(back.snapshot, { type, at: 9_000 });
      }),
      { numRuns: 1_000 },
    );
  }, 120_000);
});
