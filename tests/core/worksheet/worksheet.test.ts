import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { csvOf } from '#client/csv.ts';
import type { Fact } from '#core/model/fact.ts';
import { exampleFields } from '#core/worksheet/example.ts';
import { exportSheet, importSheet, markdownOf, tableOf } from '#core/worksheet/exchange.ts';
import { findingsOf, isComplete } from '#core/worksheet/findings.ts';
import {
  averageOf,
  chosenByMonth,
  isPrompted,
  progressOf,
  qualityOf,
  tallyOf,
  weeksOf,
} from '#core/worksheet/outputs.ts';
import { picturesOf } from '#core/worksheet/pictures.ts';
import { sizeOf } from '#core/worksheet/size.ts';
import { dateAfter, daysBetween, readFields } from '#core/worksheet/values.ts';
import { documentsOf, heldBy, type SheetVersion, standing } from '#core/worksheet/versions.ts';
import { worksheetSchema } from '#core/worksheet/worksheet.schema.ts';
import type { Fields, Output } from '#core/worksheet/worksheet.ts';
import { sheetOf } from './sheets.ts';

const goal = sheetOf('t-01');
const log = sheetOf('t-02');
const output = <K extends Output['kind']>(sheet: typeof goal, kind: K) =>
  sheet.outputs.find((one) => one.kind === kind) as Extract<Output<string>, { kind: K }>;

describe('T-01', () => {
  const progress = output(goal, 'progress');
  const figures = { baseline: 400_000, target: 448_000, current: 421_000 };

  test('fixture of the toolbox: 400,000 to 448,000, now 421,000, is 43.75 %', () => {
    expect(progressOf(progress, figures, '2026-11-26')).toEqual({ ratio: 0.4375 });
  });

  // 100 days from 1 January; 43.75 % done. Due by now: day 40 = 40 %, 54 = 54 %, 60 = 60 %, 69 = 69 %.
  test.each([
    ['2026-02-10', 'green'], // 40 %: ahead
    ['2026-02-23', 'green'], // 53 %: 9.25 behind
    ['2026-02-24', 'amber'], // 54 %: 10.25 behind
    ['2026-03-10', 'amber'], // 68 %: 24.25 behind
    ['2026-03-11', 'red'], // 69 %: 25.25 behind
  ])('on %s the pace is %s', (today, pace) => {
    const dated = { ...figures, start: '2026-01-01', due: '2026-04-11' };
    expect(progressOf(progress, dated, today)?.pace).toBe(pace);
  });

  test('target = baseline: no way to go, and the sheet cannot be complete', () => {
    const same = { baseline: 5, target: 5, current: 5 };
    expect(progressOf(progress, same, '2026-11-26')).toBeUndefined();
    expect(findingsOf(goal, same)).toContainEqual(
      expect.objectContaining({ level: 'error', path: 'target' }),
    );
  });

  const levelAt = (fields: Fields, path: string) =>
    findingsOf(goal, fields).flatMap((one) =>
      one.path === path && one.level !== 'missing' ? [one.level] : [],
    );

  test.each([
    ['a goal without a number', { goal: '把店做好' }, 'goal', ['warning']],
    ['a goal with one', { goal: '到90天' }, 'goal', []],
    ['with one in words', { goal: '再去三家店' }, 'goal', []],
    ['一定 is no number', { goal: '一定把店做好' }, 'goal', ['warning']],
    ['six days', { start: '2026-01-01', due: '2026-01-07' }, 'due', ['error']],
    ['seven', { start: '2026-01-01', due: '2026-01-08' }, 'due', []],
    ['365', { start: '2026-01-01', due: '2027-01-01' }, 'due', []],
    ['366', { start: '2026-01-01', due: '2027-01-02' }, 'due', ['error']],
    ['an act that tries', { ifThen: [{ when: '开口', act: '尽量先问' }] }, 'ifThen.0.act', ['warning']],
    ['an act', { ifThen: [{ when: '开口', act: '先问一句' }] }, 'ifThen.0.act', []],
    [
      'a step after the due day',
      { due: '2026-02-01', steps: [{ step: '去', by: '2026-02-02' }] },
      'steps.0.by',
      ['error'],
    ],
    ['on it', { due: '2026-02-01', steps: [{ step: '去', by: '2026-02-01' }] }, 'steps.0.by', []],
  ] as const)('%s', (_, fields, path, levels) => {
    expect(levelAt(fields, path)).toEqual(levels);
  });

  test('quality: number, date, why, obstacle and an if–then, one by one', () => {
    const quality = output(goal, 'quality');
    expect(qualityOf(quality, {})).toEqual([false, false, false, false, false]);
    const all = {
      goal: '到90天',
      due: '2026-02-01',
      why: '要紧',
      obstacle: '急',
      ifThen: [{ when: '', act: '问' }],
    };
    expect(qualityOf(quality, all)).toEqual([true, true, true, true, true]);
    expect(qualityOf(quality, { ...all, ifThen: [{}] })[4]).toBe(false);
    // The rule under the field and the list of what a goal has say the same.
    for (const goal of ['再去三家店', '一定把店做好'])
      expect(qualityOf(quality, { goal })[0]).toBe(levelAt({ goal }, 'goal').length === 0);
  });

  test.each([
    ['2026-11-26', 'thu', '2026-12-01', true],
    ['2026-11-26', 'fri', '2026-12-01', false],
    ['2026-11-26', 'thu', '2026-11-26', true], // the last day
    ['2026-11-26', 'thu', '2026-11-25', false], // over
    ['2026-11-29', 'sun', '2026-12-01', true],
    ['2026-11-30', 'mon', '2026-12-01', true],
  ])('on %s, review day %s, due %s: asked %s', (today, reviewDay, due, asked) => {
    expect(isPrompted(output(goal, 'prompt'), { reviewDay, due }, today)).toBe(asked);
  });

  test('a picture asks for words, and is named once', () => {
    const id = '0190a6b0-0000-7000-8000-000000000001';
    expect(levelAt({ picture: id }, 'pictureWords')).toEqual(['error']);
    expect(levelAt({ picture: id, pictureWords: '新样板' }, 'pictureWords')).toEqual([]);
    expect(picturesOf(goal, { picture: id })).toEqual([id]);
    expect(picturesOf(log, { entries: [{ photo: id }, { photo: id }, {}] })).toEqual([id]);
    expect(readFields(goal, { picture: '../../etc/passwd' })).toEqual({});
  });

  test('the example is complete, dated from today, and shows the fixture', () => {
    const fields = exampleFields(goal, '2026-11-26');
    expect(isComplete(findingsOf(goal, fields))).toBe(true);
    // Lin Yue’s six weeks of 90 days (lesson 3).
    expect([fields.start, fields.due]).toEqual(['2026-10-15', '2027-01-13']);
    expect(progressOf(progress, fields, '2026-11-26')?.ratio).toBe(0.4375);
  });
});

