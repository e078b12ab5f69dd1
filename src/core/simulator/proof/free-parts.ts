import type { Text } from '../../model/text.ts';
import { HONEST_TAGS, LOW_TAGS } from '../moves.ts';
import type { LogEntry, Run } from '../run.ts';
import type { Option, Turn } from '../scenario.ts';
import type { MoveTag } from '../scenario-move.ts';
import type { TopicPhase } from '../scenario-talk.ts';
import { type Chance, pick } from './chance.ts';
import { playTask } from './play-task.ts';
import type { Player, Table } from './player.ts';

/** What players of levels 2 and 3 are made of: tags, topics, the names that a sentence may hold. */

export const ALL_TAGS: readonly MoveTag[] = [...HONEST_TAGS, ...LOW_TAGS];

/** Names that a sentence may hold where the learner leads; the table looks at purpose, consent and source. */
export const ELEMENTS = [
  'purpose',
  'time',
  'consent',
  'benefit',
  'confidential',
  'source',
  'what',
  'when',
  'who',
  'names',
];

type Parts = Pick<Player, 'lead' | 'reply'> & { skill: number; answer?: Player['answer'] };

/** @param parts.skill of tasks, 0–1. */
export function free(id: string, { lead, reply, skill, answer }: Parts): Player {
  return {
    id,
    lead,
    reply,
    answer: answer ?? ((table) => pick(ALL_TAGS, table.chance)),
    task: (table, task) => playTask(table, task, skill),
    choose: () => {
      throw new RangeError(`${id} makes moves of his own; play him at level 2 or 3`);
    },
  };
}

export const bestOf = ({ options }: Turn<Text>) =>
  options.find(({ quality }) => quality === 'expert') as Option<Text>;

/** All names that the best sentence of a turn holds. */
export const namesOf = (turn: Turn<Text>) => {
  const { elements = [], flags = [] } = bestOf(turn);
  return [...elements, ...flags];
};

export const entriesOf = ({ log }: Run, phase: TopicPhase<Text>): readonly LogEntry[] =>
  log.filter(({ stageId, move }) => stageId === phase.id && move !== undefined);

export const anyTopic = (phase: TopicPhase<Text>, chance: Chance) => pick(phase.topics, chance).id;

/** Where two persons come one after the other, seven moves each: a topic of the one on stage, or of nobody. */
export function topicOnStage({ run, chance }: Table, phase: TopicPhase<Text>): string {
  if (run.person === undefined) return anyTopic(phase, chance);
  const persons = [...new Set(phase.topics.flatMap(({ by }) => (by ? [by] : [])))];
  const turns = phase.maxTurns / persons.length;
  const by = persons[Math.floor(run.step / turns)];
  return pick(
    phase.topics.filter((topic) => topic.by === undefined || topic.by === by),
    chance,
  ).id;
}
