import { LOW_TAGS } from '#core/simulator/moves.ts';
import type { MoveWordsFile } from '#core/simulator/scenario-file.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';

/** A move as a list of moves names it: low ones by what their speaker thinks he is doing, so that no trap is given away. */
export function moveName(moves: MoveWordsFile, tag: MoveTag): string {
  return LOW_TAGS.includes(tag) ? moves[tag].as : moves[tag].label;
}
