import { randomUUID } from 'node:crypto';
import type { Clock } from '#server/port/clock.ts';
import { createErrorLog } from './error-log.ts';

/**
 * What Node would print about the process as a whole, as lines of our log: its own texts repeat an error's message, which
 * may quote what somebody sent. An error that nobody caught still ends the process.
 * @param write gets a line without its line end.
 */
export function logProcess(clock: Clock, write: (line: string) => void): void {
  const logError = createErrorLog(clock, write);
  process.on('uncaughtException', (error) => {
    logError({ requestId: randomUUID(), method: 'PROCESS', path: '/', status: 500, error });
    process.exit(1);
  });
  process.removeAllListeners('warning');
  process.on('warning', ({ name, code }: Error & { code?: string }) => {
    const time = new Date(clock.now()).toISOString();
    write(JSON.stringify({ time, level: 'warning', event: 'process.warning', name, ...(code && { code }) }));
  });
}
