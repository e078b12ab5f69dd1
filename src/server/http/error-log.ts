import type { Clock } from '#server/port/clock.ts';
import type { ForwardWarning } from '#server/usecase/forward-statements.ts';

/** One failed request, for operators. Nothing a learner wrote and no query, which may hold codes. */
export interface Failure {
  requestId: string;
  method: string;
  /** Decoded path without query. */
  path: string;
  status: number;
  /** `undefined` when the route failed inside Astro, which has printed the stack already. */
  error?: unknown;
}

export type ErrorLog = (failure: Failure) => void;

/**
 * Make a log of one JSON line per failure.
 * @param write gets a line without its line end.
 */
export function createErrorLog(clock: Clock, write: (line: string) => void): ErrorLog {
  return ({ error, ...request }) => {
    const time = new Date(clock.now()).toISOString();
    write(JSON.stringify({ time, level: 'error', ...request, ...describe(error) }));
  };
}

/** Something an operator should hear of that failed for nobody. Numbers only, nothing of what a learner sent. */
export interface Warning {
  /** Absent for what happened outside of a request. */
  requestId?: string;
  event: 'fact.quarantined' | 'fact.set-apart' | 'mistake.refused' | 'clearing.failed' | `company.${string}`;
  count: number;
}

export type WarnLog = (warning: Warning | ForwardWarning) => void;

/** As `createErrorLog`, for warnings. */
export function createWarnLog(clock: Clock, write: (line: string) => void): WarnLog {
  return (warning) =>
    write(JSON.stringify({ time: new Date(clock.now()).toISOString(), level: 'warning', ...warning }));
}

/** Name, code and place of an error. Its message stays out: messages quote the value that was wrong. */
function describe(error: unknown): { error: string; code?: string; stack?: string[] } {
  if (error === undefined) return { error: 'reported by the route' };
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as NodeJS.ErrnoException).code;
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    stack: stack.slice(0, 8).map((line) => line.trim()),
  };
}
