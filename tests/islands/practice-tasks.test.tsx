import { readFileSync } from 'node:fs';
import type { ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Language } from '#core/model/text.ts';
import { beginRun } from '#core/simulator/engine.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import { judgeTask } from '#core/simulator/task/judge-task.ts';
import { taskStrings } from '#i18n/practice-tasks.ts';
import { AdvertView } from '#islands/practice/tasks/AdvertView.tsx';
import { BoardView } from '#islands/practice/tasks/BoardView.tsx';
import { START as BOARD, type BoardDraft, closeBoard } from '#islands/practice/tasks/board/draft.ts';
import { DataroomView } from '#islands/practice/tasks/DataroomView.tsx';
import { DeskView } from '#islands/practice/tasks/DeskView.tsx';
import { Asking } from '#islands/practice/tasks/dataroom/Asking.tsx';
import {
  closeDesk,
  START as DESK,
  type DeskDraft,
  writtenCases,
} from '#islands/practice/tasks/desk/draft.ts';
import { figureOf, outcomeOf, proposalsOf } from '#islands/practice/tasks/desk/figures.ts';
import { partsOf } from '#islands/practice/tasks/desk/KnownFigures.tsx';
import { PitchView } from '#islands/practice/tasks/PitchView.tsx';
import {
  deliver,
  listenersOf,
  START as PITCH,
  type PitchDraft,
  spokenLines,
} from '#islands/practice/tasks/pitch/draft.ts';
import { momentOf } from '#islands/practice/tasks/pitch/use-clock.ts';
import type { TaskKind, TaskOf, TaskViewProps } from '#islands/practice/tasks/task-view.ts';
import { WalkView } from '#islands/practice/tasks/WalkView.tsx';
import { planOf } from '#islands/practice/tasks/walk/places.ts';
import { type ScenarioId, scenarioOf } from '../core/simulator/scenarios.ts';

const plan = { level: 1, seed: 'default' } as const;

function taskOf<K extends TaskKind>(scenario: Scenario<string>, kind: K): TaskOf<K> {
  const task = scenario.stages.find((stage) => stage.kind === kind);
  if (!task) throw new Error(`${scenario.id} has no ${kind}`);
  return task as TaskOf<K>;
}

/** What the task comes to in the engine. */
const judged = (id: ScenarioId, kind: TaskKind, act: Parameters<typeof judgeTask>[4]) => {
  const scenario = scenarioOf(id);
  return judgeTask(scenario, plan, beginRun(scenario, plan), taskOf(scenario, kind), act);
};

const views: Record<TaskKind, unknown> = {
  pitch: PitchView,
  advert: AdvertView,
  walk: WalkView,
  board: BoardView,
  dataroom: DataroomView,
  desk: DeskView,
};

interface Shown {
  language?: Language;
  draft?: unknown;
  disabled?: boolean;
  /** Finding ids; all by default. */
  findings?: readonly string[];
  flags?: readonly string[];
}

/** The view as a learner gets it, as HTML. */
function shown(id: ScenarioId, kind: TaskKind, given: Shown = {}): string {
  const { language = 'zh', draft, disabled = false, flags = [] } = given;
  const scenario = scenarioOf(id, language);
  const ids = given.findings ?? scenario.findings.map((finding) => finding.id);
  const View = views[kind] as ComponentType<TaskViewProps<TaskKind>>;
  return renderToString(
    <View
      task={taskOf(scenario, kind)}
      known={{ needs: {}, findings: Object.fromEntries(ids.map((one) => [one, 'shown'])), flags }}
      scenario={scenario}
      strings={taskStrings(language)}
      language={language}
      onDone={() => {}}
      draft={draft}
      disabled={disabled}
    />,
  ).replaceAll('<!-- -->', '');
}

