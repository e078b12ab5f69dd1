import type { SnapshotFrom } from 'xstate';
import { SIMULATOR_MACHINE, type simulatorMachine } from './simulator.machine.ts';

export type RunSnapshot = SnapshotFrom<typeof simulatorMachine>;

/** An open run as the device keeps it, its scenario included. JSON-safe. */
export interface StoredRun {
  v: 1;
  machine: typeof SIMULATOR_MACHINE;
  /** Grows by one with each accepted event, so that of two copies the newer is known. */
  seq: number;
  /** The record's word for what is attempted: the scenario's id. */
  lessonId: string;
  savedAt: number;
  snapshot: Pick<RunSnapshot, 'status' | 'value' | 'context'>;
}

/** What to keep of a snapshot: enough for `restoreRun`, nothing of the library's own. */
export function storeRun(snapshot: RunSnapshot, seq: number, savedAt: number): StoredRun {
  const { status, value, context } = snapshot;
  const lessonId = context.plan.scenario.id;
  return { v: 1, machine: SIMULATOR_MACHINE, seq, lessonId, savedAt, snapshot: { status, value, context } };
}
