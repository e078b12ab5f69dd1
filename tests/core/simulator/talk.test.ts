import { describe, expect, test } from 'vitest';
import { applyAct, beginRun, promptOf } from '#core/simulator/engine.ts';
import type { LogEntry, Run, RunPlan } from '#core/simulator/run.ts';
import type { PublishedScenario } from '#core/simulator/scenario.ts';
import type { MoveTag, Quality } from '#core/simulator/scenario-move.ts';
import type { TopicPhase } from '#core/simulator/scenario-talk.ts';
import { option, START, smallScenario, turn } from './small.ts';

/** Rows of the table of simulators.md §1.8, by hand, on a conversation whose every line is known. */

const plan: RunPlan = { level: 2, seed: 'default' };
const line = '「……」';

const phase: TopicPhase<string> = {
  id: 'interview',
  replaces: ['interview'],
  maxTurns: 12,
  topics: [
    { id: 'orders', text: '单量', open: true, concern: 'ease' },
    { id: 'team', text: '人手' },
    { id: 'walk', text: '看店' },
    { id: 'product', text: '新品' },
  ],
  reveals: [
    {
      opens: 'need.slip:stated',
      tags: ['ask_open', 'ask_detail', 'acknowledge', 'wait'],
      topic: 'orders',
      line,
    },
    {
      opens: 'finding.fall',
      tags: ['ask_detail', 'data_request', 'observe', 'compare_fact'],
      topic: 'team',
      minTrust: 55,
      after: ['need.slip'],
      feel: 'team',
      line,
    },
    {
      opens: 'need.clean:stated',
      tags: ['offer_choice', 'reflect'],
      topic: 'any',
      after: ['need.slip'],
      line,
    },
  ],
  feelings: ['team'],
  walk: { tags: ['observe', 'offer_choice'], topic: 'walk', minTrust: 52 },
  baits: [
    {
      turn: 3,
      line: '「老周做了多少？」',
      good: ['refuse_kindly', 'inform_brief'],
      lure: ['deflect', 'disclose_peer'],
    },
  ],
  expert: [],
  blocks: {},
};

const sheet = {
  kind: 'sheet' as const,
  id: 'interview',
  visit: 1 as const,
  start: START,
  turns: [turn('T1', [option('a', 'wait', 'ok')])],
};
const walk = {
  kind: 'walk' as const,
  id: 'walk',
  budget: 2,
  intro: '看店',
  spots: [
    { id: 'h1', name: '样板墙', opens: 'finding.fall', needs: 'log_ok', neutral: '14块', judging: '乱' },
  ],
};

function doctor(over: Partial<PublishedScenario<string>> = {}, talk: Partial<TopicPhase<string>> = {}) {
  return smallScenario({
    simulator: 'sales-doctor',
    stages: [sheet, walk],
    topicPhase: { ...phase, ...talk },
    ...over,
  });
}

type Said = [MoveTag, string, string[]?];

function talk(moves: readonly Said[], scenario = doctor(), start: Partial<Run> = {}): Run {
  let run: Run = { ...beginRun(scenario, plan), ...start };
  for (const [tag, topic, elements = []] of moves) {
    run = applyAct(scenario, plan, run, { type: 'move.make', tag, topic, elements });
  }
  return run;
}

const last = (run: Run) => run.log.at(-1) as LogEntry;
const qualities = (moves: readonly Said[], scenario = doctor(), start: Partial<Run> = {}) =>
  talk(moves, scenario, start).log.map(({ move }) => move?.quality);
const trusting = (trust: number): Partial<Run> => ({
  values: { ...START, ability: trust, benevolence: trust, integrity: trust },
});
/** Without the bait of the third move. */
const calm = doctor({}, { baits: [] });

