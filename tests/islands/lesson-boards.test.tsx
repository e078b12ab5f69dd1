import type { ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openRecord } from '#client/record/record.ts';
import { interactionSchema } from '#core/model/interaction.schema.ts';
import { lessonStrings } from '#i18n/lesson.ts';
import { boardStrings } from '#i18n/lesson-boards.ts';
import { ChoicesPractice } from '#islands/lesson/ChoicesPractice.tsx';
import { CirclesPractice } from '#islands/lesson/CirclesPractice.tsx';
import { chooseIn, NOTHING_CHOSEN, slippedScenes } from '#islands/lesson/choosing.ts';
import { FlipPractice } from '#islands/lesson/FlipPractice.tsx';
import { keepText, keptText } from '#islands/lesson/keep-text.ts';
import { PairsPractice } from '#islands/lesson/PairsPractice.tsx';
import { NOTHING_PLACED, putCard, takeCard } from '#islands/lesson/placing.ts';
import { dotAt, nameAt, ringRadius } from '#islands/lesson/rings.ts';
import { SwipePractice } from '#islands/lesson/SwipePractice.tsx';
import { TalkPractice } from '#islands/lesson/TalkPractice.tsx';
import { closeOf, NOT_TALKED, type Talk, talkSlips, trustOf, trustStep } from '#islands/lesson/talk.ts';

/** What a block finds kept on the device; undefined: nothing yet. */
let kept: unknown;
vi.mock('#islands/lesson/use-practice.ts', () => ({
  usePractice: (_activity: unknown, initial: unknown, accepts: (value: unknown) => boolean) => ({
    state: accepts(kept) ? kept : initial,
    save: () => {},
    finish: () => {},
  }),
}));
let at = 0;
const record = openRecord({
  now: () => ++at,
  texts: undefined,
  open: () => Promise.reject(new Error('no disk')),
});
vi.mock('#client/record/own.ts', () => ({ ownRecord: () => record }));
beforeEach(() => {
  kept = undefined;
});

const place = { id: 'block', lessonId: 'm1-x', lessonRevision: 'r1', language: 'zh' } as const;
const strings = lessonStrings('zh');
const words = boardStrings('zh');
const card = (id: string, goes: string) => ({ id, text: `卡片${id}`, goes, why: `因为${id}` });

const swipe = {
  activity: {
    ...place,
    nudge: '有没有自己能走的一步？',
    bins: [
      { id: 'passive', text: '被动' },
      { id: 'active', text: '主动' },
    ],
    cards: [card('a', 'passive'), card('b', 'active')],
  },
  strings: { ...strings, ...words.swipe },
};
const circles = {
  activity: {
    ...place,
    nudge: '会变吗？',
    bins: ['控制', '影响', '关注'].map((text, ring) => ({ id: `r${ring}`, text, hint: '提示' })),
    cards: [card('a', 'r0'), card('b', 'r2'), card('c', 'r2')],
  },
  strings: { ...strings, ...words.circles },
};
const pairs = {
  activity: {
    ...place,
    nudge: '再看一眼',
    groups: [['a', 'b', 'c', 'd'].map((id) => card(id, id)), ['e', 'f', 'g'].map((id) => card(id, id))],
    rights: ['g', 'c', 'a', 'd', 'b', 'f', 'e'].map((id) => ({ id, text: `做法${id}` })),
  },
  strings: { ...strings, ...words.pairs },
};
const flip = {
  activity: {
    ...place,
    faces: ['信念', '行为', '用歪了'],
    cards: ['a', 'b', 'c'].map((id) => ({ id, faces: [`信念${id}`, `行为${id}`, `歪${id}`] })),
    pick: '这个月练哪一张？',
  },
  strings: { keysHint: strings.keysHint, ...words.flip },
};
const scenes = ['s1', 's2'].map((id) => ({
  id,
  text: `情境${id}`,
  options: [
    { id: 'x', text: '让一步', fits: false, why: '让了也没用' },
    { id: 'y', text: '问一句', fits: true, why: '问了才知道' },
  ],
}));
const choices = {
  activity: { ...place, prompt: '你怎么做？', scenes },
  strings: { keys: strings.keys, keysHint: strings.keysHint, restart: strings.restart, ...words.choices },
};
const reply = (id: string, trust: number) => ({
  id,
  text: `我说${id}`,
  trust,
  mood: trust < 0 ? ('irritated' as const) : ('warm' as const),
  answer: `她答${id}`,
  why: `缘由${id}`,
});
const talk: Talk = {
  startTrust: 40,
  turns: [
    { id: 't1', line: '你们的砖吸水。', replies: [reply('argue', -12), reply('ask', 8)] },
    { id: 't2', line: '业主天天问我。', replies: [reply('blame', -30), reply('test', 10)] },
  ],
  close: [
    { minTrust: 55, text: '她约了下次。' },
    { minTrust: 35, text: '她收下标签。' },
    { minTrust: 0, text: '她去问别家。' },
  ],
};
const talking = {
  activity: { ...place, ...talk, persona: 'li-xiumei', name: '李秀梅', scene: '下午，店里。' },
  strings: { ...strings, ...words.talk },
};

