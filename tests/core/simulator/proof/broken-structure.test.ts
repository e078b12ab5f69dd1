import { expect, test, vi } from 'vitest';
import type { Text } from '#core/model/text.ts';
import { slipFlaws } from '#core/simulator/proof/desk.ts';
import { feedbackFlaws } from '#core/simulator/proof/feedback.ts';
import { type Flaw, flawLine } from '#core/simulator/proof/flaw.ts';
import { criterionFlaws, endingFlaws } from '#core/simulator/proof/outcome.ts';
import { expertFlaws, rankFlaws } from '#core/simulator/proof/rank.ts';
import { type Coverages, endFlaws, findingFlaws, nodeFlaws } from '#core/simulator/proof/reach.ts';
import { coverageOf } from '#core/simulator/proof/routes.ts';
import { sourceFlaws } from '#core/simulator/proof/sources.ts';
import { leaveFlaws, swapFlaws } from '#core/simulator/proof/swap.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import { broken, optionIn, rewritten, stageOf, turnIn, turnsIn } from './broken.ts';

/** An author who breaks a role-play reads which node, why, and what to write: shown mistake by mistake. */

/** Looking for what cannot be found takes its time. */
vi.setConfig({ testTimeout: 60_000 });

const read = (flaws: readonly Flaw[]) => flaws.map(flawLine).join('\n');
function coverages(scenario: Scenario<Text>): Coverages {
  const guided = coverageOf(scenario, 1);
  return { 1: guided, 2: coverageOf(scenario, 2, [guided]), 3: coverageOf(scenario, 3, [guided]) };
}

test('a line that nobody ever hears', () => {
  const scenario = broken('f-a', (one) => {
    turnIn(one, 'T3').when = 'finding.son';
  });
  expect(read(nodeFlaws(scenario, coverageOf(scenario, 1)))).toMatch(
    /^f-a level 1, turn T3 line: is met on none of \d+ ways; lower the trust/,
  );
});

test('a reply that the customer of a conversation never gives', () => {
  const scenario = broken('f-a', (one) => {
    const line = one.topicPhase?.reveals.find(({ opens }) => opens === 'finding.son');
    if (line) line.minTrust = 95;
  });
  expect(read(nodeFlaws(scenario, coverageOf(scenario, 2)))).toMatch(
    /^f-a level 2, reveal 7 \(finding.son on price\)/,
  );
});

test('a conversation that does not come to an end', () => {
  const scenario = broken('f-a', (one) => {
    if (one.topicPhase) one.topicPhase.maxTurns = 60;
  });
  const flaws = endFlaws(scenario, coverageOf(scenario, 2));
  expect(read(flaws)).toMatch(/^f-a level 2, the course: may take \d\d acts; keep it within 40/);
});

test('a finding that no trust is high enough for', () => {
  const scenario = rewritten(
    'f-a',
    ['finding.fall@45', 'finding.fall@99'],
    ['"minTrust":45', '"minTrust":99'],
  );
  const all = coverages(scenario);
  expect(read(findingFlaws(scenario, all))).toMatch(
    /^f-a finding fall: cannot be found at level 1, 2, 3; lower/,
  );
});

test('a finding that comes when all is over', () => {
  const scenario = broken('d-a', (one) => {
    for (const spot of stageOf(one, 'walk').spots) if (spot.opens === 'finding.roster') delete spot.opens;
    optionIn(one, 'P6', 'b').opens = ['finding.roster'];
  });
  expect(read(findingFlaws(scenario, coverages(scenario)))).toMatch(
    /^d-a finding roster: is found after \d+ moves at level 1 at the earliest; open it within 12 moves/,
  );
});

test('a criterion that nobody can earn', () => {
  const scenario = broken('d-a', (one) => {
    for (const spot of stageOf(one, 'walk').spots) delete spot.opens;
  });
  expect(read(criterionFlaws(scenario, coverageOf(scenario, 1)))).toMatch(
    /^d-a level 1, criterion observation: nobody gets more than [0-2] of 4/,
  );
});

/** The first line gives both top needs away. */
const givenAway = broken('f-c', (one) => {
  const all = ['pattern', 'flat'].flatMap((id) => Array(3).fill(`need.${id}:confirmed`));
  const [first] = turnsIn(one);
  if (first) first.opens = all;
  if (first?.fork) first.fork.opens = all;
});

test('a criterion that nobody can lose', () => {
  expect(read(criterionFlaws(givenAway, coverageOf(givenAway, 1)))).toMatch(
    /^f-c level 1, criterion need: everybody gets 4 of 4 in \d+ ways, so it decides nothing/,
  );
});

