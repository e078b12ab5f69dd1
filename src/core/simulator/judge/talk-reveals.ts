import { LEVELS } from '../level.ts';
import { findingId, isAtLeast, parseReveal } from '../reveal.ts';
import type { Run } from '../run.ts';
import type { Level } from '../scenario.ts';
import type { MoveTag } from '../scenario-move.ts';
import type { TopicPhase } from '../scenario-talk.ts';
import { trustOf } from '../values.ts';

/** What a customer would say to a move, where the learner leads (simulators.md §1.8, *give*). */

export type RevealLine<T> = TopicPhase<T>['reveals'][number];

export interface Answer<T> {
  /** The line said, and its place in the phase's list. */
  given?: { index: number; line: RevealLine<T> };
  /** Nothing is said, and trust alone was missing, by at most ten. */
  hesitates: boolean;
}

/** How much trust may be missing for a customer to hesitate rather than to keep silent. */
const HESITATION = 10;

/** The first line that fits tag, topic and what is known, that is not known already, and that trust allows. */
export function answerTo<T>(
  phase: TopicPhase<T>,
  run: Run,
  level: Level,
  tag: MoveTag,
  topic: string,
): Answer<T> {
  const trust = trustOf(run.values);
  const fitting = phase.reveals
    .map((line, index) => ({ line, index, missing: missingTrust(line, level, trust) }))
    .filter(({ line }) => fits(line, run, tag, topic));
  const given = fitting.find(({ missing }) => missing <= 0);
  if (given) return { given: { index: given.index, line: given.line }, hesitates: false };
  return { hesitates: fitting.some(({ missing }) => missing <= HESITATION) };
}

function missingTrust<T>({ minTrust }: RevealLine<T>, level: Level, trust: number): number {
  return minTrust === undefined ? 0 : minTrust + LEVELS[level].shift - trust;
}

function fits<T>(line: RevealLine<T>, run: Run, tag: MoveTag, topic: string): boolean {
  return (
    line.tags.includes(tag) &&
    (line.topic === 'any' || line.topic === topic) &&
    (line.after ?? []).every((name) => isKnown(name, run)) &&
    !isDone(line, run)
  );
}

/** `need.x` at least stated, `finding.x` shown. */
function isKnown(name: string, run: Run): boolean {
  return name.startsWith('need.')
    ? isAtLeast(run.needs[name.slice('need.'.length)], 'stated')
    : Object.hasOwn(run.findings, findingId(name));
}

function isDone<T>({ opens }: RevealLine<T>, run: Run): boolean {
  const revealed = parseReveal(opens);
  return revealed.kind === 'need'
    ? isAtLeast(run.needs[revealed.id], revealed.step)
    : Object.hasOwn(run.findings, revealed.id);
}

/** Needs stated but not confirmed that belong to a topic; those of lines for any topic belong to every one. */
export function statedNeedsOf<T>(phase: TopicPhase<T>, run: Run, topic: string): string[] {
  const ids = phase.reveals.flatMap(({ opens, topic: of }) => {
    const revealed = parseReveal(opens);
    return revealed.kind === 'need' && (of === topic || of === 'any') ? [revealed.id] : [];
  });
  return [...new Set(ids)].filter((id) => run.needs[id] === 'stated');
}
