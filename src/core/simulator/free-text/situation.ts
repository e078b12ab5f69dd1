import { applyAct, beginRun, promptOf } from '../engine.ts';
import type { Aside, LogEntry, Prompt, Run, RunPlan } from '../run.ts';
import type { Scenario, Sheet } from '../scenario.ts';
import type { Rules } from './compile-rules.ts';
import type { Situation } from './free-text.ts';
import { knownFigures } from './known-figures.ts';

const STEPS_STATED = ['stated', 'confirmed'];

/**
 * All that a reading depends on besides the sentence and its claim.
 * @param scenario in the language of the page.
 */
export function situationOf(
  rules: Rules,
  scenario: Scenario<string>,
  plan: RunPlan,
  run: Run,
): Omit<Situation, 'text' | 'tag'> {
  const prompt = promptOf(scenario, plan, run);
  const rounds = linesOfPhase(scenario, plan, run);
  return {
    lastLine: (rounds.at(-1) ?? []).join(' '),
    earlierLines: rounds.slice(0, -1).flat(),
    knownFigures: knownFigures(rules, scenario, run, [...rounds.flat(), ...printedIn(prompt)]),
    listeners: listenersOf(scenario, prompt),
    needStated: Object.values(run.needs).some((step) => STEPS_STATED.includes(step)),
  };
}

/**
 * What the customer said in the phase that is on now. Plays the run again.
 * @returns per act of the learner all that was said after it, in order; first what stood there before any act.
 */
export function linesOfPhase(scenario: Scenario<string>, plan: RunPlan, run: Run): string[][] {
  const said = new Map<string, string[][]>();
  let phase = '';
  const meet = (replies: readonly string[], prompt: Prompt<string>) => {
    phase = phaseOf(prompt) ?? phase;
    said.set(phase, [...(said.get(phase) ?? []), [...replies, ...lineOf(prompt)]]);
  };
  let played = beginRun(scenario, plan);
  meet([], promptOf(scenario, plan, played));
  for (const { act } of run.log) {
    played = applyAct(scenario, plan, played, act);
    meet(repliesOf(scenario, played.log.at(-1)), promptOf(scenario, plan, played));
  }
  return said.get(phase) ?? [];
}

/** An interruption belongs to the phase it interrupts. */
function phaseOf(prompt: Prompt<string>): string | undefined {
  if (prompt.kind === 'turn') return prompt.sheet.id;
  if (prompt.kind === 'topics') return prompt.phase.id;
  return prompt.kind === 'task' ? prompt.task.id : undefined;
}

function lineOf(prompt: Prompt<string>): string[] {
  const besides = asidesOf(prompt).flatMap(({ kind, line }) => (kind === 'shown' ? [] : [line]));
  if (prompt.kind === 'turn' || prompt.kind === 'interrupt') return [prompt.line, ...besides];
  return prompt.kind === 'topics' && prompt.bait ? [prompt.bait.line, ...besides] : besides;
}

/** A figure laid on the table in writing: level 3, the two that do not match. */
function printedIn(prompt: Prompt<string>): string[] {
  return asidesOf(prompt).flatMap(({ kind, line }) => (kind === 'shown' ? [line] : []));
}

function asidesOf(prompt: Prompt<string>): readonly Aside<string>[] {
  return prompt.kind === 'turn' || prompt.kind === 'topics' ? (prompt.besides ?? []) : [];
}

/** Where the learner leads: the reveal lines said in reply. */
function repliesOf({ topicPhase }: Scenario<string>, entry: LogEntry | undefined): string[] {
  return (entry?.said ?? []).flatMap((index) => {
    const line = topicPhase?.reveals[index]?.line;
    return line === undefined ? [] : [line];
  });
}

/** Two stand before the learner where two speak in this part; persons with values of their own come one by one. */
function listenersOf({ stages }: Scenario<string>, prompt: Prompt<string>): 1 | 2 {
  const sheets = stages.filter((stage) => stage.kind === 'sheet');
  if (sheets.some(({ person }) => person !== undefined)) return 1;
  return new Set(speakersOf(sheets, prompt).filter((by) => by !== undefined)).size > 1 ? 2 : 1;
}

function speakersOf(sheets: readonly Sheet<string>[], prompt: Prompt<string>): (string | undefined)[] {
  if (prompt.kind === 'turn') return prompt.sheet.turns.map(({ by }) => by);
  if (prompt.kind !== 'topics') return [];
  const { topics, reveals, baits, replaces } = prompt.phase;
  const stoodFor = sheets.filter(({ id }) => replaces.includes(id)).flatMap(({ turns }) => turns);
  return [...topics, ...reveals, ...baits, ...stoodFor].map(({ by }) => by);
}
