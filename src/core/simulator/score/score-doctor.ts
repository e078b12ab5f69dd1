import { hasConfirmedNeed } from '../codes.ts';
import { PITCH_TAGS } from '../moves.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { MoveTag } from '../scenario-move.ts';
import type { BoardTask } from '../scenario-task.ts';
import {
  acceptedOf,
  dialogueOf,
  elementsIn,
  hasTag,
  isAcceptedEntry,
  isAnyAtLeast,
  isQuestion,
  levelOfMissing,
  type MoveEntry,
  needsAlong,
  tagsOf,
  taskResult,
} from './evidence.ts';

/** Sales doctor: levels 0–4 by criterion (simulators.md, appendix B, SIM-2). */

/** Accepted moves of the first visit that make it a conversation. */
const ENOUGH_MOVES = 6;

export function scoreDoctor<T>(scenario: Scenario<T>, run: Run): Record<string, number> {
  return {
    opening: openingLevel(scenario, run),
    nopitch: noPitchLevel(scenario, run),
    questioning: questioningLevel(run),
    listening: listeningLevel(run),
    observation: observationLevel(run),
    diagnosis: diagnosisLevel(scenario, run),
    prescription: prescriptionLevel(run),
    ethics: ethicsLevel(run),
  };
}

function inFirstVisit(entries: readonly MoveEntry[]): MoveEntry[] {
  return entries.filter(({ visit }) => visit === 1);
}

function openingLevel<T>({ ownFault }: Scenario<T>, run: Run): number {
  const moves = dialogueOf(run);
  const accepted = (tag: MoveTag, most: number) =>
    moves.slice(0, most).find((entry) => isAcceptedEntry(entry) && hasTag(entry, tag));
  const byGreeting = greetingLevel(moves);
  if (ownFault && accepted('repair', 2)) {
    const asks = inFirstVisit(acceptedOf(run)).some(({ move }) => move.elements.includes('consent'));
    return asks ? 4 : Math.max(3, byGreeting);
  }
  if (accepted('repair', 1)) return Math.max(3, byGreeting);
  return accepted('acknowledge', 1) ? Math.max(1, byGreeting) : byGreeting;
}

function greetingLevel(moves: readonly MoveEntry[]): number {
  const index = moves.findIndex((entry) => isAcceptedEntry(entry) && hasTag(entry, 'greet_agenda'));
  const greeting = moves[index];
  if (!greeting) return 0;
  if (index >= 4) return 1;
  if (index >= 2) return 2;
  const { elements } = greeting.move;
  if (['purpose', 'time', 'consent'].every((element) => elements.includes(element))) return 4;
  return elements.length >= 2 ? 3 : 2;
}

/** A pitch, a price cut, or a move about products that did not come off. */
function isPitch(entry: MoveEntry): boolean {
  const { tag, topic } = entry.move;
  return (
    PITCH_TAGS.includes(tag) || tag === 'offer_price_cut' || (topic === 'product' && !isAcceptedEntry(entry))
  );
}

function noPitchLevel<T>(scenario: Scenario<T>, run: Run): number {
  const along = needsAlong(scenario, run);
  const pitches = inFirstVisit(dialogueOf(run)).filter(isPitch);
  const isEarly = ({ index, person }: MoveEntry) => {
    const { person: _, ...rest } = run;
    const then = { ...rest, needs: along[index] ?? {}, ...(person !== undefined && { person }) };
    return !hasConfirmedNeed(scenario, then);
  };
  const early = pitches.filter(isEarly).length;
  const ids = scenario.needs.map(({ id }) => id);
  const isThin =
    inFirstVisit(acceptedOf(run)).length < ENOUGH_MOVES || !isAnyAtLeast(run.needs, ids, 'stated');
  return Math.min(isThin ? 1 : 4, pitchLevel(early, pitches.length - early));
}

function pitchLevel(early: number, late: number): number {
  if (early + late === 0) return 4;
  if (early === 0) return late === 1 ? 2 : 1;
  return early === 1 && late === 0 ? 1 : 0;
}

function questioningLevel(run: Run): number {
  const accepted = acceptedOf(run);
  const questions = accepted.filter(isQuestion);
  const concerns = new Set(questions.flatMap(({ move }) => (move.concern ? [move.concern] : []))).size;
  const opened = accepted.findIndex((entry) => hasTag(entry, 'ask_open', 'ask_detail'));
  const reaches = opened >= 0 && accepted.slice(opened + 1).some((entry) => hasTag(entry, 'ask_consequence'));
  if (concerns >= 4) return reaches ? 4 : 3;
  if (concerns === 3 && reaches) return 3;
  if (concerns >= 2) return 2;
  return questions.length > 0 ? 1 : 0;
}

const LISTENING: readonly MoveTag[] = ['paraphrase', 'reflect', 'summarise'];
const NEGATIVE: readonly MoveTag[] = ['argue', 'blame', 'deflect', 'take_side', 'pressure'];

function listeningLevel(run: Run): number {
  const heard = new Set(
    acceptedOf(run).flatMap((entry) =>
      tagsOf(entry)
        .filter((tag) => LISTENING.includes(tag))
        .map((tag) => `${tag}/${entry.move.topic}`),
    ),
  ).size;
  const negative = dialogueOf(run).filter(
    (entry) => hasTag(entry, ...NEGATIVE) && !isAcceptedEntry(entry),
  ).length;
  if (heard === 0 || negative >= 2) return 0;
  if (negative === 1) return heard >= 3 ? 2 : 1;
  return Math.min(3, heard) + 1;
}

function observationLevel(run: Run): number {
  const observed = Object.values(run.findings).filter((how) => how === 'observed').length;
  const hasData = acceptedOf(run).some(
    (entry) => hasTag(entry, 'data_request') && entry.move.elements.includes('purpose'),
  );
  if (observed >= 4 && hasData) return 4;
  if ((observed >= 3 && hasData) || observed >= 5) return 3;
  if (observed >= 2 || hasData) return 2;
  return observed;
}

function diagnosisLevel<T>({ stages }: Scenario<T>, run: Run): number {
  const task = stages.find((stage): stage is BoardTask<T> => stage.kind === 'board');
  const board = taskResult(run, 'board');
  const role = task?.causes.find(({ id }) => id === board?.cause)?.role;
  if (!board || !role) return 0;
  const shown = board.evidence.length;
  if (role === 'plausible') return shown > 0 ? 1 : 0;
  if (role !== 'root') return 0;
  if (shown >= 3 && board.alternativeRejected) return 4;
  return shown >= 2 ? 3 : 1 + shown;
}

function prescriptionLevel(run: Run): number {
  const second = acceptedOf(run).filter(({ visit }) => visit === 2);
  const found = elementsIn(second, ['action', 'owner', 'date', 'measure', 'option']);
  const any = second.some(({ move }) => move.elements.length > 0) ? 1 : 0;
  return Math.max(any, levelOfMissing(found, 5, 2));
}

function ethicsLevel(run: Run): number {
  if (run.codes.some(({ repaired }) => !repaired)) return 0;
  if (run.codes.length > 0) return 2;
  if (inFirstVisit(acceptedOf(run)).length < ENOUGH_MOVES) return 1;
  return run.flags.includes('own_interest') ? 4 : 3;
}
