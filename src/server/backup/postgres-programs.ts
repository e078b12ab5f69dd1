import { spawn } from 'node:child_process';

/** How a program ended; undefined when it is not installed. */
export type ProgramEnd = { code: number; out: string; err: string } | undefined;

/**
 * Run one of PostgreSQL's own programs on a database.
 * @param url its password goes by the environment: command lines can be read by everybody on the machine.
 */
export function runProgram(program: string, args: readonly string[], url: string): Promise<ProgramEnd> {
  const { bare, password } = withoutPassword(url);
  const child = spawn(program, [...args, `--dbname=${bare}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
  });
  return new Promise((resolve, reject) => {
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve(undefined) : reject(error),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, out, err: err.trim() }));
  });
}

/** The address as it may be shown, and its password as it was meant. */
export function withoutPassword(url: string): { bare: string; password: string } {
  const parts = new URL(url);
  const password = decodeURIComponent(parts.password);
  parts.password = '';
  return { bare: parts.href, password };
}
