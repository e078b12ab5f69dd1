import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Language, Text } from '#core/model/text.ts';
import { localise } from '#core/simulator/localise.ts';
import type { PublishedScenario, Scenario, SimulatorId } from '#core/simulator/scenario.ts';

/** The nine scenarios as the project publishes them, read from content/. */

export const SCENARIO_IDS = ['f-a', 'f-b', 'f-c', 'd-a', 'd-b', 'd-c', 'r-a', 'r-b', 'r-c'] as const;
export type ScenarioId = (typeof SCENARIO_IDS)[number];

const FOLDERS: Readonly<Record<string, SimulatorId>> = {
  f: 'fab-pitch',
  d: 'sales-doctor',
  r: 'roi-selling',
};
const folder = new URL('../../../content/scenarios/', import.meta.url);
const read = new Map<ScenarioId, Scenario<Text>>();

/** Both languages side by side. */
export function scenarioText(id: ScenarioId): Scenario<Text> {
  const known = read.get(id) ?? (parse(readFileSync(fileOf(id), 'utf8')) as Scenario<Text>);
  read.set(id, known);
  return known;
}

function fileOf(id: ScenarioId): URL {
  return new URL(`${FOLDERS[id.charAt(0)]}/${id}.yaml`, folder);
}

const inLanguage = new Map<string, Scenario<string>>();

/** One language; the same object each time. */
export function scenarioOf(id: ScenarioId, language: Language = 'zh'): Scenario<string> {
  const key = `${id}/${language}`;
  const known = inLanguage.get(key) ?? localise(scenarioText(id), language);
  inLanguage.set(key, known);
  return known;
}

export function publishedOf(id: ScenarioId, language: Language = 'zh'): PublishedScenario<string> {
  return { ...scenarioOf(id, language), revision: `test-${id}` };
}
