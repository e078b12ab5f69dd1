import { isAtLeast } from '../reveal.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { NeedStep } from '../scenario-move.ts';
import type { Card, PitchTask } from '../scenario-task.ts';
import { cardOf } from '../task/judge-pitch.ts';
import { type PitchResult, resultOf } from '../task/task-result.ts';
import {
  acceptedOf,
  hasCode,
  hasTag,
  hasUnrepaired,
  isAnyAtLeast,
  isQuestion,
  needsAlong,
  taskResult,
} from './evidence.ts';

/** FAB pitch: levels 0–4 by criterion (simulators.md, appendix B, SIM-1). Needs count as they stood at the pitch. */

/** What was put into the pitch, as cards. */
interface Pitch<T> {
  result: PitchResult;
  needs: Readonly<Record<string, NeedStep>>;
  feature?: Card<T>;
  advantage?: Card<T>;
  benefit?: Card<T>;
  evidence?: Card<T>;
}

export function scoreFab<T>(scenario: Scenario<T>, run: Run): Record<string, number> {
  const pitch = pitchOf(scenario, run);
  const isAnswered = run.flags.includes('so_what_answered');
  const most = isAnswered ? 4 : 3;
  const benefit = pitch ? Math.min(most, benefitLevel(scenario, pitch)) : 0;
  const brevity = pitch ? brevityLevel(pitch) : 0;
  return {
    need: needLevel(scenario, run, pitch),
    benefit,
    chain: pitch ? chainLevel(pitch) : 0,
    evidence: pitch ? Math.min(most, evidenceLevel(pitch)) : 0,
    brev: benefit === 0 ? Math.min(2, brevity) : brevity,
    lawful: lawfulLevel(run, pitch),
    close: closeLevel(run),
  };
}

function pitchOf<T>(scenario: Scenario<T>, run: Run): Pitch<T> | undefined {
  const index = run.log.findIndex(({ result }) => resultOf(result, 'pitch') !== undefined);
  const result = resultOf(run.log[index]?.result, 'pitch');
  const task = scenario.stages.find((stage): stage is PitchTask<T> => stage.kind === 'pitch');
  if (!result || !task) return undefined;
  const cards = {
    feature: cardOf(task.features, result.features[0]),
    advantage: cardOf(task.advantages, result.advantage),
    benefit: cardOf(task.benefits, result.benefit),
    evidence: cardOf(task.evidence, result.evidence),
  };
  return { result, needs: needsAlong(scenario, run)[index] ?? {}, ...cards };
}

/** Without a pitch the needs count as they stand. */
function needLevel<T>({ needs }: Scenario<T>, run: Run, pitch: Pitch<T> | undefined): number {
  const states = pitch?.needs ?? run.needs;
  const all = needs.map(({ id }) => id);
  const top = needs.filter((need) => need.top).map(({ id }) => id);
  if (top.length > 0 && top.every((id) => isAtLeast(states[id], 'confirmed'))) return 4;
  if (isAnyAtLeast(states, top, 'stated')) return 3;
  if (isAnyAtLeast(states, all, 'stated')) return 2;
  return acceptedOf(run).some(isQuestion) ? 1 : 0;
}

function benefitLevel<T>({ needs }: Scenario<T>, { benefit, needs: states, result }: Pitch<T>): number {
  const need = benefit?.need;
  if (!benefit || benefit.bait || need === undefined) return 0;
  const step = states[need];
  const isTop = needs.some(({ id, top }) => id === need && top);
  if (benefit.form !== 'concrete') return isAtLeast(step, 'stated') ? 2 : 1;
  const most = result.secondServed === false ? 2 : 4;
  if (isTop && isAtLeast(step, 'confirmed')) return most;
  if (isAtLeast(step, 'stated')) return Math.min(most, 3);
  return isAtLeast(step, 'hinted') ? 2 : 1;
}

/** `none` is a chain of nothing. */
function isShared<T>(one: Card<T> | undefined, other: Card<T> | undefined): boolean {
  return one?.chain !== undefined && one.chain !== 'none' && one.chain === other?.chain;
}

function chainLevel<T>({ feature, advantage, benefit }: Pitch<T>): number {
  const parts = [feature, advantage, benefit].filter((card) => card !== undefined);
  if (parts.length < 2) return 0;
  if (parts.length === 2) return isShared(parts[0], parts[1]) ? 2 : 1;
  const isEnds = isShared(feature, benefit);
  if (isEnds) return isShared(advantage, benefit) ? 4 : 3;
  return isShared(feature, advantage) || isShared(advantage, benefit) ? 2 : 1;
}

function evidenceLevel<T>({ evidence, benefit, result }: Pitch<T>): number {
  if (!evidence || evidence.bait) return 0;
  const fits = isShared(evidence, benefit);
  if (evidence.valid === false) return fits ? 1 : 0;
  if (!fits) return 1;
  return result.limitNamed ? 4 : 3;
}

function brevityLevel<T>({ result }: Pitch<T>): number {
  if (result.seconds > 70) return 0;
  const kept = [result.seconds <= 45, result.features.length <= 2, result.order === 'BAF'];
  return 1 + kept.filter(Boolean).length;
}

function lawfulLevel<T>(run: Run, pitch: Pitch<T> | undefined): number {
  if (!pitch || pitch.result.codes.length > 0 || hasUnrepaired(run, 'E3', 'E5', 'E9')) return 0;
  const isBaited = taskResult(run, 'advert')?.lawful === false;
  return isBaited || hasCode(run, 'E3', 'E5', 'E9') ? 2 : 4;
}

function closeLevel(run: Run): number {
  const proposals = acceptedOf(run).filter(
    (entry) => entry.stageId === 'reaction' && hasTag(entry, 'propose_next'),
  );
  if (proposals.some(({ commit }) => commit?.accepted)) return 4;
  if (proposals.length > 0) return 3;
  if (run.flags.includes('close_vague')) return 2;
  return run.flags.includes('close_pressure') ? 1 : 0;
}