const every: [ScenarioId, TaskKind][] = [
  ...(['f-a', 'f-b', 'f-c'] as const).flatMap((id): [ScenarioId, TaskKind][] => [
    [id, 'pitch'],
    [id, 'advert'],
  ]),
  ...(['d-a', 'd-b', 'd-c'] as const).flatMap((id): [ScenarioId, TaskKind][] => [
    [id, 'walk'],
    [id, 'board'],
  ]),
  ...(['r-a', 'r-b', 'r-c'] as const).flatMap((id): [ScenarioId, TaskKind][] => [
    [id, 'dataroom'],
    [id, 'desk'],
  ]),
];

describe('every task of every scenario', () => {
  test.each(every)('%s %s: can be read in both languages and has no inline style', (id, kind) => {
    for (const language of ['zh', 'en'] as const) {
      const html = shown(id, kind, { language });
      expect(html).not.toContain('style=');
      expect(html, 'a place in a sentence was left open').not.toMatch(/\{\w+\}/);
    }
    expect(shown(id, kind, { language: 'en' })).not.toMatch(/undefined|NaN/);
  });

  test.each(every)('%s %s: a following tab can touch nothing', (id, kind) => {
    const html = shown(id, kind, { disabled: true });
    for (const [input] of html.matchAll(/<(?:input|select|textarea)[^>]*>/g))
      expect(input).toMatch(/ (?:disabled|readonly)/i);
  });

  test.each(every)('%s %s: a draft that is none is not taken up', (id, kind) => {
    const untouched = shown(id, kind);
    for (const draft of [null, 7, 'x', [], {}, { kind }, { kind: 'move', slots: [] }, { kind, seen: 1 }])
      expect(shown(id, kind, { draft })).toBe(untouched);
  });
});

test('both languages fill the same places of a sentence', () => {
  const places = (value: unknown): unknown =>
    typeof value === 'string'
      ? [...value.matchAll(/\{\w+\}/g)].map(String).sort()
      : Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, places(one)]));
  expect(places(taskStrings('en'))).toEqual(places(taskStrings('zh')));
});

