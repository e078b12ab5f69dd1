// The level-2 and level-3 blocks of a turn sheet → topic phase, sentence blocks and level 3 of the scenario.
import { note, withComment } from './sheets.mjs';
import { compact, findings, personOf, textOf } from './stages.mjs';
import { BLOCK_KEYS, NAMES } from './tables.mjs';

/** Level-1 sheets a phase stands for; the talk of SIM-3 comes before all stages. */
const REPLACES = { need: ['need'], interview: ['interview', 'interview2'], talk: [] };

/**
 * @param {Record<string, any>} block `level2: need | interview | talk`
 * @param {readonly { id: string }[]} stages of the scenario: only a sheet that exists can be replaced.
 */
export function topicPhaseOf(block, stages) {
  return compact({
    id: block.level2,
    replaces: REPLACES[block.level2].filter((id) => stages.some((stage) => stage.id === id)),
    maxTurns: block.maxTurns,
    topics: block.topics.map((topic) => withComment(topic, topicOf(topic))),
    reveals: block.reveal.map((reveal) => withComment(reveal, revealOf(reveal))),
    feelings: block.feelings ?? [...new Set(block.reveal.flatMap(({ feel }) => feel ?? []))],
    openFeelings: block.feel0,
    walk: block.walk,
    baits: block.baits.map((bait) => withComment(bait, baitOf(bait))),
    expert: block.expert,
    blocks: blocksOf(block.blocks),
  });
}

const topicOf = ({ id, by, open, concern, ...topic }) =>
  compact({ id, by, open, concern, text: textOf(topic) });
const baitOf = ({ turn, by, good, lure, line }) => compact({ turn, by, good, lure, line });
const revealOf = ({ opens, tags, topic, minTrust, after, by, feel, unlocks, line }) =>
  compact({
    opens: findings(opens),
    tags,
    topic,
    minTrust,
    after: findings(after),
    by: personOf(by),
    feel,
    unlocks,
    line,
  });

/** A block is one sentence, or a sentence of named parts. */
export const blocksOf = (blocks) =>
  Object.fromEntries(
    Object.entries(blocks).map(([key, block]) => [
      BLOCK_KEYS[key] ?? key,
      withComment(block, block.slots ? { slots: block.slots } : { text: textOf(block) }),
    ]),
  );

/** @param {Record<string, any>} level3 with `second` or `joins`, `contradiction`, `hard_lines`. */
export function level3Of(level3) {
  const { second, joins, joins_good: good, joins_lure: lure, contradiction, hard_lines: lines } = level3;
  const joined = joins && {
    turn: joins.at,
    by: joins.by,
    name: NAMES[joins.by],
    good,
    lure,
    line: textOf(joins),
  };
  const converted = compact({
    second: second
      ? { turn: second.turn, by: second.by, name: second.name, line: textOf(second) }
      : joined && withComment(joins, joined),
    contradiction: contradiction && withComment(contradiction, contradictionOf(contradiction)),
    hardLines: lines?.map((one) =>
      withComment(one, { line: textOf(one), good: one.good, lure: one.lure, note: one.note }),
    ),
  });
  return note(converted, notesOf(level3));
}

/** What the free-text rules of a scenario must hear; the rules themselves are in the word lists of level 3. */
function notesOf({ order, e8, e11, rational_no: no }) {
  const both = ({ zh, en }) => `${zh} / ${en}`;
  return [
    order && `Before the ${order.before}: ${order.must.join(', ')}.`,
    e8 && `E8, heard as ${e8.hear}: ${both(e8.when)}. Allowed: ${both(e8.allow)}`,
    e11 && `E11, heard as ${e11.hear}: ${both(e11.when)}.`,
    no && `The honest no (${no.flags.join(', ')}) needs: ${no.needs.map(both).join('; ')}.`,
  ];
}

const contradictionOf = ({ topic, at, said, shown, good, lure, line }) =>
  compact({ topic, at, said, shown, good, lure, line });
