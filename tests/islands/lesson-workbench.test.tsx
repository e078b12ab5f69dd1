import type { ComponentProps, ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openRecord } from '#client/record/record.ts';
import type { Interaction } from '#core/model/interaction.schema.ts';
import { inLanguage } from '#core/text/in-language.ts';
import { workbenchStrings } from '#i18n/lesson-workbench.ts';
import { BelievablePractice } from '#islands/lesson/workbench/BelievablePractice.tsx';
import { CalcPractice } from '#islands/lesson/workbench/CalcPractice.tsx';
import { CheckInPractice } from '#islands/lesson/workbench/CheckInPractice.tsx';
import { ComposerPractice } from '#islands/lesson/workbench/ComposerPractice.tsx';
import { GridPractice } from '#islands/lesson/workbench/GridPractice.tsx';
import { RatingPractice } from '#islands/lesson/workbench/RatingPractice.tsx';
import { ReflectPractice } from '#islands/lesson/workbench/ReflectPractice.tsx';
import { ScalePractice } from '#islands/lesson/workbench/ScalePractice.tsx';
import { SharesPractice } from '#islands/lesson/workbench/SharesPractice.tsx';
import { TimerPractice } from '#islands/lesson/workbench/TimerPractice.tsx';

/** What a block finds kept on the device, and whether the lesson was edited since. */
let kept: unknown;
let edited = false;
vi.mock('#islands/lesson/use-practice.ts', () => ({
  usePractice: (
    _activity: unknown,
    initial: unknown,
    accepts: (value: unknown) => boolean,
    { carry }: { carry?: (state: unknown) => unknown } = {},
  ) => ({
    state: !accepts(kept) ? initial : edited ? (carry?.(kept) ?? initial) : kept,
    save: () => {},
    finish: () => {},
  }),
}));
const record = openRecord({
  now: () => 1,
  texts: undefined,
  open: () => Promise.reject(new Error('no disk')),
});
vi.mock('#client/record/own.ts', () => ({ ownRecord: () => record }));
beforeEach(() => {
  kept = undefined;
  edited = false;
});

const place = { lessonId: 'm1-x', lessonRevision: 'r1', language: 'zh' } as const;
const words = workbenchStrings('zh');
const text = (zh: string) => ({ zh, en: `${zh} en` });
const named = (id: string, zh: string) => ({ id, text: text(zh) });
const head = { id: 'block', title: text('标题'), prompt: text('做什么') };
/** A block as its Astro part hands it over. */
const handed = <T extends object>(block: T) => Object.assign({ ...place }, inLanguage(block, 'zh'));
const keep = words.keep;