/** What stands on the screen, tags and comments of React aside. */
function shown<P extends object>(View: ComponentType<P>, props: P, state?: unknown) {
  kept = state;
  const html = renderToString(<View {...props} />).replaceAll('<!-- -->', '');
  return { html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}
const buttons = (html: string) => html.match(/<button[\s\S]*?<\/button>/g) ?? [];

describe('cards that belong somewhere', () => {
  test('a wrong card comes back and counts once, however often it is tried; a right one stays', () => {
    const once = putCard(NOTHING_PLACED, 'a', 'active', 'passive');
    const twice = putCard(once, 'a', 'active', 'passive');
    expect(twice).toEqual({ placed: {}, slipped: ['a'] });
    const right = putCard(twice, 'a', 'passive', 'passive');
    expect(right).toEqual({ placed: { a: 'passive' }, slipped: ['a'] });
    expect(takeCard(right, 'a')).toEqual({ placed: {}, slipped: ['a'] });
  });

  test('a second tap on a card that already lies changes nothing, so that an end is not told twice', () => {
    const right = putCard(NOTHING_PLACED, 'a', 'passive', 'passive');
    expect(putCard(right, 'a', 'active', 'passive')).toBe(right);
  });

  test('swiping is two named buttons, one statement and a count; the arrows are not read aloud', () => {
    const { html, text } = shown(SwipePractice, swipe);
    expect(buttons(html)).toHaveLength(2);
    expect(buttons(html)[0]).toContain('被动');
    expect(html).toContain('<span aria-hidden="true">←</span>');
    expect(text).toContain('第1张，共2张');
    expect(text).toContain('卡片a');
    expect(text).not.toContain('卡片b');
    expect(html).toContain('role="status"');
  });

  test('a card in a circle is a number in the drawing and stands under the name of its ring', () => {
    const { html, text } = shown(CirclesPractice, circles, { placed: { b: 'r2' }, slipped: [] });
    expect(html).toMatch(/class="dot"[^>]*>.*?<text>2<\/text>/);
    expect(text).toMatch(/关注 1张 2 卡片b/);
    expect(html).toContain('aria-label="拿回「卡片b」"');
  });

  test('the end says how many cards changed place, and another round can begin', () => {
    const { text } = shown(SwipePractice, swipe, { placed: { a: 'passive', b: 'active' }, slipped: ['b'] });
    expect(text).toContain('有1张换过地方');
    expect(text).toContain('重来一次');
  });
});

describe('circles drawn', () => {
  const RADIUS = 11;
  const dots = (ring: number, rings: number, count: number) =>
    Array.from({ length: count }, (_, n) => dotAt(ring, rings, n));

  test.each([2, 3, 4])(
    'of %i rings no two dots of nine touch, each lies inside its own ring, none on the name',
    (rings) => {
      for (let ring = 0; ring < rings; ring++) {
        const all = dots(ring, rings, 9);
        for (const [index, [x, y]] of all.entries()) {
          const far = Math.hypot(x, y);
          expect(far + RADIUS).toBeLessThanOrEqual(ringRadius(ring, rings));
          if (ring > 0) expect(far - RADIUS).toBeGreaterThanOrEqual(ringRadius(ring - 1, rings));
          expect(y - RADIUS).toBeGreaterThan(nameAt(ring, rings) + 8);
          for (const [otherX, otherY] of all.slice(index + 1))
            expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(2 * RADIUS);
        }
      }
    },
  );
});

describe('pairs', () => {
  test('only one group of left sides is on the table, the tray holds their right sides and no others', () => {
    const { html, text } = shown(PairsPractice, pairs);
    expect(text).toContain('卡片d');
    expect(text).not.toContain('卡片e');
    expect(text).toMatch(/1 做法c.*2 做法a.*3 做法d.*4 做法b/);
    expect(text).not.toContain('做法g');
    expect(html.match(/aria-pressed="true"/g)).toHaveLength(1);
  });

  test('the second group comes once the first is paired, what lies can be read again', () => {
    const placed = { a: 'a', b: 'b', c: 'c', d: 'd' };
    const { text } = shown(PairsPractice, pairs, { placed, slipped: [] });
    expect(text).toContain('配好4对，共7对');
    expect(text).toMatch(/卡片e .*卡片g/);
    expect(text).toContain('已配好4对');
  });
});

describe('flip cards', () => {
  test('the name of the face and the way to the next one are always written', () => {
    const { text } = shown(FlipPractice, flip, { turns: { b: 1 } });
    expect(text).toMatch(/信念 信念a 1\/3，翻到「行为」/);
    expect(text).toMatch(/行为 行为b 2\/3，翻到「用歪了」/);
    expect(text).toContain('翻完0张，共3张');
    expect(text).not.toContain('这个月练哪一张');
  });

  test('the choice is asked once all faces were seen, also when a card was turned on', () => {
    const { text } = shown(FlipPractice, flip, { turns: { a: 2, b: 3, c: 5 } });
    expect(text).toContain('这个月练哪一张');
    expect(text).toMatch(/信念b 1\/3/);
    const picked = shown(FlipPractice, flip, { turns: { a: 2, b: 2, c: 2 }, picked: 'b' });
    expect(picked.text).toMatch(/信念b 你选的/);
    expect(picked.text).toContain('存好了');
  });

  test('what is kept stands in the record once, a change of mind beside it', async () => {
    await keepText(place, '习惯');
    await keepText(place, '习惯');
    await keepText(place, '惜福');
    await keepText({ ...place, id: 'other' }, '别的');
    const facts = (await record).facts().filter((fact) => fact.type === 'reflection.saved');
    expect(facts.map((fact) => fact.text)).toEqual(['习惯', '惜福', '别的']);
    expect(await keptText(place)).toBe('惜福');
    expect(await keptText({ ...place, id: 'none' })).toBeUndefined();
  });
});

describe('small scenes', () => {
  test('the first choice counts, others may be tried', () => {
    const wrong = chooseIn(NOTHING_CHOSEN, 's1', 'x');
    const mended = chooseIn(wrong, 's1', 'y');
    const both = chooseIn(mended, 's2', 'y');
    expect(both.chosen.s1).toEqual(['x', 'y']);
    expect(slippedScenes(scenes, both).map((scene) => scene.id)).toEqual(['s1']);
  });

  test('what came of a choice is said in a word beside the sign, and the way on appears', () => {
    const before = shown(ChoicesPractice, choices);
    expect(before.text).not.toContain('下一个情境');
    const { text } = shown(ChoicesPractice, choices, chooseIn(NOTHING_CHOSEN, 's1', 'x'));
    expect(text).toMatch(/让一步 再想一步/);
    expect(text).toContain('让了也没用');
    expect(text).toContain('下一个情境');
  });

  test('the look back names what fits in every scene, also where it was missed', () => {
    const chosen = { s1: ['x', 'x'], s2: ['y', 'y'] };
    const { text } = shown(ChoicesPractice, choices, { chosen, on: 2 });
    expect(text).toContain('2个情境，第一次就选对1个');
    expect(text.match(/问一句 问了才知道/g)).toHaveLength(2);
  });
});

describe('a talk', () => {
  test('arguing costs trust that the screen shows as figure and word, and cannot be taken back', () => {
    expect(shown(TalkPractice, talking).text).toMatch(/信任 40 有保留/);
    const { html, text } = shown(TalkPractice, talking, { chosen: ['argue'], on: 0 });
    expect(text).toContain('信任 −12');
    expect(text).toMatch(/信任 28 不想谈/);
    expect(text).toContain('不耐烦');
    expect(text).not.toContain('我说ask');
    expect(buttons(html)).toHaveLength(1);
    expect(text).toContain('听李秀梅往下说');
  });

  test('the end follows from trust, highest first, and names itself', () => {
    const end = (chosen: string[]) => closeOf(talk, { chosen, on: 1 });
    expect(end(['ask', 'test'])).toBe('她约了下次。'); // 40 + 8 + 10 = 58
    expect(end(['argue', 'test'])).toBe('她收下标签。'); // 40 − 12 + 10 = 38
    expect(end(['argue', 'blame'])).toBe('她去问别家。'); // never below 0
    expect(closeOf(talk, { chosen: ['ask'], on: 0 })).toBeUndefined();
    const { text } = shown(TalkPractice, talking, { chosen: ['ask', 'test'], on: 1 });
    expect(text).toMatch(/谈下来 她约了下次。/);
    expect(text).toContain('从头再谈一次');
  });

  test('trust stays between 0 and 100; its words change at 35, 50 and 65', () => {
    expect(trustOf(talk, NOT_TALKED)).toBe(40);
    expect(trustOf(talk, { chosen: ['argue', 'blame'], on: 1 })).toBe(0);
    expect(trustOf({ ...talk, startTrust: 95 }, { chosen: ['ask'], on: 0 })).toBe(100);
    expect([0, 34, 35, 49, 50, 64, 65, 100].map(trustStep)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  test('turns with a better reply are what the record calls slips', () => {
    expect(talkSlips(talk, { chosen: ['ask', 'test'], on: 1 })).toBe(0);
    expect(talkSlips(talk, { chosen: ['argue', 'test'], on: 1 })).toBe(1);
  });
});

test('no block brings a style attribute: the page’s policy would refuse it', () => {
  for (const { html } of [
    shown(SwipePractice, swipe),
    shown(CirclesPractice, circles, { placed: { a: 'r0' }, slipped: [] }),
    shown(PairsPractice, pairs),
    shown(FlipPractice, flip),
    shown(ChoicesPractice, choices),
    shown(TalkPractice, talking),
  ])
    expect(html).not.toMatch(/\sstyle=/);
});

describe('what an author reads', () => {
  const both = (zh: string) => ({ zh, en: zh.length > 4 ? 'A name that is far too long' : 'Name' });
  const named = (id: string, zh = '名') => ({ id, text: both(zh) });
  const told = (block: unknown) =>
    interactionSchema
      .safeParse(block)
      .error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  const sides = ['l', 'l', 'l', 'l', 'l', 'l'];
  const swiping = {
    id: 'b',
    kind: 'swipe',
    title: both('题'),
    nudge: both('问'),
    left: named('l'),
    right: named('r'),
    cards: sides.map((side, index) => ({ ...named(`c${index}`), side, why: both('因') })),
  };
  const line = { trust: 1, mood: 'warm', answer: both('答'), why: both('因') };
  const turn = (id: string) => ({
    id,
    line: both('句'),
    replies: [
      { ...named('x'), ...line },
      { ...named('y'), ...line },
    ],
  });
  const talkWith = (close: number[]) => ({
    id: 'b',
    kind: 'talk',
    title: both('题'),
    scene: both('景'),
    persona: 'li-xiumei',
    personaName: both('李'),
    startTrust: 40,
    turns: [turn('t1'), turn('t2')],
    close: close.map((minTrust) => ({ minTrust, text: both('终') })),
  });

  test('a side that is never right, an id that stands twice', () => {
    expect(told(swiping)).toEqual([expect.stringMatching(/^cards: have none for "r"/)]);
    const cards = swiping.cards.map((one, index) => ({ ...one, id: 'same', side: index ? 'l' : 'r' }));
    expect(told({ ...swiping, cards })[0]).toMatch(/^cards\.1\.id: "same" stands twice/);
  });

  test('an end that no talk reaches, a talk without an end', () => {
    expect(told(talkWith([60, 0]))).toEqual([]);
    expect(told(talkWith([40, 60, 0]))).toEqual([
      expect.stringMatching(/^close\.1\.minTrust: is never reached/),
    ]);
    expect(told(talkWith([60, 20]))).toEqual([expect.stringMatching(/^close\.1\.minTrust: must be 0/)]);
  });

  test('a name too long for its ring', () => {
    const rings = {
      id: 'b',
      kind: 'sort',
      look: 'circles',
      title: both('题'),
      nudge: both('问'),
      bins: [
        { ...named('a', '我一个人能定的事'), hint: both('示') },
        { ...named('z'), hint: both('示') },
      ],
      cards: ['a', 'a', 'z', 'z'].map((bin, index) => ({ ...named(`c${index}`), bin, why: both('因') })),
    };
    expect(told(rings).map((one) => one.split(': ')[0])).toEqual(['bins.0.text.zh', 'bins.0.text.en']);
    expect(told({ ...rings, look: 'bins' })).toEqual([]);
  });
});
