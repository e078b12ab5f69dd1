import type { Act } from '#core/simulator/act.ts';
import { type CurvePiece, curveOf } from '#core/simulator/debrief/curve.ts';
import { type Iceberg, icebergOf } from '#core/simulator/debrief/iceberg.ts';
import { type TurningPoint, turningPointsOf } from '#core/simulator/debrief/turning-points.ts';
import type { RunPlan } from '#core/simulator/run.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import { blocksOfTopic, composed, plainSentence } from '#core/simulator/sentence.ts';
import { transcriptOf } from '#core/simulator/transcript.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { nameOf } from './wording.ts';

/** Own words by index of the act; acts without words are not in it. */
export type Said = ReadonlyMap<number, string>;

/** All that is computed once from a run before anything is drawn. */
export interface LookBack {
  pieces: readonly CurvePiece[];
  /** At most three, in their order. */
  turns: readonly TurningPoint<string>[];
  iceberg: Iceberg<string>;
  said: Said;
}

export function lookBackOf(
  props: Pick<DebriefViewProps, 'scenario' | 'plan' | 'run' | 'acts' | 'moves' | 'words'>,
): LookBack {
  const { scenario, plan, run, acts } = props;
  return {
    pieces: curveOf(run),
    turns: turningPointsOf(scenario, plan, run),
    iceberg: icebergOf(scenario, plan, run),
    said: saidIn(props, plan, acts),
  };
}

export function saidIn(
  { scenario, moves, words }: Pick<DebriefViewProps, 'scenario' | 'moves' | 'words'>,
  plan: RunPlan,
  acts: readonly Act[],
): Said {
  const passages = transcriptOf(scenario, plan, acts, moves, words);
  return new Map(
    passages.flatMap((passage) => (passage.kind === 'own' ? [[passage.index, passage.text] as const] : [])),
  );
}

/** What the customer said to a move of the learner's own choice. */
export function repliesTo(
  { scenario, run }: Pick<DebriefViewProps, 'scenario' | 'run'>,
  index: number,
): { name: string; line: string }[] {
  return (run.log[index]?.said ?? []).flatMap((place) => {
    const reveal = scenario.topicPhase?.reveals[place];
    return reveal ? [{ name: nameOf(scenario, reveal.by), line: reveal.line }] : [];
  });
}

/** A move on a topic in whole words: the sentence block where there is one. */
export function sentenceFor(
  { scenario, moves, words }: Pick<DebriefViewProps, 'scenario' | 'moves' | 'words'>,
  { tag, topic }: { tag: MoveTag; topic?: string },
): string {
  const block = blocksOfTopic(scenario, topic ?? '').find((one) => one.tag === tag)?.block;
  if (block) return composed(block, 'slots' in block ? Object.keys(block.slots) : []);
  return plainSentence(moves, tag, topicText({ scenario }, topic) ?? words.anything);
}

export function topicText(
  { scenario }: Pick<DebriefViewProps, 'scenario'>,
  topic: string | undefined,
): string | undefined {
  return scenario.topicPhase?.topics.find(({ id }) => id === topic)?.text;
}