describe('S19 the table', () => {
  test('an agenda is expert as one of the first two moves, ok until the fourth, and only once', () => {
    const filler: Said = ['vague', 'team'];
    const at = (n: number) =>
      qualities([...Array<Said>(n - 1).fill(filler), ['greet_agenda', 'orders']], calm).at(-1);
    expect([1, 2, 3, 4, 5].map(at)).toEqual(['expert', 'expert', 'ok', 'ok', 'weak']);
    expect(
      qualities([
        ['greet_agenda', 'orders'],
        ['greet_agenda', 'team'],
      ]),
    ).toEqual(['expert', 'weak']);
  });

  test('an open question is expert when it is answered, ok the first time, then weak', () => {
    expect(
      qualities(
        [
          ['ask_open', 'orders'],
          ['ask_open', 'team'],
          ['ask_open', 'team'],
        ],
        calm,
      ),
    ).toEqual(['expert', 'ok', 'weak']);
  });

  test('a detail is expert on an open topic, ok on one not opened; who hesitates is not asked well', () => {
    expect(qualities([['ask_detail', 'orders']])).toEqual(['expert']);
    const known: Partial<Run> = { needs: { slip: 'stated', clean: 'hidden' } };
    expect(qualities([['ask_detail', 'team']], calm, { ...known, ...trusting(60) })).toEqual(['ok']);
    const opened = qualities(
      [
        ['ask_open', 'team'],
        ['ask_detail', 'team'],
      ],
      calm,
      { ...known, ...trusting(60) },
    );
    expect(opened).toEqual(['ok', 'expert']);
    const shy = talk([['ask_detail', 'team']], calm, { ...known, ...trusting(50) });
    expect(last(shy)).toMatchObject({ hesitates: true, move: { quality: 'weak' } });
    const silent = talk([['ask_detail', 'team']], calm, { ...known, ...trusting(44) });
    expect(last(silent).hesitates).toBeUndefined();
    expect(last(silent).move?.quality).toBe('ok');
  });

  test('consequence and payoff need something stated, and once on a topic; consequence too early costs 3', () => {
    const early = talk([['ask_consequence', 'orders']], calm);
    expect(last(early).move?.quality).toBe('weak');
    expect(early.values.patience).toBe(50 - 2 - 3 - 3 - 3);
    const stated: Partial<Run> = { needs: { slip: 'stated', clean: 'hidden' } };
    const twice = qualities(
      [
        ['ask_payoff', 'orders'],
        ['ask_payoff', 'orders'],
      ],
      calm,
      stated,
    );
    expect(twice).toEqual(['expert', 'weak']);
  });

  test('data and a look: with a purpose expert, without ok, below trust 40 not at all', () => {
    const known: Partial<Run> = { needs: { slip: 'stated', clean: 'hidden' }, ...trusting(60) };
    const ask = (tag: MoveTag, elements: string[]) => qualities([[tag, 'team', elements]], calm, known)[0];
    expect(ask('data_request', ['purpose'])).toBe('expert');
    expect(ask('data_request', [])).toBe('ok');
    expect(ask('observe', ['consent'])).toBe('expert');
    expect(ask('observe', [])).toBe('ok');
    expect(qualities([['data_request', 'team', ['purpose']]], calm, trusting(39))[0]).toBe('weak');
    expect(
      qualities(
        [
          ['data_request', 'walk'],
          ['data_request', 'orders'],
        ],
        calm,
        trusting(45),
      ),
    ).toEqual(['ok', 'weak']);
    expect(qualities([['observe', 'orders']], calm, trusting(39))[0]).toBe('weak');
  });

  test('a paraphrase takes up what was said, confirms it, and needs something new the next time', () => {
    const run = talk(
      [
        ['ask_open', 'orders'],
        ['paraphrase', 'orders'],
        ['paraphrase', 'orders'],
      ],
      calm,
    );
    expect(run.log.map(({ move }) => move?.quality)).toEqual(['expert', 'expert', 'weak']);
    expect(run.log[1]?.opened).toEqual(['need.slip:confirmed']);
  });

  test('a reflection needs a feeling in the air; without one it is ok once', () => {
    expect(
      qualities(
        [
          ['reflect', 'team'],
          ['reflect', 'team'],
        ],
        calm,
      ),
    ).toEqual(['ok', 'weak']);
    const known: Partial<Run> = { needs: { slip: 'stated', clean: 'hidden' }, ...trusting(60) };
    const felt = talk(
      [
        ['ask_detail', 'team'],
        ['reflect', 'team'],
      ],
      calm,
      known,
    );
    expect(last(felt)).toMatchObject({ move: { quality: 'expert' }, opened: ['need.clean:stated'] });
  });

  test('a summary gathers two fresh topics, or one with a need still open', () => {
    expect(qualities([['summarise', 'orders']], calm)[0]).toBe('weak'); // one fresh topic, nothing stated
    const open = talk(
      [
        ['ask_open', 'orders'],
        ['summarise', 'walk'],
      ],
      calm,
    );
    expect(last(open)).toMatchObject({ move: { quality: 'expert' }, opened: ['need.slip:confirmed'] });
    expect(
      qualities(
        [
          ['ask_open', 'orders'],
          ['summarise', 'walk'],
          ['summarise', 'walk'],
        ],
        calm,
      ).at(-1),
    ).toBe('weak');
  });

  test.each<[string, Said[], Quality[]]>([
    [
      'thanks twice',
      [
        ['acknowledge', 'orders'],
        ['acknowledge', 'team'],
        ['acknowledge', 'walk'],
      ],
      ['ok', 'ok', 'weak'],
    ],
    [
      'own interest once',
      [
        ['disclose', 'orders'],
        ['disclose', 'team'],
      ],
      ['expert', 'weak'],
    ],
    [
      'a short word once',
      [
        ['inform_brief', 'orders'],
        ['inform_brief', 'team'],
      ],
      ['ok', 'weak'],
    ],
    [
      'a comparison once a topic',
      [
        ['compare_fact', 'orders'],
        ['compare_fact', 'orders'],
      ],
      ['ok', 'weak'],
    ],
    [
      'waiting while a line comes',
      [
        ['wait', 'orders'],
        ['wait', 'orders'],
      ],
      ['ok', 'weak'],
    ],
    ['refusing without being asked', [['refuse_kindly', 'orders']], ['weak']],
    [
      'a figure with its source, and without',
      [
        ['quantify', 'orders', ['source']],
        ['quantify', 'orders'],
      ],
      ['ok', 'error'],
    ],
    [
      'solutions before the diagnosis',
      [
        ['advise', 'team'],
        ['prescribe', 'team'],
      ],
      ['weak', 'weak'],
    ],
    [
      'dangers',
      [
        ['blame', 'team'],
        ['absolute', 'team'],
      ],
      ['error', 'error'],
    ],
    ['a choice before anything is said', [['offer_choice', 'orders']], ['weak']],
  ])('%s', (_title, moves, wanted) => {
    expect(qualities(moves, calm)).toEqual(wanted);
  });

  test('a choice is expert twice, on different topics, once something is said', () => {
    const stated: Partial<Run> = { needs: { slip: 'stated', clean: 'hidden' } };
    const moves: Said[] = [
      ['offer_choice', 'orders'],
      ['offer_choice', 'orders'],
      ['offer_choice', 'team'],
      ['offer_choice', 'product'],
    ];
    expect(qualities(moves, calm, stated)).toEqual(['expert', 'weak', 'weak', 'weak']);
    const apart: Said[] = [
      ['offer_choice', 'orders'],
      ['offer_choice', 'team'],
      ['offer_choice', 'product'],
    ];
    expect(qualities(apart, calm, stated)).toEqual(['expert', 'expert', 'weak']);
  });

  test('a repair names a slip of the last two moves, or once the own fault', () => {
    expect(
      qualities(
        [
          ['disparage', 'orders'],
          ['repair', 'orders'],
        ],
        calm,
      ),
    ).toEqual(['error', 'expert']);
    expect(
      talk(
        [
          ['disparage', 'orders'],
          ['repair', 'orders'],
        ],
        calm,
      ).codes[0]?.repaired,
    ).toBe(true);
    expect(qualities([['repair', 'orders']], calm)).toEqual(['weak']);
    const own = doctor({ ownFault: true }, { baits: [] });
    expect(
      qualities(
        [
          ['repair', 'orders'],
          ['repair', 'orders'],
        ],
        own,
      ),
    ).toEqual(['expert', 'weak']);
  });

  test('a pitch is an error with E7 until a need is confirmed; in the other simulators it is weak or ok', () => {
    expect(talk([['pitch_feature', 'product']], calm).codes.map(({ code }) => code)).toEqual(['E7']);
    const confirmed: Partial<Run> = { needs: { slip: 'confirmed', clean: 'hidden' } };
    expect(qualities([['pitch_feature', 'product']], calm, confirmed)).toEqual(['weak']);
    const fab = doctor({ simulator: 'fab-pitch' }, { baits: [] });
    expect(qualities([['pitch_benefit', 'product']], fab, confirmed)).toEqual(['ok']);
    expect(qualities([['pitch_benefit', 'product']], fab)).toEqual(['weak']);
  });

  test('a proposal asks for data at the doctor’s, and ends the conversation when it is accepted', () => {
    const run = talk([['propose_next', 'orders']], calm, trusting(60));
    expect(last(run).commit).toEqual({ asked: 'data', accepted: true, ladder: 'data' });
    expect(promptOf(calm, plan, run)).toEqual({ kind: 'over' });
    const refused = talk([['propose_next', 'orders']], calm, trusting(30));
    expect(promptOf(calm, plan, refused)).toMatchObject({ kind: 'topics', move: 2 });
  });
});