describe('pitch', () => {
  const fa = scenarioOf('f-a');
  const fc = scenarioOf('f-c');
  const best: PitchDraft = {
    ...PITCH,
    features: ['f1'],
    parts: { advantage: 'a1', evidence: 'e2' },
    benefits: { '': 'b1' },
    limit: true,
    order: 'BAF',
  };
  const roles = (draft: PitchDraft) =>
    spokenLines(taskOf(fa, 'pitch'), draft, [{ id: '' }]).map((line) => line.role);

  test('is spoken in the order that was chosen, evidence and limit after it', () => {
    expect(roles(best)).toEqual(['benefit', 'advantage', 'feature', 'evidence', 'limit']);
    expect(roles({ ...best, order: 'AFB' })).toEqual([
      'advantage',
      'feature',
      'benefit',
      'evidence',
      'limit',
    ]);
    expect(roles({ ...best, parts: {}, limit: false })).toEqual(['benefit', 'feature']);
    expect(roles({ ...PITCH, limit: true }), 'a limit alone is no pitch').toEqual([]);
  });

  test('the best cards arrive in the engine as the best pitch', () => {
    const act = deliver(taskOf(fa, 'pitch'), best, [{ id: '' }], 31.26);
    expect(judged('f-a', 'pitch', act)).toEqual({
      kind: 'pitch',
      features: ['f1'],
      advantage: 'a1',
      benefit: 'b1',
      evidence: 'e2',
      limitNamed: true,
      order: 'BAF',
      seconds: 31.3,
      codes: [],
    });
  });

  test('what was left out on purpose is not sent; without a clock no time is claimed', () => {
    const draft = { ...best, parts: { advantage: '', evidence: '' }, benefits: { '': '' } };
    expect(deliver(taskOf(fa, 'pitch'), draft, [{ id: '' }])).toEqual({
      type: 'pitch.deliver',
      features: ['f1'],
      benefits: [],
      limitNamed: true,
      order: 'BAF',
    });
  });

  test('two listeners each get a line, and one line for both is said once', () => {
    const listeners = listenersOf(taskOf(fc, 'pitch'), fc);
    expect(listeners.map(({ name }) => name)).toEqual(['何琳', '老吴']);
    const [helin = '', wu = ''] = listeners.map(({ id }) => id);
    const act = (benefits: Record<string, string>) =>
      deliver(taskOf(fc, 'pitch'), { ...best, benefits, order: 'BAF' }, listeners).benefits;
    expect(act({ [helin]: 'b1', [wu]: 'b2' })).toEqual(['b1', 'b2']);
    expect(act({ [helin]: 'b1', [wu]: 'b1' })).toEqual(['b1']);
    expect(act({ [helin]: '', [wu]: 'b2' })).toEqual(['b2']);
    const html = shown('f-c', 'pitch');
    expect(html).toContain('利益：给何琳的那一句');
    expect(html).toContain('利益：给老吴的那一句');
  });

  test('orders are named in words, never by their letters', () => {
    expect(shown('f-a', 'pitch')).not.toMatch(/>[^<]*(?:BAF|FAB|AFB)[^<]*</);
  });

  test('a pitch left ready to be spoken is there again, its clock still', () => {
    const html = shown('f-a', 'pitch', { draft: { ...best, spoken: true } });
    expect(html).toContain('您母亲夜里起来，脚下湿一点也踩得稳');
    expect(html).toContain('已用0秒，共45秒');
    expect(html).toContain('开始说');
    const untimed = shown('f-a', 'pitch', { draft: { ...best, spoken: true, pace: 'off' } });
    expect(untimed).not.toContain('已用');
    expect(untimed).toContain('说完了');
  });

  test('the clock speaks four times, at 45 and at 30 seconds', () => {
    const said = (limit: number) =>
      Array.from({ length: limit + 2 }, (_, second) => momentOf(second, limit)).map((moment, second) => ({
        moment,
        second,
      }));
    const first = (limit: number) =>
      said(limit)
        .filter(({ moment }, at, all) => all[at - 1]?.moment !== moment)
        .map(({ moment, second }) => `${moment} ${second}`);
    expect(first(45)).toEqual(['started 0', 'half 23', 'lastTen 35', 'over 45']);
    expect(first(30)).toEqual(['started 0', 'half 15', 'lastTen 20', 'over 30']);
  });
});

describe('poster', () => {
  test('three lines are printed, the fourth place is not', () => {
    const html = shown('f-b', 'advert', { draft: { kind: 'advert', order: ['h', 's', 'm', 'x'] } });
    const print = html.slice(html.indexOf('advert-print'));
    expect(print).toContain('定金到了再裁');
    expect(print).not.toContain('半年包卖完');
  });

  test('the bait costs the lawful advert only when it is printed', () => {
    expect(judged('f-b', 'advert', { type: 'advert.arrange', cards: ['h', 's', 'm'] })).toMatchObject({
      lawful: true,
    });
    expect(judged('f-b', 'advert', { type: 'advert.arrange', cards: ['x', 's', 'm'] })).toMatchObject({
      lawful: false,
    });
  });
});

