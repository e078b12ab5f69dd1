import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import {
  acceptedOf,
  dialogueOf,
  hasTag,
  isAcceptedEntry,
  isQuestion,
  type MoveEntry,
} from '../score/evidence.ts';

/** The parts of which a criterion counts how many are there: which ones were said, and which were not. */
export interface CriterionParts {
  said: readonly string[];
  missing: readonly string[];
}

/** In the order of the rubric; names as elements and flags are called. */
const OPENING = ['purpose', 'time', 'consent'];
export const PRESCRIPTION = ['action', 'owner', 'date', 'measure', 'option'];
export const EXECUTION = ['owner', 'metric', 'baseline', 'source', 'date', 'stop'];
export const HONEST = ['source_said', 'range_said', 'risk_said', 'own_interest'];
/** What dealers care about; four are enough. */
const CONCERNS = ['margin', 'ease', 'support', 'control', 'commitment', 'cash'];

/**
 * @param criterion id of the rubric of the scenario's simulator.
 * @returns undefined for criteria that count nothing of the kind.
 * @see shared design: simulators.md, appendix B.
 */
export function partsOf<T>(
  { simulator }: Scenario<T>,
  run: Run,
  criterion: string,
): CriterionParts | undefined {
  const accepted = acceptedOf(run);
  switch (`${simulator}/${criterion}`) {
    case 'sales-doctor/opening':
      return openingParts(run);
    case 'sales-doctor/questioning':
      return split(
        CONCERNS,
        accepted.filter(isQuestion).flatMap(({ move }) => move.concern ?? []),
      );
    case 'sales-doctor/prescription':
      return split(PRESCRIPTION, elementsOf(accepted.filter(({ visit }) => visit === 2)));
    case 'roi-selling/exec':
      return split(EXECUTION, elementsOf(accepted.filter(({ stageId }) => stageId === 'meeting')));
    case 'roi-selling/honest':
      return split(HONEST, run.flags);
    case 'roi-selling/meeting':
      return split(['owner_calc', 'questions', 'summary'], [...run.flags, ...askedTwice(accepted)]);
    default:
      return undefined;
  }
}

function split(wanted: readonly string[], found: readonly string[]): CriterionParts {
  return {
    said: wanted.filter((part) => found.includes(part)),
    missing: wanted.filter((part) => !found.includes(part)),
  };
}

const elementsOf = (entries: readonly MoveEntry[]) => entries.flatMap(({ move }) => move.elements);

/** Only an opening within the first two moves is looked at for its parts. */
function openingParts(run: Run): CriterionParts | undefined {
  const greeting = dialogueOf(run)
    .slice(0, 2)
    .find((entry) => isAcceptedEntry(entry) && hasTag(entry, 'greet_agenda'));
  return greeting && split(OPENING, greeting.move.elements);
}

function askedTwice(accepted: readonly MoveEntry[]): string[] {
  const asked = accepted.filter((entry) => isQuestion(entry) || hasTag(entry, 'invite_calc')).length;
  return asked >= 2 ? ['questions'] : [];
}
