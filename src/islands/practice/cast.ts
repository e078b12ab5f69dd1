import type { Prompt, Run } from '#core/simulator/run.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import { speakerOf } from '#core/simulator/transcript.ts';

/** Who is here: the persons that speak in this part of the run, the one on stage where each has values of his own. */
export function castOf(scenario: Scenario<string>, prompt: Prompt<string>, run: Run): string[] {
  if (run.person !== undefined) return [run.person];
  const known = (id: string | undefined) => scenario.persons.some((person) => person.id === id);
  const speakers =
    prompt.kind === 'turn'
      ? prompt.sheet.turns.map(({ by }) => by)
      : prompt.kind === 'topics'
        ? [speakerOf(scenario, run), ...prompt.phase.reveals.map(({ by }) => by)]
        : prompt.kind === 'interrupt'
          ? [speakerOf(scenario, run)]
          : [];
  return [...new Set(speakers.filter((id): id is string => id !== undefined && known(id)))];
}
