import type { Text } from '../../model/text.ts';
import { DEFAULT_SEED } from '../default-seed.ts';
import type { Level, Scenario } from '../scenario.ts';
import { type Coverage, noCoverage, watch } from './coverage.ts';
import { changesOf } from './expert-way.ts';
import { RANKED } from './guided-players.ts';
import { type Player, playRun } from './player.ts';
import { expertOf, oneTagOf, playersOf } from './players.ts';
import { seekReveal } from './seek.ts';
import { forkedSeed } from './versions.ts';

/** Ways through a scenario that are likely to meet everything there is: players, the expert with one change, early ends. */

/** Ways of each player. */
const WAYS = 15;
const WAYS_OF_ONE_TAG = 3;

export function coverageOf(scenario: Scenario<Text>, level: Level): Coverage {
  const coverage = noCoverage(level);
  const forked = forkedSeed(scenario);
  const seeds = [DEFAULT_SEED, forked, 'drawn 0', 'drawn 1', 'drawn 2'];
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
  for (const seed of level === 1 ? [DEFAULT_SEED, forked] : [DEFAULT_SEED]) {
    for (const run of changesOf(scenario, { level, seed })) watch(coverage, scenario, { level, seed }, run);
  }
  seekMissing(coverage, scenario);
  return coverage;
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
