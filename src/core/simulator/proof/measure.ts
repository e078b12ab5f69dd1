import type { Text } from '../../model/text.ts';
import { DEFAULT_SEED } from '../default-seed.ts';
import type { RunPlan } from '../run.ts';
import type { Level, Scenario } from '../scenario.ts';
import { PASS_SCORE, scoreRun } from '../score/score-run.ts';
import { canCount, countThrough } from './exactly.ts';
import { isWithin, type Kind, limitOf } from './limits.ts';
import { type Player, playRun } from './player.ts';
import { expertOf, oneTagOf, playersOf } from './players.ts';
import { type Sample, type Step, sampleUntil } from './sample.ts';
import { everyVersion, forkedSeed, turnsOf } from './versions.ts';

/** What the players score, player by player and version by version. */

/**
 * Which lines are spoken: as written; at level 1 all second ones, or those that the seed of each run draws; at levels 2 and
 * 3 with the interruptions that a drawn seed brings.
 */
export type Version = 'as written' | 'all forked' | 'drawn';

export interface Row {
  scenario: string;
  level: Level;
  version: Version;
  player: string;
  kind: Kind;
  /** One of the 46 that use one tag only. */
  isOneTag: boolean;
  sample: Sample;
  /** Every case was counted. */
  isProven: boolean;
}

export interface Effort {
  /** Runs of a player; more only while the verdict is open. */
  steps: readonly Step[];
  oneTagSteps: (level: Level) => readonly Step[];
  versions: readonly Version[];
  /** Versions in which deskpro is counted through, where all ways fit. */
  counted: readonly Version[];
}

const LAST: Pick<Step, 'errors' | 'doubt'> = { errors: 0, doubt: 1 };

/** The figures of the table. */
export const FULL: Effort = {
  steps: [{ runs: 500, ...LAST }],
  oneTagSteps: () => [{ runs: 200, ...LAST }],
  versions: ['as written', 'all forked', 'drawn'],
  counted: ['as written', 'all forked'],
};
/** Enough for every commit. */
export const QUICK: Effort = {
  steps: [
    { runs: 60, errors: 3, doubt: 0.05 },
    { runs: 200, errors: 1.5, doubt: 0.2 },
    { runs: 500, ...LAST },
  ],
  // Level 3 is level 2 with a harder customer: what passes there passes here first.
  oneTagSteps: (level) => [
    level < 3 ? { runs: 40, errors: 3, doubt: 0.15 } : { runs: 20, errors: 3, doubt: 0.4 },
    { runs: 200, ...LAST },
  ],
  versions: ['as written', 'all forked'],
  counted: ['as written'],
};

/** Versions that differ from the written one at this level; levels 2 and 3 have no forks, but may be interrupted. */
export function versionsOf(scenario: Scenario<Text>, level: Level, { versions }: Effort): Version[] {
  if (level === 1)
    return versions.filter((one) => one === 'as written' || forkedSeed(scenario) !== DEFAULT_SEED);
  const { blocks, level3 } = scenario;
  const isInterrupted = blocks.interrupt !== undefined || (level === 3 && level3?.hardLines !== undefined);
  return isInterrupted ? ['as written', 'drawn'] : ['as written'];
}

/** All players but the expert. */
export function measure(scenario: Scenario<Text>, level: Level, effort: Effort): Row[] {
  return versionsOf(scenario, level, effort).flatMap((version) => [
    ...playersOf(level).map(({ player, kind }) => {
      const isCounted = level === 1 && player.id === 'deskpro' && effort.counted.includes(version);
      return isCounted && canCount(scenario)
        ? countedRow(scenario, version, player, kind)
        : rowOf(scenario, level, version, player, kind, effort.steps);
    }),
    ...oneTagOf(level)
      .filter(({ id }) => (level === 1 ? isOffered(scenario, id) : version === 'as written'))
      .map((player) => rowOf(scenario, level, version, player, 'simple', effort.oneTagSteps(level), true)),
  ]);
}

/** Level 1, every option of every turn, tasks done right. */
export function countedRow(scenario: Scenario<Text>, version: Version, player: Player, kind: Kind): Row {
  const plan = { level: 1, seed: seedsOf(scenario, version)(0) } as const;
  const row = { scenario: scenario.id, level: 1, version, player: player.id, kind, isOneTag: false } as const;
  return { ...row, sample: countThrough(scenario, plan), isProven: true };
}

/** A tag that no option has would play as random does. */
function isOffered(scenario: Scenario<Text>, player: string): boolean {
  return turnsOf(scenario).some(({ options }) => options.some(({ tag }) => player === `only ${tag}`));
}

/** One player in one version, sampled. */
export function rowOf(
  scenario: Scenario<Text>,
  level: Level,
  version: Version,
  player: Player,
  kind: Kind,
  steps: readonly Step[],
  isOneTag = false,
): Row {
  const row = { scenario: scenario.id, level, version, player: player.id, kind, isOneTag };
  const seedOf = seedsOf(scenario, version);
  const limit = limitOf(scenario, level, player.id, kind);
  const sample = sampleUntil(
    (draw) => scoreOf(scenario, { level, seed: seedOf(draw) }, player, String(draw)),
    PASS_SCORE,
    steps,
    (one, step) => isWithin(limit, one, step),
  );
  return { ...row, sample, isProven: false };
}

function seedsOf(scenario: Scenario<Text>, version: Version): (draw: number) => string {
  if (version === 'drawn') return (draw) => `drawn ${draw}`;
  const seed = version === 'as written' ? DEFAULT_SEED : forkedSeed(scenario);
  return () => seed;
}

export function scoreOf(scenario: Scenario<Text>, plan: RunPlan, player: Player, draw: string): number {
  return scoreRun(scenario, playRun(scenario, plan, player, draw)).score;
}

/** Seeds over which an expert meets everything that can be drawn: all combinations of forks, or some interruptions. */
const INTERRUPTIONS = 12;

export function expertSeeds(scenario: Scenario<Text>, level: Level): string[] {
  if (level === 1) return everyVersion(scenario);
  return [DEFAULT_SEED, ...Array.from({ length: INTERRUPTIONS }, (_, draw) => `drawn ${draw}`)];
}

/** The expert draws nothing: one run a version is all there is. */
export function expertScores(scenario: Scenario<Text>, level: Level): { seed: string; score: number }[] {
  const player = expertOf(level);
  return expertSeeds(scenario, level).map((seed) => ({
    seed,
    score: scoreOf(scenario, { level, seed }, player, '0'),
  }));
}