const blocks = {
  composer: {
    view: ComposerPractice,
    activity: handed({
      ...head,
      kind: 'composer' as const,
      fields: [
        { id: 'goal', label: text('目标'), hint: text('448,000元'), long: false, most: 60 },
        { id: 'if-this', label: text('如果'), hint: text('周一9点'), long: true, most: 120 },
      ],
      whole: text('我要{goal}。如果{if-this}，就去。'),
      checks: [
        { kind: 'number' as const, field: 'goal', text: text('有数字') },
        { kind: 'none-of' as const, field: 'goal', words: ['尽量'], text: text('「尽量」不是动作') },
      ],
      example: text('写好的例子'),
    }),
    strings: { ...keep, ...words.composer },
  },
  rating: {
    view: RatingPractice,
    activity: handed({
      ...head,
      kind: 'rating' as const,
      low: text('很少'),
      high: text('一向'),
      pick: text('先练哪条'),
      axes: [
        {
          ...named('p', '积极'),
          lowest: text('积极最低'),
          markers: [named('p1', '自信'), named('p2', '自律')],
        },
        {
          ...named('c', '合作'),
          lowest: text('合作最低'),
          markers: [named('c1', '倾听'), named('c2', '双赢')],
        },
        {
          ...named('o', '经营'),
          lowest: text('经营最低'),
          markers: [named('o1', '成本'), named('o2', '回报')],
        },
      ],
    }),
    strings: { ...keep, ...words.rating },
  },
  believable: {
    view: BelievablePractice,
    activity: handed({
      ...head,
      kind: 'believable' as const,
      low: text('不信'),
      high: text('全信'),
      lines: [
        { ...named('slogan', '我最棒'), works: false, why: text('口号') },
        { ...named('act', '先问三个问题'), works: true, why: text('动作') },
        { ...named('fact', '上次我记下了要求'), works: true, why: text('事实') },
      ],
    }),
    strings: words.believable,
  },
  shares: {
    view: SharesPractice,
    activity: handed({
      ...head,
      kind: 'shares' as const,
      parts: [named('trust', '信任'), named('needs', '需求'), named('close', '成交')],
      model: { trust: 50, needs: 40, close: 10 },
      modelName: text('新模式'),
      situations: [
        {
          ...named('complaint', '有投诉'),
          fits: { trust: [60, 80] as [number, number] },
          good: text('先了旧账'),
          more: { trust: text('信任不够') },
        },
      ],
    }),
    strings: words.shares,
  },
  calc: {
    view: CalcPractice,
    activity: handed({
      ...head,
      kind: 'calc' as const,
      inputs: [{ ...named('churn', '流失'), least: 0, most: 50, step: 1, value: 20, unit: text('%') }],
      outputs: [
        { ...named('stay', '停留'), formula: '100 / churn', unit: text('年'), digits: 2, main: false },
        { ...named('worth', '一共'), formula: '25452 * stay', unit: text('元'), digits: 0, main: true },
      ],
      note: text('没打折现'),
    }),
    strings: words.calc,
  },
  grid: {
    view: GridPractice,
    activity: handed({
      ...head,
      kind: 'grid' as const,
      rows: [
        { ...named('fast', '快速反应'), example: text('30分钟内回话') },
        { ...named('info', '准确信息'), example: text('提前7天') },
      ],
      columns: [
        { ...named('who', '谁'), options: [text('我'), text('内勤')] },
        { ...named('proof', '怎么查'), options: [] },
      ],
    }),
    strings: { ...keep, ...words.grid },
  },
  scale: {
    view: ScalePractice,
    activity: handed({
      ...head,
      kind: 'scale' as const,
      benefits: text('得到'),
      costs: text('付出'),
      cards: [
        { ...named('turns', '周转'), side: 'benefit' as const },
        { ...named('looks', '好看'), side: 'benefit' as const },
        { ...named('price', '价格'), side: 'cost' as const },
      ],
      personas: [
        { ...named('chen', '陈建国'), weights: { turns: 5, looks: 1, price: 4 }, why: text('看周转') },
        { ...named('family', '业主'), weights: { turns: 0, looks: 5, price: 3 }, why: text('要好看') },
      ],
    }),
    strings: words.scale,
  },
  timer: {
    view: TimerPractice,
    activity: handed({
      ...head,
      kind: 'timer' as const,
      parts: [
        { ...named('open', '开场'), seconds: 90 },
        { ...named('end', '收尾'), seconds: 30 },
      ],
      after: text('哪句不顺'),
    }),
    strings: { ...keep, ...words.timer },
  },
  reflect: {
    view: ReflectPractice,
    activity: handed({ ...head, kind: 'reflect' as const, hint: text('我能做的一步'), most: 100 }),
    strings: keep,
  },
  checkin: {
    view: CheckInPractice,
    activity: handed({
      ...head,
      kind: 'checkin' as const,
      questions: [named('sleep', '睡够'), named('food', '吃好')],
      advice: text('早点睡'),
    }),
    strings: { ...keep, ...words.checkin },
  },
};

function shown(kind: keyof typeof blocks): string {
  const { view, ...props } = blocks[kind];
  const View = view as ComponentType<ComponentProps<typeof ReflectPractice>>;
  return renderToString(
    <View {...(props as unknown as ComponentProps<typeof ReflectPractice>)} />,
  ).replaceAll('<!-- -->', '');
}

