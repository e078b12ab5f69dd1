import { createActor } from 'xstate';
import { isCount, isName, isRecord, isTime } from '../model/shape.ts';
import { promptOf } from './engine.ts';
import { contextFrom } from './restore-context.ts';
import type { RunContext } from './simulator.events.ts';
import { SIMULATOR_MACHINE, simulatorMachine } from './simulator.machine.ts';
import type { RunSnapshot } from './stored-run.ts';

export type RestoredRun =
  | { status: 'restored'; snapshot: RunSnapshot; seq: number }
  | { status: 'refused'; reason: RefusalReason };

export type RefusalReason =
  | 'not-a-stored-run'
  | 'other-version'
  | 'unknown-state'
  | 'broken-context'
  | 'other-scenario';

/**
 * Bring a stored run back. Never throws: what cannot be continued is refused with a stable reason, and the caller begins a
 * new run. The run itself is played again from its acts.
 * @param stored what `storeRun` gave, through JSON or IndexedDB; more beside its snapshot is ignored.
 * @returns the snapshot for `transition` or `createActor(simulatorMachine, { input, snapshot })`.
 */
export function restoreRun(stored: unknown): RestoredRun {
  if (!isRecord(stored) || stored.v === undefined || !isRecord(stored.snapshot))
    return refuse('not-a-stored-run');
  if (stored.v !== 1 || stored.machine !== SIMULATOR_MACHINE) return refuse('other-version');
  const { seq, lessonId, savedAt, snapshot } = stored;
  if (!isCount(seq) || !isName(lessonId) || !isTime(savedAt)) return refuse('not-a-stored-run');
  const { status, value } = snapshot;
  if (typeof value !== 'string' || !Object.hasOwn(simulatorMachine.states, value))
    return refuse('unknown-state');
  if (status !== (value === 'finished' ? 'done' : 'active')) return refuse('unknown-state');
  const context = played(snapshot.context, value);
  if (!context) return refuse('broken-context');
  if (context.plan.scenario.id !== lessonId) return refuse('other-scenario');
  return revive(status as string, value, context, seq);
}

/** A scenario broken in a way no guard knows must not reach the learner as an exception. */
function played(context: unknown, state: string): RunContext | undefined {
  try {
    const found = contextFrom(context, state);
    if (found) promptOf(found.plan.scenario, found.plan, found.run);
    return found;
  } catch {
    return undefined;
  }
}

function revive(status: string, value: string, context: RunContext, seq: number): RestoredRun {
  try {
    const kept = {
      status,
      value,
      context,
      output: undefined,
      error: undefined,
      historyValue: {},
      children: {},
    };
    const actor = createActor(simulatorMachine, { input: undefined as never, snapshot: kept as never });
    const snapshot = actor.getSnapshot();
    return (snapshot.status as string) === 'error'
      ? refuse('unknown-state')
      : { status: 'restored', snapshot, seq };
  } catch {
    return refuse('broken-context');
  }
}

function refuse(reason: RefusalReason): RestoredRun {
  return { status: 'refused', reason };
}
