import { expect, test } from 'vitest';
import type { Act } from '#core/simulator/act.ts';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { type Passage, transcriptOf } from '#core/simulator/transcript.ts';
import { movesOf } from './move-words.ts';
import { scenarioOf } from './scenarios.ts';

const words = { anything: '这件事', asksSource: '「这个数哪来的？」' };
const dA = scenarioOf('d-a');
const moves = movesOf('zh');
const read = (level: 1 | 2 | 3, acts: readonly Act[], seed = DEFAULT_SEED) =>
  transcriptOf(dA, { level, seed }, acts, moves, words);
/** Kind and words, as one would read them out. */
const told = (passages: readonly Passage[]) =>
  passages.map((passage) => ('text' in passage ? `${passage.kind}: ${passage.text}` : passage.kind));

test('level 1: the customer’s line, the line chosen without its quotation marks, the next line', () => {
  const passages = read(1, [{ type: 'option.choose', turn: 'T1', option: 'a' }]);
  expect(told(passages)).toEqual([
    'line: 「小林来了？先说好，你们那价格，我是真卖不动了。」',
    'own: 价格我先记上。今天占二位四十分钟，就想弄清这两个月店里变了啥；听完了，用不用得着我，二位说了算，行吗？',
    'line: 「行吧，你问。七月以前一个月40单，这两个月31单。」',
  ]);
  expect(passages[0]).toMatchObject({ by: 'chen', index: 0 });
  expect(passages[1]).toMatchObject({ tag: 'greet_agenda', index: 0 });
  expect(passages[2]).toMatchObject({ index: 1 });
});

test('level 2: what was said is the block with the parts that were put in, and the reply is the reveal line', () => {
  const passages = read(2, [
    {
      type: 'move.make',
      tag: 'greet_agenda',
      topic: 'agenda',
      elements: ['consent', 'time'],
      block: 'greet_agenda.agenda',
    },
    { type: 'move.make', tag: 'ask_detail', topic: 'orders', elements: [], block: 'ask_detail.orders' },
  ]);
  expect(told(passages)).toEqual([
    'line: 「你那价格我卖不动。」',
    'own: 占二位40分钟，这样可以吗？',
    'silence',
    'own: 40到31，是哪一周开始明显的？',
    'line: 「七月以前40单，这两个月31单。」',
  ]);
});

test('level 2: a move put another way is said in its plain sentence, with the topic in it', () => {
  const passages = read(2, [{ type: 'move.make', tag: 'ask_open', topic: 'team', elements: [] }]);
  expect(told(passages)).toContain('own: 说到人手，您这边眼下是个什么情形？');
});

test('level 3: what was typed is shown as it was typed, with the move that was meant', () => {
  const passages = read(3, [
    {
      type: 'move.make',
      tag: 'vague',
      topic: 'orders',
      elements: [],
      text: '单子的事咱们慢慢来。',
      claimed: 'ask_detail',
    },
  ]);
  expect(passages).toContainEqual({
    index: 0,
    kind: 'own',
    tag: 'vague',
    claimed: 'ask_detail',
    text: '单子的事咱们慢慢来。',
  });
});

test('a customer who only lacks trust hesitates, and a transcript says so', () => {
  const passages = read(2, [
    { type: 'move.make', tag: 'ask_open', topic: 'future', elements: [], block: 'ask_open.future' },
  ]);
  expect(passages).toContainEqual(expect.objectContaining({ kind: 'silence', hesitates: true }));
});

test('a talk led by the learner opens with a line, or says where one is', () => {
  const opening = (id: 'f-a' | 'r-a') =>
    transcriptOf(scenarioOf(id), { level: 2, seed: DEFAULT_SEED }, [], moves, words);
  expect(told(opening('f-a'))).toEqual(['line: 「随便看看。砖嘛，不都一样？」']);
  expect(opening('r-a')).toEqual([{ index: 0, kind: 'stage', stage: 'talk', isBack: false }]);
});

test('a reader is told when the run turns to something else', () => {
  const acts: Act[] = ['a', 'a', 'b', 'a', 'b'].map((option, at) => ({
    type: 'option.choose',
    turn: `T${at + 1}`,
    option,
  }));
  const passages = read(1, acts);
  expect(passages.at(-1)).toEqual({ index: 5, kind: 'stage', stage: 'walk', isBack: false });
});

test('a forked turn is read with the line that was said in this run', () => {
  const seeds = Array.from({ length: 40 }, (_, n) => `seed-${n}`);
  const lines = new Set(
    seeds.flatMap((seed) => {
      const acts: Act[] = ['a', 'a'].map((option, at) => ({
        type: 'option.choose',
        turn: `T${at + 1}`,
        option,
      }));
      const last = read(1, acts, seed).at(-1);
      return last?.kind === 'line' ? [last.text] : [];
    }),
  );
  const turn = dA.stages.flatMap((stage) => (stage.kind === 'sheet' ? stage.turns : []))[2];
  expect([...lines].sort()).toEqual([turn?.line, turn?.fork?.line].filter(Boolean).sort());
});