/** Names of all fields, sliders, selects and radio rows in the markup; an empty one is a control nobody can name. */
function names(html: string): string[] {
  const labelled = [...html.matchAll(/<(textarea|select|input)([^>]*)>/g)].map(
    ([whole, , attributes = '']) => {
      const own = /aria-label="([^"]+)"/.exec(attributes)?.[1];
      const id = / id="([^"]+)"/.exec(attributes)?.[1];
      const forId = id && new RegExp(`for="${id}"[^>]*>([^<]+)<`).exec(html)?.[1];
      const around = new RegExp(
        `<label[^>]*>(?:<span[^>]*>([^<]+)</span>)?[\\s\\S]{0,2}${escaped(whole)}`,
      ).exec(html);
      const after = html.slice(html.indexOf(whole) + whole.length).match(/^(?:<span>)?([^<]+)/)?.[1];
      return own ?? forId ?? around?.[1] ?? after ?? '';
    },
  );
  return labelled;
}
const escaped = (source: string) => source.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

describe('who cannot see the page', () => {
  test.each(Object.keys(blocks) as (keyof typeof blocks)[])('finds a name on every control of %s', (kind) => {
    const html = shown(kind);
    expect(names(html)).not.toContain('');
    expect(names(html).length + (kind === 'timer' ? 1 : 0)).toBeGreaterThan(0);
  });

  test('hears a radar, columns and a scale in words', () => {
    kept = { marks: { p1: 5, p2: 4, c1: 3, c2: 3, o1: 2, o2: 1 }, screen: 3 };
    expect(shown('rating')).toContain('aria-label="满分5分。积极：4.5分，合作：3.0分，经营：1.5分"');
    kept = { own: { trust: 20, needs: 30, close: 50 }, compared: true, situations: {}, slips: 0 };
    expect(shown('shares')).toContain(
      '你的分法：信任：20, 需求：30, 成交：50; 新模式：信任：50, 需求：40, 成交：10',
    );
    kept = { guesses: { chen: { turns: 3, looks: 2, price: 1 } }, seen: [] };
    expect(shown('scale')).toContain('aria-label="天平：得到5，付出1"');
  });
});

describe('composer', () => {
  const at = (texts: Record<string, string>) => {
    kept = { texts };
    return shown('composer');
  };

  test('nothing written: what to write is greyed in, no example yet, nothing to keep, nothing blamed', () => {
    const html = shown('composer');
    expect(html).toContain('placeholder="例：448,000元"');
    expect(html).not.toContain('写好的例子');
    expect(html).not.toContain('「尽量」不是动作');
    expect(html).toMatch(/<button[^>]*disabled[^>]*>存好/);
  });

  test('while it grows: what is found, what does harm, the whole with a gap, and the example to hold it against', () => {
    const html = at({ goal: '尽量做到30家' });
    expect(html).toContain('1样里，看到了1样');
    expect(html).toContain('「尽量」不是动作');
    expect(html).toContain('我要尽量做到30家。如果＿＿＿，就去。');
    expect(html).toContain('写好的例子');
  });

  test('near the end of a field the room left is told', () => {
    expect(at({ goal: '三'.repeat(39) })).not.toContain('还能写');
    expect(at({ goal: '三'.repeat(40) })).toContain('还能写20个字');
  });

  test('after an edit of the lesson every word stays, also of a field that is gone', () => {
    edited = true;
    const html = at({ goal: '做到30家', why: '因为他信我' });
    expect(html).toContain('做到30家</textarea>');
    expect(html).toContain('因为他信我');
    expect(html).toContain('课文改过');
  });

  test('on paper stands what was written, whole', () => {
    expect(at({ goal: '做到30家' })).toContain('data-written="true"');
    expect(at({ goal: '做到30家' })).toContain('<p class="as-written">做到30家</p>');
    expect(at({})).not.toContain('data-written');
  });
});

