import type { Text } from '../../model/text.ts';
import type { Option, Scenario } from '../scenario.ts';
import type { Block, TopicPhase } from '../scenario-talk.ts';
import { checkKnown, type IssueSink, type Path, report } from './issue.ts';
import { type PlacedTurn, turnsOf } from './walk-scenario.ts';

/** Share of an expert option's elements and flags that the learner's blocks must be able to hold. */
const ENOUGH = 0.6;
/** Flags that follow from an element, where the option has both. */
const LEADERS: Readonly<Record<string, string>> = {
  owner_said: 'owner',
  stop_rule: 'stop',
  criteria_said: 'metric',
};

/** Levels 2 and 3: topics and blocks that exist, and best answers that can be built from the blocks offered. */
export function checkBlocks(scenario: Scenario<Text>, sink: IssueSink): void {
  const { topicPhase, blocks } = scenario;
  const turns = turnsOf(scenario);
  if (topicPhase) checkPhase(topicPhase, scenario, sink);
  const topics = new Set(['any', ...turns.flatMap(({ turn }) => turn.options.map(({ topic }) => topic))]);
  for (const key of Object.keys(blocks.byTopic ?? {}))
    checkKnown(sink, ['blocks', 'byTopic', key], key.split('.')[1], 'topics of the options', topics);
  const ids = new Set(turns.map(({ turn }) => turn.id));
  checkKnown(sink, ['blocks', 'interrupt', 'after'], blocks.interrupt?.after, 'turns', ids);
  for (const id of Object.keys(blocks.byTurn ?? {}))
    checkKnown(sink, ['blocks', 'byTurn', id], id, 'turns', ids);
  if (scenario.status !== 'live') return;
  const replaced = topicPhase?.replaces ?? [];
  for (const placed of turns) if (!replaced.includes(placed.sheet.id)) checkTurn(placed, scenario, sink);
}

function checkPhase(phase: TopicPhase<Text>, { stages }: Scenario<Text>, sink: IssueSink): void {
  const path = ['topicPhase'];
  const topics = new Set(phase.topics.map(({ id }) => id));
  const orAny = new Set([...topics, 'any']);
  phase.replaces.forEach((id, index) => {
    checkKnown(sink, [...path, 'replaces', index], id, 'stages', new Set(stages.map((stage) => stage.id)));
  });
  phase.reveals.forEach(({ topic, feel, unlocks }, index) => {
    const place = [...path, 'reveals', index];
    checkKnown(sink, [...place, 'topic'], topic, 'topics', orAny);
    checkKnown(sink, [...place, 'feel'], feel, 'feelings', new Set(phase.feelings));
    unlocks?.forEach((id, at) => {
      checkKnown(sink, [...place, 'unlocks', at], id, 'topics', topics);
    });
  });
  for (const list of ['feelings', 'openFeelings'] as const)
    phase[list]?.forEach((id, index) => {
      checkKnown(sink, [...path, list, index], id, 'topics', topics);
    });
  checkKnown(sink, [...path, 'walk', 'topic'], phase.walk?.topic, 'topics', topics);
  phase.expert.forEach(([, topic], index) => {
    checkKnown(sink, [...path, 'expert', index, 1], topic, 'topics', topics);
  });
  for (const key of Object.keys(phase.blocks))
    checkKnown(sink, [...path, 'blocks', key], key.split('.')[1], 'topics', orAny);
}

/** Names of the parts that blocks offer. */
const slotsOf = (block: Block<Text> | undefined) =>
  block && 'slots' in block ? Object.keys(block.slots) : [];

function checkTurn(placed: PlacedTurn, { blocks }: Scenario<Text>, sink: IssueSink): void {
  const own = blocks.byTurn?.[placed.turn.id];
  const path = ['blocks', 'byTurn', placed.turn.id];
  const ids = new Set(placed.turn.options.map(({ id }) => id));
  for (const id of Object.keys(own ?? {}))
    checkKnown(sink, [...path, id], id, `options of ${placed.turn.id}`, ids);
  // Forks are drawn at level 1 only, so the turn's own marks are the ones to build.
  placed.turn.options.forEach((option, index) => {
    const { quality, elements = [], flags = [] } = option;
    const wanted = [...elements, ...flags];
    if (quality !== 'expert' || wanted.length === 0) return;
    const offered = slotsOf(own ? own[option.id] : topicBlock(option, blocks.byTopic));
    const leads = (flag: string) => {
      const leader = LEADERS[flag];
      return leader !== undefined && elements.includes(leader) ? leader : flag;
    };
    const held = [...elements, ...flags.map(leads)].filter((name) => offered.includes(name));
    if (held.length >= wanted.length * ENOUGH) return;
    const place = own ? [...path, option.id] : [...placed.path, 'options', index];
    reportMissing(place, placed.turn.id, option.id, wanted, sink);
  });
}

const topicBlock = (option: Option<Text>, byTopic: Readonly<Record<string, Block<Text>>> | undefined) =>
  byTopic?.[`${option.tag}.${option.topic}`] ?? byTopic?.[`${option.tag}.any`];

function reportMissing(
  path: Path,
  turn: string,
  option: string,
  names: readonly string[],
  sink: IssueSink,
): void {
  report(
    sink,
    path,
    `at levels 2 and 3 nobody can say ${names.join(', ')} here; give blocks.byTurn.${turn}.${option} slots with these names`,
  );
}