describe('S19 baits', () => {
  const before: Said[] = [
    ['ask_open', 'orders'],
    ['vague', 'team'],
  ];

  test('the line is on the table at its move', () => {
    expect(promptOf(doctor(), plan, talk(before))).toMatchObject({
      move: 3,
      bait: { index: 0, line: '「老周做了多少？」' },
    });
    expect(promptOf(doctor(), plan, talk(before.slice(1)))).not.toHaveProperty('bait');
  });

  test('asked for: expert or lifted; lured: an error; passed over: 2 patience', () => {
    const met = (tag: MoveTag) => {
      const entry = last(talk([...before, [tag, 'product']]));
      return [entry.move?.quality, entry.bait?.kind, entry.before.patience - entry.values.patience];
    };
    expect(met('refuse_kindly')).toEqual(['expert', 'good', 4]);
    expect(met('deflect')).toEqual(['error', 'lure', 7]); // its row says it already: −4 and decay
    expect(met('inform_brief')).toEqual(['expert', 'good', 4]);
    expect(met('ask_closed')).toEqual(['ok', 'missed', 3 + 2]);
  });

  test('dangers and pitches are judged by the table alone', () => {
    const danger = last(talk([...before, ['disclose_peer', 'product']]));
    expect(danger).toMatchObject({ codes: ['E8'], move: { quality: 'error' } });
    expect(danger.bait).toBeUndefined();
    expect(last(talk([...before, ['pitch_feature', 'product']])).bait).toBeUndefined();
  });
});

