// Starts the built product on a free port for scripts that look at it; the caller ends it with `stop()`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @returns {Promise<number>} a port nobody uses right now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * @param {(origin: string) => Record<string, string>} [settings] besides the port.
 * @returns {Promise<{ origin: string, dataDir: string, stop: () => void }>}
 */
export async function serveBuilt(settings = () => ({})) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'sanxiu-data-'));
  const child = spawn('node', ['dist/main.mjs'], {
    // Not the data of whoever has a server running here, nor its lock.
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', ...settings(origin) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  child.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      if ((await fetch(`${origin}/healthz`)).ok) return { origin, dataDir, stop };
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error('dist/main.mjs did not answer within 10 s; run npm start once to see why');
}