describe('walk', () => {
  test.each(['d-a', 'd-b', 'd-c'] as const)('%s: the list leads to every spot', (id) => {
    const html = shown(id, 'walk');
    const list = html.slice(html.indexOf('walk-list'));
    for (const spot of taskOf(scenarioOf(id), 'walk').spots) expect(list).toContain(`<b>${spot.name}</b>`);
  });

  test('the drawing has a named button for six spots, each with its place in the style sheet', () => {
    const css = readFileSync(new URL('../../src/styles/practice-tasks.css', import.meta.url), 'utf8');
    const html = shown('d-a', 'walk', { language: 'en' });
    const { places = {}, art = '' } = planOf('d-a') ?? {};
    expect(Object.keys(places)).toHaveLength(6);
    expect(html).toContain(art);
    for (const place of Object.values(places)) {
      expect(html).toContain(`data-place="${place}"`);
      expect(css).toContain(`.hs[data-place="${place}"]`);
    }
    expect(html).toContain('aria-label="sample wall"');
    expect(shown('d-b', 'walk')).not.toContain('class="shop"');
  });

  test('what was looked at and written is there again, in the drawing and in the list', () => {
    const draft = { kind: 'walk', seen: ['h1', 'h6'], notes: { h1: 'neutral' } };
    const html = shown('d-a', 'walk', { draft });
    expect(html).toContain('aria-label="样板墙 (看过)"');
    expect(html).toContain('记下了：40块样板，14块是停产色');
    expect(html).toContain('看了，还没写下来');
    expect(html).toContain('看了2处，最多6处。');
  });

  test('nothing of a spot is told before it was looked at', () => {
    const html = shown('d-a', 'walk');
    for (const spot of taskOf(scenarioOf('d-a'), 'walk').spots) {
      expect(html).not.toContain(spot.neutral);
      expect(html).not.toContain(`>${spot.judging}<`);
    }
  });
});

describe('diagnosis', () => {
  const task = taskOf(scenarioOf('d-a'), 'board');
  const draft: BoardDraft = {
    ...BOARD,
    placed: { callback: 'evidence', panels: 'evidence', guides: 'evidence', price3: 'aside' },
    cause: 'c1',
    refuted: { c4: 'price3', c5: '', c1: 'visits' },
  };
  const { sentence } = taskStrings('zh').diagnosis;

  test('only what was laid down as evidence and what was refuted is sent; the chosen cause is never rejected', () => {
    expect(closeBoard(task, draft, sentence)).toEqual({
      type: 'board.close',
      cause: 'c1',
      evidence: ['callback', 'panels', 'guides'],
      rejected: ['c4'],
      phoned: false,
    });
  });

  test('the hypothesis is one sentence without doubled stops; untouched it is not there', () => {
    const said = { because: '换了人。', therefore: '询价没人跟', proof: '30条里11条没回；' };
    expect(closeBoard(task, { ...draft, said }, sentence)).toMatchObject({
      hypothesis: '因为换了人，所以询价没人跟，证据是30条里11条没回。',
    });
    const blank = { because: ' ', therefore: '', proof: '' };
    expect(closeBoard(task, { ...draft, said: blank }, sentence)).not.toHaveProperty('hypothesis');
  });

  test('only findings that are known can be laid down; a call brings its own', () => {
    const findings = ['panels'];
    const heard = scenarioOf('d-a').findings.find(({ id }) => id === 'firstline')?.text ?? '?';
    const before = shown('d-a', 'board', { findings, draft: { ...draft, placed: {} } });
    expect(before).toContain('手里一共1条');
    expect(before).not.toContain(heard);
    const after = shown('d-a', 'board', { findings, draft: { ...draft, placed: {}, phoned: true } });
    expect(after).toContain('手里一共2条');
    expect(after).toContain(heard);
    expect(after).toContain('马丽在电话里说');
  });

  test('with two persons to decide about both decisions are sent', () => {
    const dc = taskOf(scenarioOf('d-c'), 'board');
    const decisions = { sunhao: 's2', wangfang: 'w2' };
    expect(closeBoard(dc, { ...draft, decisions }, sentence)).toMatchObject({ decisions });
    expect(shown('d-c', 'board')).toContain('孙浩这边，怎么定');
  });
});