describe('rating', () => {
  const marks = { p1: 5, p2: 4, c1: 3, c2: 3, o1: 2, o2: 1 };

  test('one screen per axis; the result names the lowest and asks for one marker with its own mark', () => {
    expect(shown('rating')).toContain('第1屏，共3屏');
    kept = { marks, screen: 3, pick: 'o1' };
    const html = shown('rating');
    expect(html).toContain('经营最低');
    expect(html).not.toContain('积极最低');
    expect(html).toMatch(/<option (?=[^>]*selected)(?=[^>]*value="o1")[^>]*>2 成本</);
  });

  test('the time before stays as a dashed line', () => {
    kept = { marks, screen: 3, before: { ...marks, p1: 1 } };
    expect(shown('rating')).toContain('class="before"');
    expect(shown('rating')).toContain('虚线是上一次。');
  });

  test('a marker the author took out loses its mark and its pick, the others stay', () => {
    edited = true;
    kept = { marks: { ...marks, gone: 5 }, screen: 3, pick: 'gone' };
    const html = shown('rating');
    expect(html).toContain('积极：4.5分');
    expect(html).toMatch(/<option (?=[^>]*selected)[^>]*disabled[^>]*>请选一条</);
  });
});

describe('believable', () => {
  test('why it helps comes after the own mark, not before', () => {
    expect(shown('believable')).not.toContain('口号');
    kept = { marks: { slogan: 8 }, on: 0, noted: true };
    expect(shown('believable')).toContain('<b>多数人用不上</b> 口号');
  });

  test('at the end the lines that help come first, the most believed on top, and the usable ones are counted', () => {
    kept = { marks: { slogan: 9, act: 6, fact: 8 }, on: 3, noted: false };
    const html = shown('believable');
    expect(html).toContain('又用得上的有2句');
    const order = ['上次我记下了要求', '先问三个问题', '我最棒'].map((line) => html.indexOf(line));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('who believes none of them is told to make one smaller', () => {
    kept = { marks: { slogan: 9, act: 5, fact: 2 }, on: 3, noted: false };
    expect(shown('believable')).toContain('把它改小一点');
  });

  test('a new line in an edited lesson is asked for; the marks given stay', () => {
    edited = true;
    kept = { marks: { slogan: 9, gone: 5 }, on: 3, noted: false };
    expect(shown('believable')).toContain('第2句，共3句');
  });
});

describe('shares', () => {
  const own = { trust: 20, needs: 30, close: 50 };

  test('the model is not given away before one has shared oneself', () => {
    const html = shown('shares');
    expect(html).toContain('？');
    expect(html).not.toContain('信任：50');
    expect(html).toContain('和「新模式」比一比');
  });

  test('beside the model the widest gap is named', () => {
    kept = { own, compared: true, situations: {}, slips: 0 };
    expect(shown('shares')).toContain('差得最多的是「成交」：你50，「新模式」10。');
  });

  test('a situation says what does not fit, and counts when it does', () => {
    const asked = (trust: number) => {
      const shares = { trust, needs: 80 - trust, close: 20 };
      kept = {
        own,
        compared: true,
        on: 'complaint',
        situations: { complaint: { shares, asked: true } },
        slips: 0,
      };
      return shown('shares');
    };
    expect(asked(40)).toContain('信任不够');
    expect(asked(60)).toContain('先了旧账');
    expect(asked(60)).toContain('1个场合里，合适的有1个');
  });

  test('shares of other parts than today are begun anew: they would not sum to 100', () => {
    edited = true;
    kept = { own: { trust: 50, old: 50 }, compared: true, situations: {}, slips: 0 };
    expect(shown('shares')).toContain('信任：34');
  });
});

describe('calc', () => {
  test('the sum stands with its own figures; 15 for 20% is a third more', () => {
    expect(shown('calc')).toContain('25,452 × 5 = 127,260元');
    kept = { values: { churn: 15 } };
    const html = shown('calc');
    expect(html).toContain('100 ÷ 15 ≈ 6.67年');
    expect(html).toContain('25,452 × (100 ÷ 15) = 169,680元');
    expect(html).toContain('比开始时多33%');
  });

  test('nobody leaving: words, no Infinity', () => {
    kept = { values: { churn: 0 } };
    expect(shown('calc')).toContain('除以0了，算不出来');
    expect(shown('calc')).not.toMatch(/Infinity|NaN|∞/);
  });
});

describe('grid', () => {
  test('each row tells how far it is; a tapped option is pressed and can be reworded', () => {
    kept = { texts: { 'fast.who': '内勤', 'fast.proof': '每周五对一遍' } };
    const html = shown('grid');
    expect(html).toContain('写好了2格，共4格');
    expect(html).toContain('<button type="button" aria-pressed="true">内勤</button>');
    expect(html).toContain('内勤</textarea>');
  });
});

describe('scale', () => {
  test('a person’s weights are not in the page before the guess', () => {
    expect(shown('scale')).not.toContain('看周转');
    expect(shown('scale')).not.toContain('实际');
  });

  test('then guess and weight stand side by side, off by one counts as met', () => {
    kept = { guesses: { chen: { turns: 4, looks: 1, price: 1 } }, seen: ['chen'] };
    const html = shown('scale');
    expect(html).toContain('3样里，你猜中了2样');
    expect(html).toContain('你猜1，实际4');
    expect(html).toContain('得到重：6比4。');
  });

  test('a person who left the lesson leaves the stage to the first', () => {
    edited = true;
    kept = { guesses: { gone: { turns: 4 } }, seen: ['gone'], on: 'gone' };
    expect(shown('scale')).toContain('看陈建国怎么称');
  });
});

describe('timer, reflect and check-in', () => {
  test('before the start the clock shows the first part, and nothing is asked yet', () => {
    const html = shown('timer');
    expect(html).toContain('>1:30<');
    expect(html).not.toContain('哪句不顺');
  });

  test('an answer kept from another day is there again', () => {
    kept = { texts: { after: '开场那句' } };
    expect(shown('timer')).toContain('开场那句</textarea>');
  });

  test('a reflection that was kept before the lesson was edited is still in its field', () => {
    edited = true;
    kept = { texts: { text: '我先打电话' } };
    expect(shown('reflect')).toContain('我先打电话</textarea>');
  });

  test('marks of another week are not taken for this week’s', () => {
    kept = { week: '2020-W01', marks: { sleep: 1, food: 1 } };
    expect(shown('checkin')).not.toContain('checked');
    expect(shown('checkin')).not.toContain('早点睡');
  });

  test('a week below the middle calls for one small step', () => {
    kept = { week: '', marks: { sleep: 2, food: 3 } };
    expect(shown('checkin')).toContain('这一周记好了：5分，满分10分。');
    expect(shown('checkin')).toContain('早点睡');
    kept = { week: '', marks: { sleep: 3, food: 3 } };
    expect(shown('checkin')).not.toContain('早点睡');
  });
});

test('every string exists in both languages with the same places', () => {
  const places = (value: string) => (value.match(/\{\w+\}/g) ?? []).sort().join();
  const en = workbenchStrings('en');
  for (const [kind, group] of Object.entries(words))
    for (const [key, zh] of Object.entries(group)) {
      const other = (en as unknown as Record<string, Record<string, string>>)[kind]?.[key] ?? '';
      expect(`${kind}.${key} ${places(other)}`).toBe(`${kind}.${key} ${places(zh)}`);
      expect(other.trim(), `${kind}.${key}`).not.toBe('');
    }
});

/** Only so that the kinds above stay those of the schema. */
const kinds: Interaction['kind'][] = Object.keys(blocks) as (keyof typeof blocks)[];
test('all ten kinds are shown', () => expect(kinds).toHaveLength(10));