describe('T-02', () => {
  const levelAt = (fields: Fields, path: string) =>
    findingsOf(log, fields).flatMap((one) =>
      one.path === path && one.level !== 'missing' ? [one.level] : [],
    );

  test.each([
    ['praise without a fact', { entries: [{ fact: '做得特别好' }] }, 'entries.0.fact', ['warning']],
    ['a fact', { entries: [{ fact: '补回5个电话' }] }, 'entries.0.fact', []],
    ['a quotation without consent', { entries: [{ quote: '「谢谢你」' }] }, 'entries.0.consent', ['error']],
    ['with consent', { entries: [{ quote: '「谢谢你」', consent: true }] }, 'entries.0.consent', []],
    ['believed at 5', { believable: 5 }, 'believable', ['warning']],
    ['at 6', { believable: 6 }, 'believable', []],
    ['a reward above the limit', { rewardCost: 101, rewardLimit: 100 }, 'rewardCost', ['warning']],
    ['at the limit', { rewardCost: 100, rewardLimit: 100 }, 'rewardCost', []],
    ['thanks with a request', { thankEffect: '多亏你，下次帮我催一下' }, 'thankEffect', ['warning']],
    ['thanks that ask politely', { thankEffect: '多亏你，还请多帮忙' }, 'thankEffect', ['warning']],
    ['thanks', { thankEffect: '多亏你，顾客当天就量了房' }, 'thankEffect', []],
  ] as const)('%s', (_, fields, path, levels) => {
    expect(levelAt(fields, path)).toEqual(levels);
  });

  test('weeks with an entry go from Monday to Sunday', () => {
    // 2026-11-22 is a Sunday, 23 a Monday.
    const days = (...list: string[]) => ({ entries: list.map((day) => ({ day })) });
    expect(weeksOf(output(log, 'weeks'), days('2026-11-23', '2026-11-29'))).toBe(1);
    expect(weeksOf(output(log, 'weeks'), days('2026-11-22', '2026-11-23'))).toBe(2);
    expect(weeksOf(output(log, 'weeks'), {})).toBe(0);
  });

  test('entries per method', () => {
    const fields: Fields = { entries: [{ methods: ['plan', 'lift'] }, { methods: ['plan'] }] };
    expect([...tallyOf(output(log, 'tally'), fields)]).toEqual([
      ['plan', 2],
      ['lift', 1],
    ]);
  });

  // 2026-11-26 is a Thursday; its week is 23 to 29 November.
  const checked = (...weeks: [of: string, ...marks: number[]][]): Fields => ({
    weeks: weeks.map(([of, ...marks]) => ({
      of,
      week: Object.fromEntries(marks.map((mark, index) => [`m${index}`, mark])),
    })),
  });
  test.each([
    ['nothing', checked(), {}],
    ['this week, Monday and Sunday alike', checked(['2026-11-29', 2, 2]), { now: 4 }],
    ['next Monday is not this week', checked(['2026-11-30', 2, 2]), {}],
    ['a week corrected: the row below counts', checked(['2026-11-24', 2], ['2026-11-26', 1]), { now: 1 }],
    [
      'the mean of those of the four weeks before that were checked',
      checked(['2026-11-22', 2, 1], ['2026-10-26', 2, 2], ['2026-10-25', 2, 2, 2, 2]),
      { before: { mean: 3.5, weeks: 2 } },
    ],
    [
      'a row without a date, or a week without marks, is none',
      { weeks: [{ week: { a: 2 } }, { of: '2026-11-24' }] } as Fields,
      {},
    ],
  ])('own weeks: %s', (_, fields, expected) => {
    expect(averageOf(output(log, 'average'), fields, '2026-11-26')).toEqual(expected);
  });

  test('a self-check of the time when there was one for all weeks is the first week, waiting for its date', () => {
    const fields = readFields(log, { week: { goals: 2 } });
    expect(fields).toEqual({ weeks: [{ week: { goals: 2 } }] });
    expect(findingsOf(log, fields)).toContainEqual(
      expect.objectContaining({ level: 'missing', path: 'weeks.0.of' }),
    );
    const now = { weeks: [{ of: '2026-11-24', week: { goals: 1 } }] };
    expect(readFields(log, { ...now, week: { goals: 2 } })).toEqual(now);
  });

  test('fourteen methods are the same for an entry and for a week', () => {
    const lists = log.sections.flatMap((section) => section.fields).filter((field) => field.kind === 'list');
    const [entries, weeks] = lists.map(({ fields }) => fields);
    const methods = entries?.find(({ id }) => id === 'methods');
    const week = weeks?.find(({ id }) => id === 'week');
    if (methods?.kind !== 'many' || week?.kind !== 'marks') throw new Error('T-02 lost its methods');
    expect(week.rows).toEqual(methods.options);
    expect(week.rows).toHaveLength(14);
  });

  test('the show goes by month, latest first, with what was chosen only', () => {
    const row = (day: string | undefined, fact: string, show = true) => ({ ...(day && { day }), fact, show });
    const entries = [
      row('2026-10-31', 'a'),
      row('2026-11-01', 'b'),
      row(undefined, 'c'),
      row('2026-11-20', 'd'),
      row('2026-11-21', 'e', false),
    ];
    const months = chosenByMonth(output(log, 'showcase'), { entries });
    expect(months.map(({ month, rows }) => [month, rows.map(({ fact }) => fact).join('')])).toEqual([
      ['2026-11', 'db'],
      ['2026-10', 'a'],
      ['', 'c'],
    ]);
  });

  test('the mood is nobody else’s: it is in the owner’s file, and not in show, table or text', () => {
    const fields = exampleFields(log, '2026-11-26');
    expect(output(log, 'showcase').fields).not.toContain('mood');
    expect(JSON.stringify(tableOf(log, fields, '是'))).not.toContain('心情');
    expect(markdownOf(log, fields, '是')).not.toContain('心情');
    expect(exportSheet(log, fields)).toContain('"mood": 4');
  });
});

