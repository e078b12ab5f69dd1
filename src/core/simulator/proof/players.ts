import type { Level } from '../scenario.ts';
import { FREE_DESKPRO, FREE_EXPERT, FREE_MEDIOCRE, FREE_RANDOM, FREE_TALKPRO } from './free-players.ts';
import { FREE_ONE_TAG, FREE_SIMPLE } from './free-simple.ts';
import {
  GUIDED_DESKPRO,
  GUIDED_EXPERT,
  GUIDED_MEDIOCRE,
  GUIDED_ONE_TAG,
  GUIDED_RANDOM,
  GUIDED_SIMPLE,
  GUIDED_TALKPRO,
} from './guided-players.ts';
import type { Kind } from './limits.ts';
import type { Player } from './player.ts';

/** Who plays at which level. */

export function expertOf(level: Level): Player {
  return level === 1 ? GUIDED_EXPERT : FREE_EXPERT;
}

/** All but the expert and the one-tag players, in the order of the table. */
export function playersOf(level: Level): { player: Player; kind: Kind }[] {
  const isGuided = level === 1;
  const one = (player: Player, kind: Kind) => ({ player, kind });
  return [
    one(isGuided ? GUIDED_RANDOM : FREE_RANDOM, 'random'),
    one(isGuided ? GUIDED_MEDIOCRE : FREE_MEDIOCRE, 'mediocre'),
    ...(isGuided ? GUIDED_SIMPLE : FREE_SIMPLE).map((player) => one(player, 'simple')),
    one(isGuided ? GUIDED_DESKPRO : FREE_DESKPRO, 'half'),
    one(isGuided ? GUIDED_TALKPRO : FREE_TALKPRO, 'half'),
  ];
}

/** One for each of the 46 tags; simple ones. */
export function oneTagOf(level: Level): readonly Player[] {
  return level === 1 ? GUIDED_ONE_TAG : FREE_ONE_TAG;
}
