/** CPU time since the start, in µs: of this process, and of the PostgreSQL behind an address of tests/contract/postgres.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TICK_US = 10_000;

export function cpuSoFar(databaseUrl: string | undefined): { server: number; database: number } {
  const { user, system } = process.cpuUsage();
  return { server: user + system, database: databaseUrl ? ofDatabase(databaseUrl) : 0 };
}

/** The postmaster's own and its ended children's, and that of the children there are. Linux only; 0 elsewhere. */
function ofDatabase(databaseUrl: string): number {
  if (process.platform !== 'linux') return 0;
  const folder = new URL(databaseUrl).searchParams.get('host') ?? '';
  const postmaster = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [, parent, ...rest] = fieldsOf(name);
    if (name === postmaster) ticks += sum(rest.slice(9, 13));
    else if (parent === postmaster) ticks += sum(rest.slice(9, 11));
  }
  return ticks * TICK_US;
}

/** From the state on: state, parent, … utime at 11, stime, cutime, cstime. */
function fieldsOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return []; // ended meanwhile
  }
}

const sum = (texts: readonly string[]): number => texts.reduce((total, text) => total + Number(text), 0);