describe('data room', () => {
  test('what came of asking is told; without its purpose the owner keeps the paper', () => {
    const asked = [
      { id: 'd1', purpose: true },
      { id: 'd2', purpose: false },
      { id: 'd8', purpose: true },
    ];
    const html = shown('r-a', 'dataroom', { findings: [], draft: { kind: 'dataroom', asked } });
    const stock = scenarioOf('r-a').findings.find(({ id }) => id === 'stock')?.text ?? '?';
    const doorlog = scenarioOf('r-a').findings.find(({ id }) => id === 'doorlog')?.text ?? '?';
    expect(html).toContain(`记下了：${stock}`);
    expect(html).not.toContain(doorlog);
    expect(html).toContain('你要这个做什么');
    expect(html).toContain('对今天这笔账没有用');
    expect(html).toContain('要了3样，最多6样。');
  });

  test('nothing of a paper, a bait or a code shows before it was asked for', () => {
    const html = shown('r-a', 'dataroom', { findings: [] });
    for (const finding of scenarioOf('r-a').findings) expect(html).not.toContain(finding.text);
    expect(html).not.toMatch(/bait|E8/);
  });

  test('each item is offered three ways to ask, of which exactly one says what it is for', () => {
    const strings = taskStrings('zh').dataroom;
    for (const id of ['r-a', 'r-b', 'r-c'] as const)
      for (const item of taskOf(scenarioOf(id), 'dataroom').items) {
        const html = renderToString(
          <Asking item={item} onAsk={() => {}} onCancel={() => {}} strings={strings} seed={id} />,
        );
        expect(strings.stating.filter((way) => html.includes(`>${way}<`))).toHaveLength(1);
        expect(strings.silent.filter((way) => html.includes(`>${way}<`))).toHaveLength(2);
      }
  });
});

