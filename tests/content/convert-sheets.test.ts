import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';

const script = new URL('../../scripts/convert-sheets.mjs', import.meta.url).pathname;

const SHEETS = `## D-B · a small case

Voice: loud first, fair afterwards.

\`\`\`yaml
scenario: D-B
sim: doctor
visit: 1
sheet: interview
hot: true
own_fault: {zh: 没有回话, en: no answer}
start: {ability: 30, benevolence: 20, integrity: 25, patience: 48, interest: 35}
turns:
- id: T1
  by: zhoudy
  when: fact.area
  zh: 「就这十二平。」
  en: "These twelve metres."
  alt: {zh: 「你看着办。」, en: "As you like."}
  opens: ["need.face:hinted"]
  feeling: face
  options:
  - {id: a, tag: reflect, q: expert, topic: face, also: summarise, el: [purpose], opens: [fact.area@25], flags: [calm], fx: {patience: 8}, needs: [fact.area], accept: [paraphrase], zh: 「您挨骂了。」, en: "You took it, 1 200 times.", fb: {zh: 接住了。, en: "Caught, 30 % of it."}, p: L23 s43.9}
\`\`\`

\`\`\`yaml
scenario: D-B
sim: doctor
visit: 1
task: board
causes:
- {id: c1, root: true, zh: 混批, en: mixed}
- {id: c2, plausible: true, zh: 没单, en: no form}
- {id: c3, symptom: true, zh: 色差, en: shade}
- {id: c4, reject_by: [fact.area], zh: 价格, en: price}
evidence: {c1: [fact.area]}
reject: [c4]
missing: {zh: 标签, en: label}
phone: {who: 服务台, opens: fact.noform, zh: 「没有单。」, en: "No form."}
\`\`\`

\`\`\`yaml
scenario: D-B
level2: interview
phase: interview
maxTurns: 5
topics:
- {id: face, zh: 面子, en: face, open: true}
reveal:
- {opens: fact.area, tags: [reflect], topic: face, after: ["need.face"], by: 李秀梅, feel: face, line: {zh: 「十二平。」, en: Twelve.}} # 12 of 86
feel0: [face]
baits:
- {turn: 1, line: {zh: 「来干吗？」, en: Why?}, good: [reflect], lure: [argue]}
expert: [[reflect, face]]
blocks:
  reflect.face: {zh: 您挨骂了。, en: You took it.}
  greet_agenda.face: {slots: {purpose: {zh: 来听, en: to listen}}}
\`\`\`
`;

