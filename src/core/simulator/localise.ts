import type { Language, Text } from '../model/text.ts';
import { inLanguage } from '../text/in-language.ts';
import type { PublishedWritten, WrittenScenario } from './figures/draw-scenario.ts';
import type { PublishedScenario, Scenario } from './scenario.ts';

/**
 * A scenario in one language; see `inLanguage`.
 * @param scenario with both languages; it is not changed.
 * @returns a new scenario of the same shape; with its revision where it had one.
 */
export function localise(scenario: PublishedScenario<Text>, language: Language): PublishedScenario<string>;
export function localise(scenario: Scenario<Text>, language: Language): Scenario<string>;
export function localise(scenario: PublishedWritten<Text>, language: Language): PublishedWritten<string>;
export function localise(scenario: WrittenScenario<Text>, language: Language): WrittenScenario<string>;
export function localise(
  scenario: Scenario<Text> | WrittenScenario<Text>,
  language: Language,
): Scenario<string> | WrittenScenario<string> {
  return inLanguage(scenario, language) as unknown as Scenario<string>;
}