test('points for walking out at the first step', () => {
  expect(read(leaveFlaws(givenAway, 1))).toMatch(
    /^f-c level 1, leaving at the first step: scores 20, below 15 is due/,
  );
});

test('an ending and an evening line that nothing leads to', () => {
  const scenario = broken('f-a', (one) => {
    one.endings.splice(1, 0, {
      id: 'never',
      when: { ended: 'trust', minTrust: 90 },
      text: { zh: '', en: '' },
    });
    one.evening.groups[0]?.splice(0, 0, { when: { ended: 'trust', minTrust: 90 }, text: { zh: '', en: '' } });
  });
  const told = read(endingFlaws(scenario, coverages(scenario)));
  expect(told).toContain('f-a ending never: nothing leads to {"ended":"trust","minTrust":90} at any level');
  expect(told).toContain('f-a evening.groups.0.0: nothing leads to');
});

test('second-best replies that pass, with one line of the customer only', () => {
  const scenario = broken('f-a', (one) => {
    Object.assign(turnIn(one, 'T1').fork?.options.a ?? {}, { quality: 'ok' });
  });
  const flaws = rankFlaws(scenario);
  expect(read(flaws)).toContain('always best, second, third, worst, second line at T1: score 100, 73.75');
  expect(read(flaws)).not.toContain('as written');
});

test('an expert who fails by his own pitch', () => {
  const scenario = broken('f-a', (one) => {
    const { best, benefits, evidence } = stageOf(one, 'pitch');
    best.benefit = benefits.find(({ form }) => form === 'general')?.id ?? '';
    best.evidence = evidence.find(({ valid }) => valid === false)?.id ?? '';
  });
  expect(read(expertFlaws(scenario, 1))).toMatch(
    /^f-a level 1, expert, as written: scores \d+(\.\d+)?, at least 85/,
  );
  expect(expertFlaws(scenario, 2).length).toBeGreaterThan(0);
});

test('an error that pays better than the best reply', () => {
  const scenario = broken('f-a', (one) => {
    delete optionIn(one, 'T6', 'a').flags;
    const error = optionIn(one, 'T6', 'd');
    error.flags = ['so_what_answered'];
    delete error.code;
  });
  expect(read(swapFlaws(scenario, 1))).toMatch(
    /^f-a level 1, T6 option d, as written: this error in place of the best move lifts the score from 90 to 100/,
  );
});

test('mistakes at the desk that pass, that are not known for what they are, or named twice', () => {
  const scenario = broken('r-a', (one) => {
    const rows = stageOf(one, 'desk').rows;
    const [first] = rows;
    if (first) first.slips = [{ value: Number(first.value) * 1.005, why: { zh: '', en: '' } }];
    const named = rows.find(({ slips }) => slips.some(({ sales }) => sales));
    for (const slip of named?.slips ?? []) if (slip.sales) slip.value = 'turnover';
    const double = rows.find(({ id, slips }) => id !== first?.id && id !== named?.id && slips.length > 1);
    if (double) double.slips[1] = { ...double.slips[0] } as (typeof double.slips)[number];
  });
  const told = read(slipFlaws(scenario));
  expect(told).toMatch(/r-a desk, row \w+, slip [\d.]+: passes as right; write a mistake that differs/);
  expect(told).toMatch(/slip turnover: is not seen as turnover taken for profit/);
  expect(told).toMatch(/is named twice/);
});

test('an option without feedback, and one that copies another’s, with either line', () => {
  const scenario = broken('f-a', (one) => {
    optionIn(one, 'T1', 'a').feedback.en = '';
    const fork = turnIn(one, 'T4').fork;
    if (fork?.options.c) fork.options.c.feedback = { ...optionIn(one, 'T4', 'c').feedback };
  });
  expect(read(feedbackFlaws(scenario))).toContain(
    'f-a T1 option a, line: has no feedback worth the name (en)',
  );
  expect(read(feedbackFlaws(scenario))).toContain(
    'f-a T4 option c, fork: has the feedback of option c, line',
  );
});

test('figures without a source: found, filled in, and said', () => {
  const scenario = broken('r-a', (one) => {
    const [finding] = one.findings;
    if (finding) delete finding.source;
    delete stageOf(one, 'desk').tags.r1;
    for (const { options } of turnsIn(one))
      for (const option of options) option.flags = option.flags?.filter((flag) => flag !== 'source_said');
  });
  const told = read(sourceFlaws(scenario));
  expect(told).toMatch(/r-a finding stock: prints .*115.* without a source; write source: A/);
  expect(told).toContain('r-a desk, row r1: has no source tag; write tags.r1: A, B or C');
  expect(told).toMatch(/r-a M2 option c: is the expert’s first figure, and no source was named by then/);
});