describe('every worksheet', () => {
  test.each(['t-01', 't-02'])('%s: the example is complete and within its limits in both languages', (id) => {
    for (const language of ['zh', 'en'] as const) {
      const sheet = sheetOf(id, language);
      expect(findingsOf(sheet, exampleFields(sheet, '2026-11-26'))).toEqual([]);
      expect(isComplete(findingsOf(sheet, {}))).toBe(false);
    }
  });

  // Half a Han character for a Latin one: 「90天，到44.8万」 is 2 + 1 + 1 + 1 + 4 × ½ + 1 … by hand: 天，到万 = 4, 90 44.8 = 6 × ½ = 3.
  test.each([
    ['', 0],
    ['目标', 2],
    ['goal', 2],
    ['goals', 3],
    ['90天，到44.8万', 7],
    ['👍', 1],
  ])('%s takes %i', (text, size) => {
    expect(sizeOf(text)).toBe(size);
  });

  test.each([goal, log])('$id: what does not fit its field is left out, the rest stays', (sheet) => {
    const fields = exampleFields(sheet, '2026-11-26');
    expect(readFields(sheet, { ...fields, nonsense: 1 })).toEqual(fields);
    expect(readFields(sheet, null)).toEqual({});
    for (const id of Object.keys(fields)) {
      const { [id]: _, ...rest } = fields;
      expect(readFields(sheet, { ...fields, [id]: () => 0 })).toEqual(rest);
    }
  });

  test.each([goal, log])('$id: what was exported comes back', (sheet) => {
    const fields = exampleFields(sheet, '2026-11-26');
    expect(importSheet(sheet, exportSheet(sheet, fields))).toEqual({ status: 'read', fields, pictures: {} });
  });

  test('a file that is none of ours, of another sheet, or newer, is refused', () => {
    expect(importSheet(goal, 'x')).toEqual({ status: 'refused', reason: 'not-ours' });
    expect(importSheet(goal, '[1]')).toEqual({ status: 'refused', reason: 'not-ours' });
    expect(importSheet(goal, exportSheet(log, {}))).toEqual({
      status: 'refused',
      reason: 'other-sheet',
      worksheetId: 't-02',
    });
    expect(importSheet(goal, exportSheet(goal, {}).replace('"v": 1', '"v": 2'))).toEqual({
      status: 'refused',
      reason: 'too-new',
    });
  });

  test('a cell that begins like a formula is text in the table, and no markup in Markdown', async () => {
    const fields = {
      goal: '=HYPERLINK("http://x")',
      why: '+1',
      metric: '-2',
      unit: '@a',
      obstacle: '<b>|**',
    };
    const csv = csvOf(tableOf(goal, fields, '是'));
    expect(csv.startsWith('\ufeff')).toBe(true);
    const cells = csv.split('\n').map((line) => line.split(',').slice(3).join(','));
    // OWASP, CSV injection: a single quote before the sign.
    expect(cells.slice(0, 4)).toEqual([`"'=HYPERLINK(""http://x"")"`, "'+1", "'-2", "'@a"]);
    expect(markdownOf(goal, fields, '是')).toContain(String.raw`\<b\>\|\*\*`);
  });

  test('what is no number, or too long, stays as it was typed and is told', () => {
    const fields = readFields(goal, { baseline: '40万左右', goal: '长'.repeat(61) });
    expect(fields).toEqual({ baseline: '40万左右', goal: '长'.repeat(61) });
    const found = findingsOf(goal, fields);
    expect(found).toContainEqual({ level: 'unreadable', path: 'baseline', text: '40万左右' });
    expect(found).toContainEqual({ level: 'too-long', path: 'goal', text: '目标' });
    expect(
      progressOf(output(goal, 'progress'), { ...fields, target: 2, current: 1 }, '2026-11-26'),
    ).toBeUndefined();
    const whole = exampleFields(goal, '2026-11-26');
    expect(isComplete(findingsOf(goal, { ...whole, baseline: '40万左右' }))).toBe(false);
    expect(isComplete(findingsOf(goal, { ...whole, goal: '长1'.repeat(41) }))).toBe(false); // 61.5
    expect(isComplete(findingsOf(goal, { ...whole, goal: '长1'.repeat(40) }))).toBe(true); // 60
  });

  test('days are counted by the calendar, and no date is invented', () => {
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-02-30', '2026-03-01')).toBeUndefined();
    expect(dateAfter('2026-12-31', 1)).toBe('2027-01-01');
  });

  test('versions of two devices both stay, in whatever order they meet', () => {
    const saved = (id: string, at: number, deviceId: string, documentId: string): Fact => ({
      v: 1,
      id,
      at,
      deviceId,
      language: 'zh',
      type: 'worksheet.saved',
      worksheetId: 't-01',
      worksheetRevision: 'r',
      documentId,
      fields: { goal: id },
      blobIds: [],
    });
    const facts = [
      saved('1', 1, 'phone', 'a'),
      saved('2', 2, 'laptop', 'a'),
      saved('3', 3, 'phone', 'b'),
      saved('4', 4, 'phone', 'a'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: 4 }), fc.subarray(facts), (shuffled, some) => {
        const documents = documentsOf([...some, ...shuffled], 't-01');
        expect(
          documents.map(({ documentId, versions }) => [documentId, versions.map(({ id }) => id)]),
        ).toEqual([
          ['a', ['4', '2', '1']],
          ['b', ['3']],
        ]);
      }),
    );
    expect(documentsOf(facts, 't-02')).toEqual([]);
  });

  test('opened again: the one written last stands, and nothing is kept twice', () => {
    const version = (id: string, at: number, goal: string) =>
      ({ id, at, fields: { goal } }) as unknown as SheetVersion;
    const [first, elsewhere] = [version('1', 10, 'a'), version('2', 20, 'b')];
    const draft = (base: string | undefined, at: number) => ({ fields: { goal: 'c' }, base, at });
    expect(standing([], draft(undefined, 5))).toBe('draft');
    expect(standing([first], draft('1', 5))).toBe('draft'); // grew from it
    expect(standing([elsewhere, first], draft('1', 15))).toBe('newest');
    expect(standing([elsewhere, first], draft('1', 25))).toBe('draft');
    expect(heldBy([elsewhere, first], { fields: { goal: 'b' } })).toBe(elsewhere);
    expect(heldBy([elsewhere, first], { fields: { goal: 'a' }, base: '1' })).toBe(first);
    // Gone back to an older text on purpose: that is a new version.
    expect(heldBy([elsewhere, first], { fields: { goal: 'a' }, base: '2' })).toBeUndefined();
  });
});

