import type { Text } from '#core/model/text.ts';
import type { Option, Scenario, Sheet, Stage, Turn } from '#core/simulator/scenario.ts';
import { type ScenarioId, scenarioText } from '../scenarios.ts';

/** Real scenarios, broken on purpose: each proof is shown to fail by the one mistake that it is there to find. */

/** Everything may be overwritten. */
export type Loose<T> = T extends (...args: never) => unknown
  ? T
  : T extends object
    ? { -readonly [K in keyof T]: Loose<T[K]> }
    : T;
export type LooseScenario = Loose<Scenario<Text>>;
export type LooseTurn = Loose<Turn<Text>>;
export type LooseOption = Loose<Option<Text>>;

/** @param change breaks the copy. */
export function broken(id: ScenarioId, change: (scenario: LooseScenario) => unknown): Scenario<Text> {
  const copy = structuredClone(scenarioText(id)) as LooseScenario;
  change(copy);
  return copy as Scenario<Text>;
}

/** The scenario with words of its file exchanged, for what stands in many places. */
export function rewritten(id: ScenarioId, ...words: readonly (readonly [string, string])[]): Scenario<Text> {
  const text = words.reduce(
    (json, [from, to]) => json.replaceAll(from, to),
    JSON.stringify(scenarioText(id)),
  );
  return JSON.parse(text) as Scenario<Text>;
}

export function stageOf<K extends Stage<Text>['kind']>(
  { stages }: LooseScenario,
  kind: K,
): Loose<Extract<Stage<Text>, { kind: K }>> {
  const found = stages.find((stage) => stage.kind === kind);
  if (!found) throw new Error(`no ${kind} here`);
  return found as Loose<Extract<Stage<Text>, { kind: K }>>;
}

export function turnsIn({ stages }: LooseScenario): LooseTurn[] {
  return stages.flatMap((stage) => (stage.kind === 'sheet' ? (stage as Loose<Sheet<Text>>).turns : []));
}

export function turnIn(scenario: LooseScenario, id: string): LooseTurn {
  const found = turnsIn(scenario).find((turn) => turn.id === id);
  if (!found) throw new Error(`no turn ${id}`);
  return found;
}

export function optionIn(scenario: LooseScenario, turn: string, id: string): LooseOption {
  const found = turnIn(scenario, turn).options.find((option) => option.id === id);
  if (!found) throw new Error(`no option ${turn} ${id}`);
  return found;
}

/** Change the best option of every turn, and all others. */
export function eachOption(
  scenario: LooseScenario,
  best: (option: LooseOption) => unknown,
  other: (option: LooseOption, best: LooseOption) => unknown,
): void {
  for (const { options } of turnsIn(scenario)) {
    const expert = options.find(({ quality }) => quality === 'expert');
    if (!expert) continue;
    best(expert);
    for (const option of options) if (option !== expert) other(option, expert);
  }
}

/** Let every card of the pitch be a good one. */
export function easePitch(scenario: LooseScenario): void {
  const pitch = stageOf(scenario, 'pitch');
  const need = scenario.needs.find(({ top }) => top)?.id ?? '';
  const piles = [pitch.features, pitch.advantages, pitch.benefits, pitch.evidence];
  for (const cards of piles) {
    for (const card of cards) {
      delete card.bait;
      delete card.code;
      card.chain = 'same';
      card.valid = true;
    }
  }
  for (const benefit of pitch.benefits) Object.assign(benefit, { need, form: 'concrete' });
  pitch.orders = ['BAF'];
}

/** Let every option bring what the best one brings. */
export function levelOptions(scenario: LooseScenario): void {
  eachOption(
    scenario,
    () => undefined,
    (option, { opens, flags, commit, elements, tag }) => {
      delete option.code;
      Object.assign(option, { quality: 'ok', tag, opens, flags, commit, elements });
    },
  );
}
