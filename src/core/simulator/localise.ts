import type { Language, Text } from '../model/text.ts';
import type { PublishedScenario, Scenario } from './scenario.ts';

/**
 * A scenario in one language: every `{ zh, en }` becomes its text, everything else stays.
 * @param scenario with both languages; it is not changed.
 * @returns a new scenario of the same shape; with its revision where it had one.
 */
export function localise(scenario: PublishedScenario<Text>, language: Language): PublishedScenario<string>;
export function localise(scenario: Scenario<Text>, language: Language): Scenario<string>;
export function localise(scenario: Scenario<Text>, language: Language): Scenario<string> {
  return inOne(scenario, language) as Scenario<string>;
}

function inOne(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((member) => inOne(member, language));
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inOne(member, language)]));
}

function isText(value: object): value is Text {
  const keys = Object.keys(value);
  return keys.length === 2 && Object.hasOwn(value, 'zh') && Object.hasOwn(value, 'en');
}