describe('S2 the walk out of a conversation', () => {
  const known: Partial<Run> = { needs: { slip: 'stated', clean: 'hidden' } };

  test('an accepted move of the walk opens it once, with what its spots need', () => {
    const run = talk([['offer_choice', 'walk']], calm, { ...known, ...trusting(52) });
    expect(promptOf(calm, plan, run)).toMatchObject({ kind: 'task', task: { kind: 'walk' } });
    const seen = applyAct(calm, plan, run, { type: 'walk.close', notes: [{ spot: 'h1', note: 'neutral' }] });
    expect(seen.findings).toEqual({ fall: 'observed' });
    expect(promptOf(calm, plan, seen)).toMatchObject({ kind: 'topics', move: 2 });
    const again = applyAct(calm, plan, seen, {
      type: 'move.make',
      tag: 'observe',
      topic: 'walk',
      elements: [],
    });
    expect(promptOf(calm, plan, again)).toMatchObject({ kind: 'topics', move: 3 });
  });

  test('a weak move, or too little trust, opens nothing', () => {
    expect(promptOf(calm, plan, talk([['offer_choice', 'walk']], calm, trusting(52)))).toMatchObject({
      kind: 'topics',
    });
    const shy = talk([['offer_choice', 'walk']], calm, { ...known, ...trusting(45) });
    expect(promptOf(calm, plan, shy)).toMatchObject({ kind: 'topics' });
  });

  test('it is no station of its own: after the conversation the run is over', () => {
    const run = talk(Array<Said>(12).fill(['acknowledge', 'orders']), calm, {
      values: { ...START, patience: 100 },
    });
    expect(promptOf(calm, plan, run)).toEqual({ kind: 'over' });
  });
});

describe('S19 several persons', () => {
  const topics = [
    { id: 'his', text: '他', by: 'sun', open: true },
    { id: 'hers', text: '她', by: 'wang' },
    { id: 'next', text: '下一步' },
  ];
  const persons = doctor(
    {
      needs: [
        { id: 'slip', text: '', weight: 50, person: 'sun' },
        { id: 'clean', text: '', weight: 50, person: 'wang' },
      ],
      stages: [
        { ...sheet, person: 'sun' },
        { ...sheet, id: 'interview2', person: 'wang', start: { ...START, ability: 20, patience: 80 } },
      ],
    },
    { topics, replaces: ['interview', 'interview2'], baits: [] },
  );

  test('the first move on the second one’s topics changes persons, counters start anew, the first one’s topics close', () => {
    const run = talk(
      [
        ['disclose', 'his'],
        ['disclose', 'hers'],
        ['ask_open', 'his'],
      ],
      persons,
    );
    expect(run.log.map(({ person }) => person)).toEqual(['sun', 'wang', 'wang']);
    expect(run.log.map(({ move }) => move?.quality)).toEqual(['expert', 'expert', 'weak']);
    expect(run.persons.sun?.integrity).toBe(56);
    expect(run.log[1]?.before).toMatchObject({ ability: 20, patience: 80 });
    expect(run.uses.disclose).toBe(1);
  });

  test('persons who stand together mind being passed over twice running', () => {
    const table = doctor({ simulator: 'roi-selling' }, { topics, replaces: ['interview'], baits: [] });
    const moves: Said[] = [
      ['disclose', 'his'],
      ['inform_brief', 'his'],
      ['refuse_kindly', 'next'],
      ['vague', 'his'],
    ];
    const costs = talk(moves, table).log.map(({ before, values }) => before.patience - values.patience);
    // rows 0, −1, −1, −3; weak 3 from the third on; decay 3; only the second one follows on the same person
    expect(costs).toEqual([3, 1 + 3 + 2, 1 + 3 + 3, 3 + 3 + 3]);
  });
});
