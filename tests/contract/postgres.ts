/** A PostgreSQL of our own for a test: in a temporary folder, on a Unix socket, gone with the test. */
import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const SKIP = process.env.TEST_PG === 'skip';
if (SKIP && process.env.CI === 'true')
  throw new Error('TEST_PG=skip is not for CI: without PostgreSQL half of the store is unproven. Unset it.');

/** For `describe.skipIf`. */
export const skipsPostgres = SKIP;

export interface Postgres {
  /** The folder of its programs. */
  bin: string;
  /** @returns the address of a new, empty database. */
  database(): Promise<string>;
  /** Kill every backend and the postmaster, then start again on the same folder. */
  crash(): Promise<void>;
  /** Kill it as `crash` does, and leave it down until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
}

/** Start one. As root it runs under another account: PostgreSQL refuses root. */
export async function startPostgres(): Promise<Postgres> {
  const bin = findBinaries() ?? install();
  const account = accountToRunAs();
  const folder = mkdtempSync(join(tmpdir(), 'sx-pg-')); // short: a socket's path has 107 bytes at most
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid);
  const options: SpawnOptions = { ...account, cwd: folder, stdio: 'pipe' };
  const data = join(folder, 'data');
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'sanxiu', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'],
    options,
  );
  const address = (database: string) => `postgres://sanxiu@localhost/${database}?host=${folder}`;
  let server = await launch(bin, folder, options, address('postgres'));
  let count = 0;
  const down = async () => {
    const ended = endOf(server);
    server.kill('SIGQUIT'); // immediate: as after a power cut the log is replayed
    await ended;
  };
  const up = async () => {
    server = await launch(bin, folder, options, address('postgres'));
  };
  return {
    bin,
    async database() {
      count += 1;
      const name = `t${count}`;
      await ask(address('postgres'), `create database ${name}`);
      return address(name);
    },
    async crash() {
      await down();
      await up();
    },
    down,
    up,
    async stop() {
      await down();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The newest installed server's programs. */
function findBinaries(): string | undefined {
  const home = '/usr/lib/postgresql';
  if (!existsSync(home)) return undefined;
  const versions = readdirSync(home).filter((name) => existsSync(join(home, name, 'bin/postgres')));
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
  return newest && join(home, newest, 'bin');
}

const canInstall = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

/** Before all tests, once: two that installed at the same time would be in each other's way. Where nothing can be installed the tests say so. */
export function setup(): void {
  if (!SKIP && !findBinaries() && canInstall()) install();
}

function install(): string {
  const command = 'apt-get update && apt-get install -y --no-install-recommends postgresql';
  if (!canInstall())
    throw new Error(
      `PostgreSQL is not installed, and the store has to be proven on it. On Debian or Ubuntu: sudo sh -c '${command}'. To go without, for now: TEST_PG=skip npm test`,
    );
  // Else the package starts a server of its own, for good.
  mkdirSync('/etc/postgresql-common', { recursive: true });
  writeFileSync('/etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n');
  execFileSync('sh', ['-c', command], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const bin = findBinaries();
  if (!bin) throw new Error(`PostgreSQL is still missing after: ${command}`);
  return bin;
}

/** An account without rights, when these tests run as root; else none is needed. */
export function accountToRunAs(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody'])
    try {
      const [uid, gid] = ['-u', '-g'].map((what) =>
        Number(execFileSync('id', [what, name], { stdio: 'pipe' })),
      );
      if (uid && gid) return { uid, gid };
    } catch {
      // the next one
    }
  throw new Error(
    'Neither an account postgres nor nobody is here; PostgreSQL does not run as root. Run the tests as another account.',
  );
}

async function launch(bin: string, folder: string, options: SpawnOptions, url: string) {
  const args = [
    '-D',
    join(folder, 'data'),
    '-k',
    folder,
    '-c',
    'listen_addresses=',
    '-c',
    'max_connections=60',
  ];
  const server = spawn(join(bin, 'postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4_000);
  });
  const end = () => server.kill('SIGQUIT');
  process.once('exit', end);
  server.once('exit', () => process.off('exit', end));
  for (let tries = 0; tries < 200 && server.exitCode === null; tries += 1) {
    if (
      await ask(url, 'select 1').then(
        () => true,
        () => false,
      )
    )
      return server;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`PostgreSQL did not start in ${folder}:\n${said}`);
}

const endOf = (child: ReturnType<typeof spawn>) =>
  child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : Promise.resolve();

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => {});
  }
}

function run(program: string, args: string[], options: SpawnOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, options);
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    child.stdout?.resume();
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program}: ${said}`))));
  });
}
