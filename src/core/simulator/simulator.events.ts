import type { FactOf } from '../model/fact.ts';
import { isListOf, isMapOf, isName, isRecord, isRecordOf, isTime } from '../model/shape.ts';
import type { Language } from '../model/text.ts';
import { isAct } from './act.guard.ts';
import type { Act } from './act.ts';
import type { Run, RunPlan, RunScore } from './run.ts';
import type { PublishedScenario } from './scenario.ts';

/** What one run is made of: fixed when it begins, then carried by its own snapshot. */
export interface SimulatorPlan extends RunPlan {
  /** UUIDv7, made on the device. */
  attemptId: string;
  /** As published, in one language. An edited scenario never hurts an open run. */
  scenario: PublishedScenario<string>;
  language: Language;
  /** Taken up again from a turn of another run: its id, and how many of its acts stand. */
  branchOf?: { attemptId: string; acts: number };
  /** The acts that stand; the run goes on after them, without preparing again. */
  acts?: readonly Act[];
  /** Cards taken along, where nothing is to be chosen any more. */
  prep?: readonly string[];
}

/** What came of a run: known when it is over. */
export interface RunOutcome {
  score: RunScore;
  /** Id of the scenario's ending. */
  ending: string;
  passed: boolean;
}

export interface RunContext {
  plan: SimulatorPlan;
  /** Preparation cards taken along; they change no figure. */
  prep: readonly string[];
  /** Everything done, in order; those of the branch's origin first. */
  acts: readonly Act[];
  /** What the acts come to. */
  run: Run;
  /** Epoch ms of the start; 0 before it. */
  startedAt: number;
  /** By criterion, 0–4, given before the score is shown. */
  selfRating?: Readonly<Record<string, number>>;
  outcome?: RunOutcome;
}

/** Requests to the machine. `at` is epoch ms, UTC. */
export type SimulatorEvent =
  | { type: 'run.start'; at: number }
  | { type: 'prep.choose'; at: number; cards: readonly string[] }
  | { type: 'act.make'; at: number; act: Act }
  | { type: 'outcome.read'; at: number }
  | { type: 'rating.give'; at: number; ratings: Readonly<Record<string, number>> };

/** The client's part (id, device, language) is added where the fact is kept. */
export type SimulatorFact = Omit<FactOf<'scenario.finished'>, 'id' | 'v' | 'deviceId' | 'language'>;

export const SIMULATOR_EVENT_TYPES = [
  'run.start',
  'prep.choose',
  'act.make',
  'outcome.read',
  'rating.give',
] as const satisfies readonly SimulatorEvent['type'][];

/** A whole level of a rubric. */
export function isRating(value: unknown): value is number {
  return Number.isInteger(value) && 0 <= (value as number) && (value as number) <= 4;
}

/**
 * Is a value from outside an event of this machine? Knows no run: whether it fits is the machine's question.
 * Accepts what `simulatorEventSchema` accepts; XState's own events (`xstate.stop` …) are refused.
 */
export function isSimulatorEvent(value: unknown): value is SimulatorEvent {
  if (!isRecord(value) || !isTime(value.at)) return false;
  switch (value.type) {
    case 'run.start':
    case 'outcome.read':
      return isRecordOf(value, ['type', 'at']);
    case 'prep.choose':
      return isRecordOf(value, ['type', 'at', 'cards']) && isListOf(value.cards, isName);
    case 'act.make':
      return isRecordOf(value, ['type', 'at', 'act']) && isAct(value.act);
    case 'rating.give':
      return isRecordOf(value, ['type', 'at', 'ratings']) && isMapOf(value.ratings, isRating);
    default:
      return false;
  }
}
