import type { Text } from '../../model/text.ts';
import { DEFAULT_SEED } from '../default-seed.ts';
import { beginRun } from '../engine.ts';
import { figuresOf } from '../free-text/figures.ts';
import type { Scenario } from '../scenario.ts';
import type { DeskTask } from '../scenario-task.ts';
import { RUBRIC } from '../score/score-run.ts';
import { playOn } from './expert-way.ts';
import type { Flaw } from './flaw.ts';
import { turnsOf } from './versions.ts';

/** Figures carry sources: what is found, what is filled in, and what the expert says to a customer who reckons. */

export function sourceFlaws(scenario: Scenario<Text>): Flaw[] {
  return [
    ...findingFlaws(scenario),
    ...deskFlaws(scenario),
    ...speechFlaws(scenario),
    ...weightFlaws(scenario),
  ];
}

function findingFlaws({ id: scenario, findings }: Scenario<Text>): Flaw[] {
  return findings
    .filter(({ text, source }) => source === undefined && figuresOf(text.zh).length > 0)
    .map(({ id, text }) => ({
      scenario,
      place: `finding ${id}`,
      what: `prints ${figuresOf(text.zh).join(', ')} without a source`,
      remedy: 'write source: A (measured), B (estimated or said by the owner) or C (comparable)',
    }));
}

function deskFlaws(scenario: Scenario<Text>): Flaw[] {
  const desks = scenario.stages.filter((stage): stage is DeskTask<Text> => stage.kind === 'desk');
  return desks.flatMap(({ rows, tags }) =>
    rows
      .filter(({ id, kind }) => kind !== 'range' && kind !== 'sensitivity' && tags[id] === undefined)
      .map(({ id }) => ({
        scenario: scenario.id,
        place: `desk, row ${id}`,
        what: 'has no source tag',
        remedy: `write tags.${id}: A, B or C`,
      })),
  );
}

/** Where a customer reckons along, the best replies name the source no later than with the first figure worked out. */
function speechFlaws(scenario: Scenario<Text>): Flaw[] {
  if (scenario.simulator !== 'roi-selling') return [];
  const plan = { level: 1, seed: DEFAULT_SEED } as const;
  const { log } = playOn(scenario, plan, beginRun(scenario, plan));
  const named = log.findIndex(({ flags }) => flags.includes('source_said'));
  const reckoned = log.findIndex(
    ({ turnId, move }) => move?.tag === 'quantify' && figuresIn(scenario, turnId, move.optionId) > 0,
  );
  if (reckoned === -1 || (named !== -1 && named <= reckoned)) return [];
  return [
    {
      scenario: scenario.id,
      place: `${log[reckoned]?.turnId} option ${log[reckoned]?.move?.optionId}`,
      what: 'is the expert’s first figure, and no source was named by then',
      remedy: 'set the flag source_said here or in a best option before, and say the source in its words',
    },
  ];
}

function figuresIn(scenario: Scenario<Text>, turnId: string | undefined, option: string | undefined): number {
  const turn = turnsOf(scenario).find(({ id }) => id === turnId);
  const text = turn?.options.find(({ id }) => id === option)?.text.zh ?? '';
  return figuresOf(text).length;
}

/** The rubric itself must weigh to 100, or a score is no share. */
function weightFlaws({ id, simulator }: Scenario<Text>): Flaw[] {
  const sum = RUBRIC[simulator].reduce((total, { weight }) => total + weight, 0);
  if (sum === 100) return [];
  const place = `rubric of ${simulator}`;
  return [{ scenario: id, place, what: `weighs ${sum}`, remedy: 'make its weights sum to 100' }];
}
