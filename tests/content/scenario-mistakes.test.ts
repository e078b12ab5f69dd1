import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Text } from '#core/model/text.ts';
import { movesSchema, scenarioSchemaWith } from '#core/simulator/scenario.schema.ts';
import type { Option, Scenario, Sheet, Turn } from '#core/simulator/scenario.ts';
import { fileMistakes } from '../../scripts/content-check.mjs';
import { readMoveWords, readScenarios } from './scenario-files.ts';

/** A scenario that may be broken on purpose. */
type Broken<T> = { -readonly [K in keyof T]: T[K] extends string ? string : Broken<T[K]> };
type Loose = Broken<Scenario<Text>>;

const KNOWN = { seeds: new Set<string>(), lessons: new Set<string>() };
const files = readScenarios();
for (const { scenario } of files) {
  for (const lesson of scenario.lessons) KNOWN.lessons.add(lesson);
  for (const [, seed] of JSON.stringify(scenario).matchAll(/"principle":"L\d\d ([^"]+)"/g))
    KNOWN.seeds.add(seed ?? '');
}
const schema = scenarioSchemaWith(KNOWN);

/** What an author reads after one change to a scenario that was right. */
function mistakesAfter(id: string, change: (scenario: Loose) => unknown): string[] {
  const file = files.find(({ scenario }) => scenario.id === id);
  const scenario = parse(file?.text ?? '') as Loose;
  change(scenario);
  return fileMistakes(`content/scenarios/${id}.yaml`, stringify(scenario), schema);
}

const sheet = (scenario: Loose, index = 0) =>
  scenario.stages.filter(({ kind }) => kind === 'sheet')[index] as unknown as Broken<Sheet<Text>>;
const stage = (scenario: Loose, kind: string): object =>
  scenario.stages.find((one) => one.kind === kind) ?? {};
const turn = (scenario: Loose, index = 0): Broken<Turn<Text>> => {
  const found = sheet(scenario).turns[index];
  if (!found) throw new Error(`no turn ${index}`);
  return found;
};
const option = (scenario: Loose, at = 0, quality = 'expert'): Broken<Option<Text>> => {
  const found = turn(scenario, at).options.find((one) => one.quality === quality);
  if (!found) throw new Error(`no ${quality} option`);
  return found;
};

