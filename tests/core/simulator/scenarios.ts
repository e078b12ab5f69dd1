import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Language, Text } from '#core/model/text.ts';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import {
  drawScenario,
  type PublishedWritten,
  type WrittenScenario,
} from '#core/simulator/figures/draw-scenario.ts';
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
const asWritten = new Map<ScenarioId, WrittenScenario<Text>>();

/** As its author wrote it: with places for figures that other seeds draw. */
export function writtenText(id: ScenarioId): WrittenScenario<Text> {
  const known = asWritten.get(id) ?? (parse(readFileSync(fileOf(id), 'utf8')) as WrittenScenario<Text>);
  asWritten.set(id, known);
  return known;
}

/** Both languages side by side, with the dossier's figures. */
export function scenarioText(id: ScenarioId): Scenario<Text> {
  const known = read.get(id) ?? drawScenario(writtenText(id), DEFAULT_SEED);
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

/** With the figures of another seed; both languages side by side. */
export function drawnText(id: ScenarioId, seed: string): Scenario<Text> {
  return drawScenario(writtenText(id), seed);
}

/** As the page publishes it, and as a run with this seed plays it. */
export function writtenOf(id: ScenarioId, language: Language = 'zh'): PublishedWritten<string> {
  return { ...localise(writtenText(id), language), revision: `test-${id}` };
}