describe('model desk', () => {
  /** Sums as a learner would type them, from the comments of the turn sheets. */
  const typed: Record<string, Record<string, string>> = {
    'r-a': {
      r1: '1,152,000×30%×6%',
      r2: '1,152,000×3%−806,400×2%',
      r3: '96,000÷3−8,000',
      r4: '180×2%×10,100×12×(28%−5%)',
      r5: '300×12',
      r6: '76,000÷2+4×2×200',
      r7: '20万×(1−85%)',
    },
    'r-b': {
      r1: '6,000,000×1%',
      r2: '18×180×12',
      r3: '8,000,000×15÷365×7.2%',
      r4: '480,000×(25%−8%)',
      r5: '-3,000×12',
      r6: '28,000+4,000',
    },
    'r-c': {
      r1: '3,000,000×12%×(30%−6%)',
      r2: '24,000',
      r3: '26万',
      r4: '260,000÷62,400×12',
      r5: '(260,000÷24×12+24,000)÷720,000',
      r6: '3,000,000×4%×24%',
      r7: '3.4万',
    },
  };
  const solved = (id: ScenarioId): DeskDraft => {
    const task = taskOf(scenarioOf(id), 'desk');
    const sensitive = task.rows.find((row) => row.kind === 'sensitivity')?.value;
    return {
      ...DESK,
      typed: typed[id] ?? {},
      tags: { ...task.tags },
      shares: { cautious: { r1: 50 }, bright: { r1: 125 } },
      sensitivity: String(sensitive),
      problem: task.problem.main,
      rejected: task.problem.reject,
      decision: task.decision.best[0] ?? '',
    };
  };

  test.each(['r-a', 'r-b', 'r-c'] as const)('%s: a learner who types the right sums has no slip', (id) => {
    const act = closeDesk(taskOf(scenarioOf(id), 'desk'), solved(id));
    expect(judged(id, 'desk', act)).toMatchObject({
      slips: 0,
      salesAsProfit: false,
      tagShare: 1,
      cases: 3,
      sensitivity: true,
      problem: 'main',
      alternativeRejected: true,
    });
    expect(act.decision).toBe(taskOf(scenarioOf(id), 'desk').decision.best[0]);
  });

  test('the result is that of the dossier: Case A and Case B, to the yuan, a tenth of a month, a per cent', () => {
    const a = shown('r-a', 'desk', { draft: solved('r-a') });
    for (const figure of ['159,922元', '5.2个月', '130%', '69,600元']) expect(a).toContain(figure);
    const b = shown('r-b', 'desk', { draft: solved('r-b') });
    for (const figure of ['168,151元', '2.3个月', '425%', '32,000元']) expect(b).toContain(figure);
  });

  test('the rebuild and the corner of Case C are two sums, never one', () => {
    const rows = taskOf(scenarioOf('r-c'), 'desk').rows;
    expect(proposalsOf(rows).map((one) => one.map(({ id }) => id))).toEqual([
      ['r1', 'r2', 'r3'],
      ['r6', 'r7'],
    ]);
    expect(proposalsOf(taskOf(scenarioOf('r-a'), 'desk').rows)).toHaveLength(1);
    const html = shown('r-c', 'desk', { draft: solved('r-c') });
    for (const figure of ['62,400元', '50.0个月', '28,800元', '14.2个月']) expect(html).toContain(figure);
  });

  test('a cost is taken off however its sign was typed, and a share may be typed as a share', () => {
    const running = { id: 'r5', kind: 'running', text: '' } as const;
    expect(figureOf(running, '300×12')).toBe(-3600);
    expect(figureOf(running, '-300×12')).toBe(-3600);
    expect(figureOf(running, '0')).toBe(0);
    const percent = { id: 'r5', kind: 'driver', unit: 'percent', text: '' } as const;
    expect(figureOf(percent, '154,000÷720,000')).toBe(21.39);
    expect(figureOf(percent, '21.4')).toBe(21.4);
    expect(figureOf(percent, '21.4%')).toBe(21.4);
    expect(figureOf(percent, 'x')).toBeUndefined();
  });

  test('a case counts once it differs from the base, and none counts without figures', () => {
    const task = taskOf(scenarioOf('r-b'), 'desk');
    expect(writtenCases(task, DESK)).toEqual([]);
    const base = { ...DESK, typed: { r1: '60000' } };
    expect(writtenCases(task, base)).toEqual(['base']);
    expect(writtenCases(task, { ...base, shares: { cautious: { r1: 50 }, bright: { r1: 100 } } })).toEqual([
      'cautious',
      'base',
    ]);
    const rows = task.rows.filter((row) => row.id === 'r1');
    expect(outcomeOf(rows, { r1: 60_000 }, { r1: 50 })).toMatchObject({ netCny: 30_000 });
    expect(outcomeOf(rows, {})).toBeUndefined();
  });

  test('a loss shows a true minus and that it never pays back', () => {
    const html = shown('r-b', 'desk', { draft: { ...DESK, typed: { r5: '36000', r6: '32000' } } });
    expect(html).toContain('−36,000元');
    expect(html).toContain('回不了本');
  });

  test('no slip and no right figure is told at the desk', () => {
    const scenario = scenarioOf('r-a');
    const wrong = { ...DESK, typed: { r1: '345600', r4: '436320', r7: '0' } };
    const html = shown('r-a', 'desk', { draft: wrong, findings: [] });
    for (const row of taskOf(scenario, 'desk').rows)
      for (const slip of row.slips) expect(html).not.toContain(slip.why);
    expect(html).not.toContain('20,736');
  });

  test('a row whose figure was never asked for says where it could be had and gives no figure', () => {
    const scenario = scenarioOf('r-a');
    const others = scenario.findings.map(({ id }) => id).filter((id) => id !== 'slow');
    const html = shown('r-a', 'desk', { findings: others });
    expect(html).toContain('还缺：请陈建国估慢销货');
    expect(html).not.toContain(scenario.findings.find(({ id }) => id === 'slow')?.text);
    expect(shown('r-a', 'desk')).not.toContain('还缺');
  });

  test('figures in a sentence can be tapped as they stand, and the sentence stays whole', () => {
    const text = '12个月月末库存平均115.2万（进价），全年4,800,000元，毛利率28 %，+9、+12';
    const parts = partsOf(text);
    expect(parts.map(({ part }) => part).join('')).toBe(text);
    expect(parts.filter(({ figure }) => figure).map(({ part }) => part)).toEqual([
      '12',
      '115.2万',
      '4,800,000',
      '28 %',
      '9',
      '12',
    ]);
  });
});