describe('what an author reads who breaks a role-play', () => {
  test.each(files.map(({ scenario, text }) => [scenario.id, text] as const))(
    '%s as it is has no mistake',
    (id, text) => {
      expect(fileMistakes(`${id}.yaml`, text, schema)).toEqual([]);
    },
  );

  test('a mistake names file, line and field, so that nobody has to search 1,500 lines', () => {
    const mistakes = mistakesAfter('f-a', (one) => {
      option(one).quality = 'weak';
    });
    expect(mistakes[0]).toMatch(
      /^content\/scenarios\/f-a\.yaml:\d+ {2}stages\.0\.turns\.0\.options: 0 options are expert/,
    );
    expect(mistakes[0]).toContain('mark exactly one as the best');
  });

  test.each<[string, string, (scenario: Loose) => unknown, RegExp]>([
    [
      'two best options',
      'f-a',
      (one) => Object.assign(option(one, 0, 'weak'), { quality: 'expert' }),
      /2 options are expert/,
    ],
    ['a turn of two options', 'f-a', (one) => turn(one).options.splice(2), /fewer than 3 options/],
    [
      'a code on a good option',
      'f-a',
      (one) => Object.assign(option(one), { code: 'E4' }),
      /E4 stands on an option marked expert/,
    ],
    [
      'a low move as the best',
      'f-a',
      (one) => Object.assign(option(one), { tag: 'pressure' }),
      /pressure is never the best move/,
    ],
    [
      'a low move as second move',
      'f-a',
      (one) => Object.assign(option(one), { also: 'vague' }),
      /vague cannot be a second move/,
    ],
    [
      'a move that does not exist',
      'f-a',
      (one) => Object.assign(option(one), { tag: 'flatter' }),
      /"flatter" is none of the 46 moves/,
    ],
    [
      'a need nobody has',
      'f-a',
      (one) => Object.assign(option(one), { opens: ['need.gold:stated'] }),
      /"gold" is not among needs/,
    ],
    [
      'a finding nobody wrote',
      'f-a',
      (one) => Object.assign(option(one), { opens: ['finding.gold'] }),
      /"gold" is not among findings/,
    ],
    [
      'a reveal in the old words',
      'f-a',
      (one) => Object.assign(option(one), { opens: ['fact.fall'] }),
      /is no reveal/,
    ],
    [
      'a person nobody introduced',
      'f-a',
      (one) => Object.assign(turn(one), { by: 'nobody' }),
      /"nobody" is not among persons/,
    ],
    [
      'a flag nothing sets',
      'd-a',
      (one) => Object.assign(option(one), { needs: ['gold'] }),
      /"gold" is not among flags/,
    ],
    [
      'a seed that is not in the deck',
      'f-a',
      (one) => Object.assign(option(one), { principle: 'L20 s99.9' }),
      /"s99\.9" is no seed/,
    ],
    [
      'no principle',
      'f-a',
      (one) => Object.assign(option(one), { principle: '' }),
      /must look like L13 s26\.1/,
    ],
    ['no feedback', 'f-a', (one) => Object.assign(option(one).feedback, { zh: ' ' }), /is empty/],
    [
      'a lesson that is not in the course',
      'f-a',
      (one) => Object.assign(one, { lessons: ['m9-none'] }),
      /"m9-none" is not among/,
    ],
    [
      'weights of 110',
      'f-a',
      (one) => Object.assign(one.needs[0] ?? {}, { weight: 60 }),
      /weights sum to 110/,
    ],
    [
      'a need that nothing opens',
      'f-a',
      (one) => one.needs.push({ id: 'gold', text: { zh: '金', en: 'gold' }, weight: 0 }),
      /nothing opens need\.gold/,
    ],
    [
      'an option far too long',
      'f-a',
      (one) => Object.assign(option(one).text, { zh: '您说呢'.repeat(30) }),
      /characters, the options of T1/,
    ],
    [
      '你 to a customer',
      'f-a',
      (one) => Object.assign(option(one).text, { zh: option(one).text.zh.replace('您', '你') }),
      /says 你 to a customer/,
    ],
    [
      '您 to the learner',
      'f-a',
      (one) => Object.assign(option(one).feedback, { zh: '您没争，问了房间。' }),
      /says 您 to the learner/,
    ],
    [
      'a space beside a Chinese character',
      'f-a',
      (one) => Object.assign(turn(one).line, { zh: '「要 600 的。」' }),
      /space beside a Chinese/,
    ],
    [
      'thousands with a space',
      'f-a',
      (one) => Object.assign(turn(one).line, { en: 'It costs 1 200.' }),
      /write 10,100/,
    ],
    [
      'a turn number used twice',
      'f-a',
      (one) => Object.assign(turn(one, 1), { id: 'T1' }),
      /"T1" is used twice/,
    ],
    [
      'a line for a missing finding left out',
      'f-a',
      (one) => Object.assign(turn(one, 2), { alt: undefined }),
      /has no alt/,
    ],
    ['endings that may all fail', 'f-a', (one) => one.endings.pop(), /may fail, and nothing follows/],
    ['an unknown key', 'f-a', (one) => Object.assign(turn(one), { mood: 'warm' }), /Unrecognized key/],
    ['four cards to prepare with', 'f-a', (one) => one.prep.pop(), /has 4 cards/],
    [
      'a topic that does not exist',
      'd-a',
      (one) => Object.assign(one.topicPhase?.reveals[0] ?? {}, { topic: 'gold' }),
      /"gold" is not among topics/,
    ],
    [
      'a cause that cannot be rejected',
      'd-a',
      (one) => Object.assign(stage(one, 'board'), { reject: ['c1'] }),
      /"c1" is not among causes with rejectedBy/,
    ],
    [
      'a best card that is none',
      'f-a',
      (one) => Object.assign(stage(one, 'advert'), { best: ['z', 's', 'm'] }),
      /"z" is not among cards/,
    ],
  ])('%s', (_name, id, change, message) => {
    expect(mistakesAfter(id, change).join('\n')).toMatch(message);
  });

  test('best options that one knows by their length, or by being the only question, are named with their turns', () => {
    const pad = (text: string, to: number) => text + '啊'.repeat(Math.max(0, to - [...text].length));
    const all = (scenario: Loose) =>
      scenario.stages.flatMap((stage) =>
        stage.kind === 'sheet' ? (stage as unknown as Broken<Sheet<Text>>).turns : [],
      );
    const longest = mistakesAfter('f-a', (scenario) => {
      for (const { options } of all(scenario)) {
        const most = Math.max(...options.map(({ text }) => [...text.zh].length));
        for (const one of options) one.text.zh = pad(one.text.zh, one.quality === 'expert' ? most + 3 : most);
      }
    });
    expect(longest.join('\n')).toMatch(
      /the best option is the longest in 7 of 7 turns \(zh: T1, T2, T3, T4, T6, T7, T8\)/,
    );
    const asking = mistakesAfter('f-a', (scenario) => {
      for (const { options } of all(scenario))
        for (const one of options)
          one.text.zh = `「${'好'.repeat(30)}${one.quality === 'expert' ? '？' : '。'}」`;
    });
    expect(asking.join('\n')).toMatch(/the only one that ends in a question in 7 of 7 turns/);
  });

  test('a best answer that no blocks can build at level 2 is named with the slots it needs', () => {
    const mistakes = mistakesAfter('d-a', (scenario) => {
      scenario.blocks.byTurn = undefined as never;
    });
    expect(mistakes.join('\n')).toMatch(
      /nobody can say owner, date, followup_date, minutes here; give blocks\.byTurn\.P6\.b slots/,
    );
  });
});

