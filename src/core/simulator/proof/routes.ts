import type { Text } from '../../model/text.ts';
import { DEFAULT_SEED } from '../default-seed.ts';
import type { Level, Scenario } from '../scenario.ts';
import { type Coverage, noCoverage, placesOf, watch } from './coverage.ts';
import { changesOf, leavingEarly } from './expert-way.ts';
import { RANKED } from './guided-players.ts';
import { openedAt, SOON } from './opened.ts';
import { type Player, playRun } from './player.ts';
import { expertOf, oneTagOf, playersOf } from './players.ts';
import { seekReveal } from './seek.ts';
import { forkedSeed } from './versions.ts';

/** Ways through a scenario that are likely to meet everything there is: players, the expert with one change, early ends. */

/** Ways of each player. */
const WAYS = 15;
const WAYS_OF_ONE_TAG = 3;

/**
 * @param before what was met at other levels: endings and evening lines told there need no second way.
 */
export function coverageOf(
  scenario: Scenario<Text>,
  level: Level,
  before: readonly Coverage[] = [],
): Coverage {
  const coverage = noCoverage(level);
  const isDone = () => missing(scenario, coverage, before) === 0;
  playAll(scenario, coverage);
  seekMissing(coverage, scenario);
  const seeds = level === 1 ? [DEFAULT_SEED, forkedSeed(scenario)] : [DEFAULT_SEED];
  for (const seed of seeds) {
    const plan = { level, seed };
    for (const run of leavingEarly(scenario, plan)) watch(coverage, scenario, plan, run);
    if (isDone()) continue;
    for (const run of changesOf(scenario, plan)) {
      watch(coverage, scenario, plan, run);
      if (isDone()) break;
    }
  }
  return coverage;
}

function playAll(scenario: Scenario<Text>, coverage: Coverage): void {
  const { level } = coverage;
  const seeds = [DEFAULT_SEED, forkedSeed(scenario), 'drawn 0', 'drawn 1', 'drawn 2'];
  const play = (player: Player, times: number) => {
    for (let draw = 0; draw < times; draw += 1) {
      const plan = { level, seed: seeds[draw % seeds.length] as string };
      watch(coverage, scenario, plan, playRun(scenario, plan, player, `way ${draw}`));
    }
  };
  play(expertOf(level), seeds.length);
  if (level === 1) for (const player of RANKED) play(player, seeds.length);
  for (const { player } of playersOf(level)) play(player, WAYS);
  for (const player of oneTagOf(level)) play(player, WAYS_OF_ONE_TAG);
}

/** How much has not been met yet. */
function missing(scenario: Scenario<Text>, coverage: Coverage, before: readonly Coverage[]): number {
  const all = [...before, coverage];
  const places = placesOf(scenario, coverage.level).filter((place) => !coverage.places.has(place));
  const late = [...openedAt(scenario, coverage.level)].filter(
    (id) => (coverage.findings.get(id) ?? Number.POSITIVE_INFINITY) > SOON,
  );
  const endings = scenario.endings.filter(({ id }) => !all.some((one) => one.endings.has(id)));
  const lines = scenario.evening.groups.flatMap((group, index) =>
    group.filter((_, line) => !all.some((one) => one.evening.has(`${index}.${line}`))),
  );
  return places.length + late.length + endings.length + lines.length;
}

/** Lines of a conversation that nobody met by chance. */
function seekMissing(coverage: Coverage, scenario: Scenario<Text>): void {
  const { level } = coverage;
  if (level === 1) return;
  scenario.topicPhase?.reveals.forEach((_, line) => {
    const found = coverage.places.has(`reveal ${line}`) ? undefined : seekReveal(scenario, level, line);
    if (found) watch(coverage, scenario, { level, seed: DEFAULT_SEED }, found);
  });
}
