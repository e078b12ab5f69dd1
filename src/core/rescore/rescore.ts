import type { Fact, FactType } from '../model/fact.ts';
import type { PublishedWritten } from '../simulator/figures/draw-scenario.ts';
import { type Known as KnownOfAttempts, rescoreAttempt, rescoreCompletion } from './rescore-attempt.ts';
import { rescoreResponse } from './rescore-response.ts';
import { rescoreRun } from './rescore-run.ts';
import { CONFIRMED, unknown, type Verdict } from './verdict.ts';

/** What is known beside the fact in hand. */
export interface Known extends KnownOfAttempts {
  /** The revision as written, in one language; undefined = nobody here has it. */
  scenario: (id: string, revision: string) => PublishedWritten<string> | undefined;
}

/** Facts that claim points: these are scored anew. All others say what happened and nothing of how well. */
export const RESCORED_TYPES = [
  'item.responded',
  'attempt.submitted',
  'lesson.completed',
  'scenario.finished',
] as const satisfies readonly FactType[];

/**
 * Does a fact say what this core makes of it? Practice is scored on the device, which nobody has to believe: the server
 * scores it anew, on the revision the fact names.
 * @param fact of the right shape (`parseFact`); everything in it may be made up.
 * @returns never throws: what a core fails at is not checked yet, and is looked at again by another release.
 */
export function rescore(fact: Fact, known: Known): Verdict {
  try {
    return verdictOf(fact, known);
  } catch {
    return unknown('release');
  }
}

function verdictOf(fact: Fact, known: Known): Verdict {
  switch (fact.type) {
    case 'item.responded':
      return rescoreResponse(fact, known.item(fact.itemId, fact.itemRevision));
    case 'attempt.submitted':
      return rescoreAttempt(fact, known);
    case 'lesson.completed':
      return rescoreCompletion(fact, known);
    case 'scenario.finished':
      return rescoreRun(fact, known.scenario(fact.scenarioId, fact.scenarioRevision));
    default:
      return CONFIRMED;
  }
}