describe('second versions of a turn', () => {
  const forked = files.flatMap(({ scenario }) =>
    scenario.stages.flatMap((stage) =>
      stage.kind === 'sheet'
        ? stage.turns.filter(({ fork }) => fork).map(({ id }) => ({ id: scenario.id, turn: id }))
        : [],
    ),
  );
  const fork = (scenario: Loose, id: string) => {
    const turns = scenario.stages.flatMap((stage) =>
      stage.kind === 'sheet' ? (stage as unknown as Broken<Sheet<Text>>).turns : [],
    );
    const found = turns.find((one) => one.id === id);
    if (!found?.fork) throw new Error(`no fork at ${id}`);
    return { turn: found, fork: found.fork };
  };
  const [first] = forked;

  test('a reply that is best with both lines would make the fork useless', () => {
    const mistakes = mistakesAfter(first?.id ?? '', (scenario) => {
      const { turn: own, fork: other } = fork(scenario, first?.turn ?? '');
      const best = own.options.find(({ quality }) => quality === 'expert')?.id ?? '';
      for (const marks of Object.values(other.options)) marks.quality = 'weak';
      (other.options[best] ?? { quality: '' }).quality = 'expert';
    });
    expect(mistakes.join('\n')).toMatch(/is best with both lines; another must be/);
  });

  test('every option must be judged again, else a draw of the fork has no answer for it', () => {
    const mistakes = mistakesAfter(first?.id ?? '', (scenario) => {
      const { fork: other } = fork(scenario, first?.turn ?? '');
      delete (other.options as Record<string, unknown>).a;
    });
    expect(mistakes.join('\n')).toMatch(/has no marks for a/);
  });

  test('a live role-play with three forks is not finished', () => {
    const mistakes = mistakesAfter(first?.id ?? '', (scenario) => {
      const own = forked.filter(({ id }) => id === first?.id).slice(3);
      for (const { turn: id } of own) fork(scenario, id).turn.fork = undefined as never;
    });
    expect(mistakes.join('\n')).toMatch(/3 turns have a fork; give at least 4/);
  });
});

