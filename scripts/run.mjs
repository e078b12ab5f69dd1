// Runs a command of the project and leaves nothing behind: what ends us ends it too.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** The clone's root folder, with a closing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Run a command to its end with our input, output and environment. Not spawnSync: that one hears no signals.
 * @param {string} command found on PATH (setup.mjs puts node_modules/.bin first).
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code; 1 when it was ended by a signal or could not be started.
 */
export function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    const done = (/** @type {number | null} */ code) => {
      for (const signal of SIGNALS) process.off(signal, pass);
      resolve(code ?? 1);
    };
    for (const signal of SIGNALS) process.on(signal, pass);
    child.on('error', () => done(1));
    child.on('close', done);
  });
}