/** Runs the converter on one small case. */
function convert(sheets: string, extras?: string) {
  const root = mkdtempSync(join(tmpdir(), 'sanxiu-sheets-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = (name: string) => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  const [from, beside, out] = [folder('sheets'), folder('extras'), folder('out')];
  writeFileSync(join(from, 'd-b.md'), sheets);
  if (extras) writeFileSync(join(beside, 'd-b.yaml'), extras);
  execFileSync(process.execPath, [script, from, beside, out], { stdio: 'pipe' });
  const text = readFileSync(join(out, 'sales-doctor/d-b.yaml'), 'utf8');
  return { text, scenario: parse(text) };
}

describe('turn sheets become scenario files', () => {
  test('an option keeps every mark under the project’s names, and its words but for the form of figures', () => {
    const [sheet] = convert(SHEETS).scenario.stages;
    expect(sheet.turns[0].options).toEqual([
      {
        id: 'a',
        tag: 'reflect',
        quality: 'expert',
        topic: 'face',
        also: 'summarise',
        elements: ['purpose'],
        opens: ['finding.area@25'],
        flags: ['calm'],
        effects: { patience: 8 },
        needs: ['finding.area'],
        accepts: ['paraphrase'],
        text: { zh: '「您挨骂了。」', en: '“You took it, 1,200 times.”' },
        feedback: { zh: '接住了。', en: 'Caught, 30% of it.' },
        principle: 'L23 s43.9',
      },
    ]);
  });

  test('what is spoken has its marks in both languages, stage directions outside, quotes within as ‘ ’', () => {
    const line = (zh: string, en: string) =>
      convert(SHEETS.replace('「就这十二平。」', zh).replace('"These twelve metres."', JSON.stringify(en)))
        .scenario.stages[0].turns[0].line.en;
    expect(line('（起身）「走吧。」（出门）', "(Gets up.) Let's go. (Leaves.)")).toBe(
      '(Gets up.) “Let’s go.” (Leaves.)',
    );
    expect(line('「他说『快了』。」', '"He said "soon"."')).toBe('“He said ‘soon’.”');
    expect(line('（屋里没人。）', "(The owners' room is empty.)")).toBe('(The owners’ room is empty.)');
  });

  test('a turn keeps line, other line, reveal and feeling', () => {
    const { id, kind, visit, start, turns } = convert(SHEETS).scenario.stages[0];
    expect({ id, kind, visit, patience: start.patience }).toEqual({
      id: 'interview',
      kind: 'sheet',
      visit: 1,
      patience: 48,
    });
    expect(turns[0]).toMatchObject({
      by: 'zhoudy',
      line: { zh: '「就这十二平。」', en: '“These twelve metres.”' },
      when: 'finding.area',
      alt: { zh: '「你看着办。」', en: '“As you like.”' },
      opens: ['need.face:hinted'],
      feeling: 'face',
    });
  });

  test('causes get one role each, and the telephone a name in both languages', () => {
    const board = convert(SHEETS).scenario.stages[1];
    expect(board.causes.map(({ role }: { role: string }) => role)).toEqual([
      'root',
      'plausible',
      'symptom',
      'alternative',
    ]);
    expect(board.causes[3].rejectedBy).toEqual(['finding.area']);
    expect(board.evidence).toEqual({ c1: ['finding.area'] });
    expect(board.phone).toEqual({
      who: { zh: '服务台', en: 'the service desk' },
      opens: 'finding.noform',
      line: { zh: '「没有单。」', en: '“No form.”' },
    });
  });

  test('the topic phase replaces only sheets that exist, and names who speaks by id', () => {
    const { topicPhase } = convert(SHEETS).scenario;
    expect(topicPhase.replaces).toEqual(['interview']);
    expect(topicPhase.openFeelings).toEqual(['face']);
    expect(topicPhase.feelings).toEqual(['face']);
    expect(topicPhase.reveals[0]).toMatchObject({ opens: 'finding.area', after: ['need.face'], by: 'li' });
    expect(topicPhase.blocks).toEqual({
      'reflect.face': { text: { zh: '您挨骂了。', en: 'You took it.' } },
      'greet_agenda.face': { slots: { purpose: { zh: '来听', en: 'to listen' } } },
    });
  });

  test('voices, own fault and calculations stay as comments, for whoever edits a line later', () => {
    const { text } = convert(SHEETS);
    expect(text).toContain('# Voice: loud first, fair afterwards.');
    expect(text).toContain('# Own fault: 没有回话. no answer.');
    expect(text).toMatch(/# 12 of 86\n +- opens: finding\.area/);
  });

  test('while the extras are missing the scenario is a draft with ids for texts; needs and limits stand', () => {
    const { scenario } = convert(SHEETS);
    expect(scenario).toMatchObject({
      status: 'draft',
      hot: true,
      ownFault: true,
      endTrust: 14,
      secondVisitTrust: 35,
    });
    expect(scenario.needs[0]).toEqual({ id: 'face', weight: 40, text: { zh: 'face', en: 'face' } });
    expect(scenario.findings.map(({ id }: { id: string }) => id)).toEqual(['area', 'noform']);
  });

  test('forks and blocks of the extras arrive at their turns; a weight that differs from the design is refused', () => {
    const extras = `forks: {T1: {line: {zh: 甲, en: A}, options: {a: {quality: ok, opens: [fact.area], feedback: {zh: 乙, en: B}, principle: L23 s43.9}}}}
blocks: {T1: {a: {slots: {purpose: {zh: 丙, en: C}}}}}
`;
    const { scenario } = convert(SHEETS, extras);
    expect(scenario.stages[0].turns[0].fork.options.a).toMatchObject({
      quality: 'ok',
      opens: ['finding.area'],
    });
    expect(scenario.blocks.byTurn).toEqual({ T1: { a: { slots: { purpose: { zh: '丙', en: 'C' } } } } });
    expect(() => convert(SHEETS, 'needs: [{id: face, weight: 50, text: {zh: 面子, en: face}}]')).toThrow();
  });
});