describe('figures that every run draws', () => {
  const known = (scenario: Loose) => scenario.briefing.known[0] as { zh: string; en: string };
  const plan = (scenario: Loose) =>
    scenario.figures as unknown as {
      free: { id: string; value: number; range: [number, number]; step: number }[];
      derived: { id: string; of: string }[];
    };

  test('a place without a figure is refused with file, line, field, and the figures there are', () => {
    const [mistake = '', ...rest] = mistakesAfter('r-a', (scenario) => {
      known(scenario).zh = '全年销售额{salse}元';
    });
    expect(mistake).toMatch(/^content\/scenarios\/r-a\.yaml:\d+ {2}briefing\.known\.0\.zh: /);
    expect(mistake).toContain('{salse} names no figure of this scenario; write one of visits, order, slow');
    expect(rest).toEqual([]);
  });

  test.each<[string, string, (scenario: Loose) => unknown, RegExp]>([
    [
      'a place where no figures are declared',
      'f-a',
      (one) => Object.assign(known(one), { zh: '{n}平方' }),
      /\{n\} names no figure of this scenario; declare it under figures/,
    ],
    [
      'a format that does not exist',
      'r-a',
      (one) => Object.assign(known(one), { en: '{sales:words}' }),
      /no format "words"; write one of plain, wan/,
    ],
    [
      'a place that cannot be read',
      'r-a',
      (one) => Object.assign(known(one), { en: '{Sales }' }),
      /\{Sales \} cannot be read; write \{figure\}/,
    ],
    [
      'a figure in the title',
      'r-a',
      (one) => Object.assign(one.title, { zh: '{sales}元' }),
      /stands where no run is drawn yet/,
    ],
    [
      'a figure that moves more than a tenth',
      'r-a',
      (one) => Object.assign(plan(one).free[0] ?? {}, { range: [160, 190] }),
      /160 to 190 for visits: keep within ±10% of 180, 162 to 198/,
    ],
    [
      'a dossier’s figure that no run could draw',
      'r-a',
      (one) => Object.assign(plan(one).free[0] ?? {}, { range: [170, 191], step: 7 }),
      /180, the dossier’s figure, is not among 170, 177, 184, 191/,
    ],
    [
      'an expression over a figure that comes later',
      'r-a',
      (one) => Object.assign(plan(one).derived[0] ?? {}, { of: 'gain * 2' }),
      /"gain" is no figure above this one; write one of visits, order, slow, quote/,
    ],
    [
      'an expression that cannot be read',
      'r-a',
      (one) => Object.assign(plan(one).derived[0] ?? {}, { of: 'visits *' }),
      /"visits \*" is unreadable/,
    ],
    [
      'two figures of one name',
      'r-a',
      (one) => Object.assign(plan(one).derived[1] ?? {}, { id: 'sales' }),
      /"sales" is declared twice/,
    ],
  ])('%s', (_name, id, change, message) => {
    expect(mistakesAfter(id, change).join('\n')).toMatch(message);
  });
});

describe('the file of moves', () => {
  test('a move without words stops the build, and so does a sentence without its place for the topic', () => {
    const moves = structuredClone(readMoveWords()) as Record<string, { sentence: Text }>;
    delete moves.trade;
    (moves.wait ?? { sentence: { zh: '', en: '' } }).sentence.zh = '您先忙。';
    const mistakes = fileMistakes('moves.yaml', stringify(moves), movesSchema).join('\n');
    expect(mistakes).toMatch(/trade/);
    expect(mistakes).toMatch(/wait\.sentence.*exactly once/);
  });
});
