import { findingId, isAtLeast, parseReveal } from '../reveal.ts';
import type { Run, RunPlan } from '../run.ts';
import type { MoveTag, NeedStep, Reveal, Scenario } from '../scenario.ts';

/** What would have opened something. `minTrust` as written, before the shift of the level. */
export type Opener<T> =
  | { kind: 'reply'; turnId: string; tag: MoveTag; minTrust?: number }
  | { kind: 'line'; turnId: string }
  | { kind: 'topic'; tags: readonly MoveTag[]; topic?: T; minTrust?: number }
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
  /** Hidden ones: the ways that were open at the level played. */
  openers: readonly Opener<T>[];
}

/** Needs and findings above the water and below it, in the order of the scenario. */
export interface Iceberg<T> {
  /** Needs stated or confirmed, findings shown. */
  found: readonly IcebergPart<T>[];
  missed: readonly IcebergPart<T>[];
}

export function icebergOf<T>(scenario: Scenario<T>, { level }: RunPlan, run: Run): Iceberg<T> {
  const ways = waysOf(scenario, level > 1);
  const needs = scenario.needs.map(({ id, text }): IcebergPart<T> => {
    const step = run.needs[id] ?? 'hidden';
    return { kind: 'need', id, text, step, openers: ways.get(`need.${id}`) ?? [] };
  });
  const findings = scenario.findings.map(({ id, text }): IcebergPart<T> => {
    const observed = run.findings[id] === 'observed';
    return {
      kind: 'finding',
      id,
      text,
      ...(observed && { observed }),
      openers: ways.get(`finding.${id}`) ?? [],
    };
  });
  const isFound = (part: IcebergPart<T>) =>
    part.kind === 'need' ? isAtLeast(part.step, 'stated') : Object.hasOwn(run.findings, part.id);
  // What no way leads to at this level was never there to be found.
  const all = [...needs, ...findings];
  return {
    found: all.filter(isFound),
    missed: all.filter((part) => !isFound(part) && part.openers.length > 0),
  };
}

type Ways<T> = Map<string, Opener<T>[]>;

function add<T>(ways: Ways<T>, reveal: Reveal | undefined, opener: (minTrust?: number) => Opener<T>): void {
  if (reveal === undefined) return;
  const revealed = parseReveal(reveal);
  if (revealed.kind === 'need' && revealed.step === 'hinted') return;
  const trust = revealed.kind === 'finding' && revealed.minTrust >= 0 ? revealed.minTrust : undefined;
  const name = `${revealed.kind}.${findingId(revealed.id)}`;
  ways.set(name, [...(ways.get(name) ?? []), opener(trust)]);
}

function waysOf<T>(scenario: Scenario<T>, isLed: boolean): Ways<T> {
  const ways: Ways<T> = new Map();
  const phase = isLed ? scenario.topicPhase : undefined;
  for (const { opens, tags, topic, minTrust } of phase?.reveals ?? []) {
    const named = phase?.topics.find(({ id }) => id === topic);
    add(ways, opens, () => ({
      kind: 'topic',
      tags,
      ...(named && { topic: named.text }),
      ...(minTrust !== undefined && { minTrust }),
    }));
  }
  for (const stage of scenario.stages) {
    if (phase?.replaces.includes(stage.id)) continue;
    addStage(ways, stage);
  }
  return ways;
}

function addStage<T>(ways: Ways<T>, stage: Scenario<T>['stages'][number]): void {
  if (stage.kind === 'walk')
    for (const { opens, name } of stage.spots) add(ways, opens, () => ({ kind: 'spot', name }));
  if (stage.kind === 'dataroom')
    for (const { opens, text, asksPurpose } of stage.items)
      add(ways, opens, () => ({ kind: 'paper', text, asksPurpose: asksPurpose === true }));
  if (stage.kind === 'board') add(ways, stage.phone.opens, () => ({ kind: 'phone', who: stage.phone.who }));
  if (stage.kind !== 'sheet') return;
  for (const turn of stage.turns) {
    for (const reveal of turn.opens ?? []) add(ways, reveal, () => ({ kind: 'line', turnId: turn.id }));
    for (const { opens, tag, quality } of turn.options)
      if (quality === 'expert')
        for (const reveal of opens ?? [])
          add(ways, reveal, (minTrust) => ({
            kind: 'reply',
            turnId: turn.id,
            tag,
            ...(minTrust !== undefined && { minTrust }),
          }));
  }
}
