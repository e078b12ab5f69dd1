import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Text } from '#core/model/text.ts';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { drawScenario, type WrittenScenario } from '#core/simulator/figures/draw-scenario.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { MoveWordsFile } from '#core/simulator/scenario-file.ts';

/** The role-plays as authors wrote them, for tests. */
export const scenarioFolder = new URL('../../content/scenarios/', import.meta.url).pathname;

export interface ScenarioFileOnDisk {
  simulator: string;
  name: string;
  text: string;
  /** With the dossier's figures. */
  scenario: Scenario<Text>;
}

export function readScenarios(): ScenarioFileOnDisk[] {
  return ['fab-pitch', 'roi-selling', 'sales-doctor'].flatMap((simulator) =>
    readdirSync(join(scenarioFolder, simulator))
      .sort()
      .map((name) => {
        const text = readFileSync(join(scenarioFolder, simulator, name), 'utf8');
        return {
          simulator,
          name,
          text,
          scenario: drawScenario(parse(text) as WrittenScenario<Text>, DEFAULT_SEED),
        };
      }),
  );
}

export const readMoveWords = () =>
  parse(readFileSync(join(scenarioFolder, 'moves.yaml'), 'utf8')) as MoveWordsFile<Text>;

/** All Chinese texts of a value, in order. */
export function chineseOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'zh' in value && typeof value.zh === 'string' ? [value.zh] : [];
  return [...own, ...Object.values(value).flatMap(chineseOf)];
}