describe('an author', () => {
  const written = () =>
    parse(readFileSync(new URL('../../../content/worksheets/t-01.yaml', import.meta.url), 'utf8')) as Record<
      string,
      never
    >;
  const complaints = (change: (sheet: Record<string, unknown>) => void) => {
    const sheet = written();
    change(sheet);
    return (
      worksheetSchema
        .safeParse(sheet)
        .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []
    );
  };
  type Sections = { fields: Record<string, unknown>[] }[];

  test('is told which field does not exist, and which do', () => {
    expect(complaints((sheet) => Object.assign(sheet, { named: 'title' }))).toEqual([
      expect.stringMatching(/^named "title" is no field of it; write one of goal, why/),
    ]);
    expect(
      complaints((sheet) => Object.assign((sheet.outputs as object[])[0] ?? {}, { due: 'end' })),
    ).toEqual([expect.stringMatching(/^outputs\.0 "end" is no field/)]);
    expect(complaints((sheet) => Object.assign(fieldOf(sheet, 'picture'), { alt: 'words' }))).toEqual([
      expect.stringMatching(/^sections\.0\.fields\.\d+\.alt "words" is no field/),
    ]);
  });

  const fieldOf = (sheet: Record<string, unknown>, id: string): object =>
    (sheet.sections as Sections)
      .flatMap(({ fields }) => fields)
      .find((field) => 'id' in field && field.id === id) ?? {};

  test('is told of a field named twice, of an unknown kind and an unknown rule', () => {
    const first = (sheet: Record<string, unknown>) => (sheet.sections as Sections)[0]?.fields ?? [];
    expect(complaints((sheet) => Object.assign(first(sheet)[1] ?? {}, { id: 'goal' })).join()).toContain(
      'the id of two fields',
    );
    expect(complaints((sheet) => Object.assign(first(sheet)[1] ?? {}, { kind: 'money' })).join()).toContain(
      'is no kind of field',
    );
    expect(
      complaints((sheet) => Object.assign(first(sheet)[1] ?? {}, { rules: [{ kind: 'nice' }] })).join(),
    ).toContain('is no rule');
  });
});
