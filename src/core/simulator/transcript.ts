import type { Act } from './act.ts';
import { applyAct, beginRun, promptOf } from './engine.ts';
import { moodOf } from './mood.ts';
import type { LogEntry, Mood, Prompt, Run, RunPlan } from './run.ts';
import type { Scenario } from './scenario.ts';
import type { MoveWordsFile } from './scenario-file.ts';
import type { MoveTag } from './scenario-move.ts';
import type { TopicPhase } from './scenario-talk.ts';
import type { Task } from './scenario-task.ts';
import { sentenceOf } from './sentence.ts';

/** One piece of a conversation as it is read. `index`: acts made before it; of a piece of one's own, the act it is. */
export type Passage = { index: number } & (
  | { kind: 'line'; by: string; text: string; mood: Mood }
  | { kind: 'own'; tag: MoveTag; text: string; claimed?: MoveTag }
  /** The customer says nothing; `hesitates`: only trust was missing. */
  | { kind: 'silence'; by: string; mood: Mood; hesitates: boolean }
  | { kind: 'task'; task: Task<string> }
  /** Seen or heard besides what the customer says, e.g. a figure on paper. */
  | { kind: 'note'; text: string }
  /** Another part of the run begins, or the one before goes on. */
  | { kind: 'stage'; stage: string; isBack: boolean }
  | { kind: 'visit' }
  | { kind: 'person'; person: string }
);

/** Words that stand in no scenario. */
export interface TranscriptWords {
  /** What a plain sentence is about where there is no topic to name, e.g. 这件事. */
  anything: string;
  /** What a customer says to a figure without its source, the first time. */
  asksSource: string;
}

/** Who a line without a name comes from: the person on stage, else the first one. */
export function speakerOf({ persons }: Scenario<string>, run: Run, by?: string): string {
  return by ?? run.person ?? persons[0]?.id ?? '';
}

/**
 * All that was said and done, in order, with the line on the table last.
 * @param acts must be acceptable one after the other; a stored run's own acts are.
 */
export function transcriptOf(
  scenario: Scenario<string>,
  plan: RunPlan,
  acts: readonly Act[],
  moves: MoveWordsFile,
  words: TranscriptWords,
): Passage[] {
  const passages: Passage[] = [];
  const stages: string[] = [];
  let run = beginRun(scenario, plan);
  for (const [index, act] of [...acts, undefined].entries()) {
    const prompt = promptOf(scenario, plan, run);
    passages.push(...arrival(scenario, run, prompt, stages, index));
    if (!act) break;
    const before = run;
    run = applyAct(scenario, plan, run, act);
    const entry = run.log[index];
    const turn = prompt.kind === 'turn' ? prompt.turn : undefined;
    const text = sentenceOf(scenario, moves, act, turn, words.anything);
    if (prompt.kind === 'task' && act.type !== 'run.leave')
      passages.push({ index, kind: 'task', task: prompt.task });
    else if (text !== undefined && entry) passages.push(ownLine(act, entry, text, index));
    if (turn && run.figureAsked && !before.figureAsked)
      passages.push({
        index: index + 1,
        kind: 'line',
        by: turn.by,
        text: words.asksSource,
        mood: moodOf(run),
      });
    if (entry && run.visit > before.visit) passages.push({ index: index + 1, kind: 'visit' });
    if (entry && prompt.kind === 'topics') passages.push(...replies(scenario, run, entry, index + 1));
  }
  return passages;
}

/** What is new on the table: another stage, another person, a line. */
function arrival(
  scenario: Scenario<string>,
  run: Run,
  prompt: Prompt<string>,
  stages: string[],
  index: number,
): Passage[] {
  const stage = stageOf(prompt);
  const passages: Passage[] = [];
  if (stage !== undefined && stage !== stages.at(-1)) {
    if (stages.length > 0 || opensUnsaid(prompt))
      passages.push({ index, kind: 'stage', stage, isBack: stages.includes(stage) });
    stages.push(stage);
  }
  const mood = moodOf(run);
  const said = lineOf(scenario, run, prompt);
  if (said) passages.push({ index, kind: 'line', ...said, mood });
  const asides = prompt.kind === 'turn' || prompt.kind === 'topics' ? (prompt.besides ?? []) : [];
  for (const { by, line } of asides)
    passages.push(
      by === undefined ? { index, kind: 'note', text: line } : { index, kind: 'line', by, text: line, mood },
    );
  return passages;
}

function stageOf(prompt: Prompt<string>): string | undefined {
  if (prompt.kind === 'turn') return prompt.sheet.id;
  if (prompt.kind === 'topics') return prompt.phase.id;
  return prompt.kind === 'task' ? prompt.task.id : prompt.kind === 'over' ? undefined : prompt.kind;
}

function lineOf(
  scenario: Scenario<string>,
  run: Run,
  prompt: Prompt<string>,
): { by: string; text: string } | undefined {
  if (prompt.kind === 'turn') return { by: prompt.by, text: prompt.line };
  if (prompt.kind === 'interrupt') return { by: '', text: prompt.line };
  if (prompt.kind !== 'topics') return undefined;
  if (prompt.bait) return { by: speakerOf(scenario, run, prompt.bait.by), text: prompt.bait.line };
  return run.log.length === 0 ? openerOf(scenario, prompt.phase) : undefined;
}

/** A conversation stands in for sheets of level 1: without a line of its own it opens as they do. */
function openerOf(
  { stages }: Scenario<string>,
  { replaces }: TopicPhase<string>,
): { by: string; text: string } | undefined {
  const sheet = stages.find((stage) => stage.kind === 'sheet' && stage.id === replaces[0]);
  const turn = sheet?.kind === 'sheet' ? sheet.turns[0] : undefined;
  return turn && { by: turn.by, text: turn.line };
}

/** Nobody says anything at its beginning, so the reader is told where he is. */
function opensUnsaid(prompt: Prompt<string>): boolean {
  return prompt.kind === 'topics' && !prompt.bait && prompt.phase.replaces.length === 0;
}

function ownLine(act: Act, { move }: LogEntry, text: string, index: number): Passage {
  const made = act.type === 'move.make' ? act : undefined;
  const tag = move?.tag ?? made?.tag ?? 'wait';
  return { index, kind: 'own', tag, text, ...(made?.claimed && { claimed: made.claimed }) };
}

/** What the customer says to a move that the learner chose himself. */
function replies(scenario: Scenario<string>, run: Run, entry: LogEntry, index: number): Passage[] {
  const mood = moodOf(run);
  const reveals = scenario.topicPhase?.reveals ?? [];
  const said = (entry.said ?? []).flatMap((place): Passage[] => {
    const reveal = reveals[place];
    if (!reveal) return [];
    return [{ index, kind: 'line', by: speakerOf(scenario, run, reveal.by), text: reveal.line, mood }];
  });
  if (said.length > 0) return said;
  const by = speakerOf(scenario, run);
  return [{ index, kind: 'silence', by, mood, hesitates: entry.hesitates === true }];
}
