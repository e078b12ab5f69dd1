import { turnById } from '#core/simulator/debrief/turns.ts';
import { blocksOfAny, blocksOfTopic, blocksOfTurn } from '#core/simulator/sentence.ts';

/**
 * The acts of a player of levels 2 and 3 with the sentence blocks that a person would have said them in: a player names tag and
 * elements only. Words change by it, nothing else.
 */
export function withBlocks(scenario, acts) {
  return acts.map((act) => {
    if (act.type !== 'move.make' || act.block !== undefined) return act;
    const turn = turnById(scenario, act.turn);
    const blocks = turn
      ? blocksOfTurn(scenario, turn)
      : act.topic === undefined
        ? blocksOfAny(scenario)
        : blocksOfTopic(scenario, act.topic);
    const own = blocks.filter(({ tag }) => tag === act.tag);
    const spoken = own.find(({ block }) => !('slots' in block) || overlaps(block.slots, act.elements));
    return spoken ? { ...act, block: spoken.key } : act;
  });
}

const overlaps = (slots, elements) => Object.keys(slots).some((name) => elements.includes(name));
