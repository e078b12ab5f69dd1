import { forkOf, playedOption } from '../forks.ts';
import { LEVELS } from '../level.ts';
import { isAccepted } from '../moves.ts';
import { findingId, isAtLeast, parseReveal } from '../reveal.ts';
import type { Run, RunPlan } from '../run.ts';
import type { Scenario, Sheet } from '../scenario.ts';
import type { MoveTag, NeedStep, Reveal } from '../scenario-move.ts';
import type { TopicPhase } from '../scenario-talk.ts';

/** What would have opened something. `trust` as needed at the level played; absent = trust did not matter. */
export type Opener<T> =
  | { kind: 'reply'; turnId: string; tag: MoveTag; trust?: number }
  | { kind: 'line'; turnId: string }
  /** `after`: what had to be known before and was not. */
  | { kind: 'topic'; tags: readonly MoveTag[]; topic?: T; trust?: number; after: readonly T[] }
  | { kind: 'spot'; name: T }
  | { kind: 'paper'; text: T; asksPurpose: boolean }
  | { kind: 'phone'; who: T };

export interface IcebergPart<T> {
  kind: 'need' | 'finding';
  id: string;
  text: T;
  /** Needs only. */
  step?: NeedStep;
  /** Seen with one's own eyes. */
  observed?: boolean;
  /** The ways there were at the level and with the lines played, best first. */
  openers: readonly Opener<T>[];
}

/** Needs and findings above the water and below it, in the order of the scenario. */
export interface Iceberg<T> {
  /** Needs stated or confirmed, findings shown. */
  found: readonly IcebergPart<T>[];
  missed: readonly IcebergPart<T>[];
}

export function icebergOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): Iceberg<T> {
  const ways = waysOf(scenario, plan, run);
  const needs = scenario.needs.map(({ id, text }): IcebergPart<T> => {
    const step = run.needs[id] ?? 'hidden';
    // Taking up what was not said yet only hints at it: such ways count where there is no other.
    const openers = ways.get(`need.${id}:stated`) ?? ways.get(`need.${id}:confirmed`) ?? [];
    return { kind: 'need', id, text, step, openers };
  });
  const findings = scenario.findings.map(({ id, text }): IcebergPart<T> => {
    const observed = run.findings[id] === 'observed';
    const openers = ways.get(`finding.${id}`) ?? [];
    return { kind: 'finding', id, text, ...(observed && { observed }), openers };
  });
  const isFound = (part: IcebergPart<T>) =>
    part.kind === 'need' ? isAtLeast(part.step, 'stated') : Object.hasOwn(run.findings, part.id);
  // What no way leads to in this run was never there to be found.
  const all = [...needs, ...findings];
  return {
    found: all.filter(isFound),
    missed: all.filter((part) => !isFound(part) && part.openers.length > 0),
  };
}

type Ways<T> = Map<string, Opener<T>[]>;

/** @param opener is given the trust that the reveal itself asks for. */
function add<T>(
  ways: Ways<T>,
  { level }: RunPlan,
  reveal: Reveal | undefined,
  opener: (trust: { trust?: number }) => Opener<T>,
): void {
  if (reveal === undefined) return;
  const revealed = parseReveal(reveal);
  if (revealed.kind === 'need' && revealed.step === 'hinted') return;
  const asked = revealed.kind === 'finding' && revealed.minTrust >= 0 ? revealed.minTrust : undefined;
  const name = revealed.kind === 'need' ? `need.${revealed.id}:${revealed.step}` : `finding.${revealed.id}`;
  const way = opener(asked === undefined ? {} : { trust: asked + LEVELS[level].shift });
  const known = ways.get(name) ?? [];
  // Of one turn the best reply is enough.
  const isTold = known.some(
    (one) => one.kind === 'reply' && way.kind === 'reply' && one.turnId === way.turnId,
  );
  if (!isTold) ways.set(name, [...known, way]);
}

function waysOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): Ways<T> {
  const ways: Ways<T> = new Map();
  const phase = plan.level > 1 ? scenario.topicPhase : undefined;
  if (phase) addTalk(ways, scenario, plan, run, phase);
  for (const stage of scenario.stages) {
    if (phase?.replaces.includes(stage.id)) continue;
    if (stage.kind === 'sheet') addSheet(ways, plan, stage);
    if (stage.kind === 'walk')
      for (const { opens, name } of stage.spots) add(ways, plan, opens, () => ({ kind: 'spot', name }));
    if (stage.kind === 'dataroom')
      for (const { opens, text, asksPurpose } of stage.items)
        add(ways, plan, opens, () => ({ kind: 'paper', text, asksPurpose: asksPurpose === true }));
    if (stage.kind === 'board') {
      const { opens, who } = stage.phone;
      add(ways, plan, opens, () => ({ kind: 'phone', who }));
    }
  }
  return ways;
}

/** The lines of a conversation that the learner leads. */
function addTalk<T>(
  ways: Ways<T>,
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  { reveals, topics }: TopicPhase<T>,
): void {
  for (const { opens, tags, topic, minTrust, after = [] } of reveals) {
    const named = topics.find(({ id }) => id === topic);
    add(ways, plan, opens, () => ({
      kind: 'topic',
      tags,
      ...(named && { topic: named.text }),
      ...(minTrust !== undefined && { trust: minTrust + LEVELS[plan.level].shift }),
      after: after.flatMap((name) => unknownText(scenario, run, name)),
    }));
  }
}

/** The text of a need not stated, or of a finding not shown. */
function unknownText<T>({ needs, findings }: Scenario<T>, run: Run, name: string): T[] {
  const isNeed = name.startsWith('need.');
  const id = isNeed ? name.slice('need.'.length) : findingId(name);
  const isKnown = isNeed ? isAtLeast(run.needs[id], 'stated') : Object.hasOwn(run.findings, id);
  const part = (isNeed ? needs : findings).find((one) => one.id === id);
  return isKnown || !part ? [] : [part.text];
}

/** Customers' lines, and replies that were accepted; the best one first. */
function addSheet<T>(ways: Ways<T>, plan: RunPlan, sheet: Sheet<T>): void {
  for (const turn of sheet.turns) {
    for (const reveal of forkOf(turn, plan)?.opens ?? turn.opens ?? [])
      add(ways, plan, reveal, () => ({ kind: 'line', turnId: turn.id }));
    const options = turn.options.map((option) => playedOption(turn, option, plan));
    const accepted = options.filter(({ quality }) => isAccepted(quality));
    accepted.sort((a, b) => Number(b.quality === 'expert') - Number(a.quality === 'expert'));
    for (const { opens, tag } of accepted)
      for (const reveal of opens ?? [])
        add(ways, plan, reveal, (trust) => ({ kind: 'reply', turnId: turn.id, tag, ...trust }));
  }
}
