// How many requests per second our server answers beside nginx, both on this machine, both with files compressed ahead.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../scripts/serve-built.mjs';

const CONNECTIONS = 32;
const SECONDS = 4;

/** @param {string} program @returns {boolean} whether it can be started here. */
export function isInstalled(program) {
  try {
    execFileSync(process.platform === 'win32' ? 'where' : 'which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * nginx as performance.md §4 has it: one worker, gzip_static, no log; everything it writes in a temporary folder.
 * @param {string} client dist/client.
 * @returns {Promise<{ origin: string, stop: () => void }>}
 */
export async function serveByNginx(client) {
  const folder = mkdtempSync(join(tmpdir(), 'sanxiu-bench-'));
  const port = await freePort();
  // Started as root, its worker would be nobody, who may not read a clone in a private folder.
  const user = process.getuid?.() === 0 ? `user ${userInfo().username};` : '';
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  const config = `${user} worker_processes 1; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 512; }
http {
  ${temp}
  types { text/html html; text/javascript js; image/svg+xml svg; application/json json; }
  access_log off; sendfile on; keepalive_requests 1000000000; gzip_static on; open_file_cache max=1000;
  server { listen 127.0.0.1:${port}; root ${client}; index index.html; }
}
`;
  writeFileSync(join(folder, 'nginx.conf'), config);
  const child = spawn(
    'nginx',
    ['-p', folder, '-e', `${folder}/error.log`, '-c', join(folder, 'nginx.conf')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  child.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const origin = `http://127.0.0.1:${port}`;
  await answers(`${origin}/`);
  return { origin, stop };
}

/** @param {string} url */
async function answers(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await pause(50);
  }
  throw new Error(`${url} did not answer within 5 s`);
}

/** @param {string} url @returns {Promise<number>} requests per second. */
export function load(url) {
  return isInstalled('wrk') ? loadByWrk(url) : loadByNode(url);
}

/** @param {string} url @returns {Promise<number>} */
function loadByWrk(url) {
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '-H', 'Accept-Encoding: gzip', url];
  return new Promise((resolve, reject) => {
    const child = spawn('wrk', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('close', () => {
      const errors = /Non-2xx or 3xx responses: (\d+)/.exec(text);
      if (errors) return reject(new Error(`${url}: ${errors[0]}`));
      resolve(Number(/Requests\/sec:\s*([\d.]+)/.exec(text)?.[1] ?? Number.NaN));
    });
  });
}

/** Slower than wrk, so both sides are held back alike: the ratio is then a bound only. @param {string} url @returns {Promise<number>} */
async function loadByNode(url) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const end = performance.now() + SECONDS * 1000;
  let done = 0;
  const one = () =>
    new Promise((resolve, reject) => {
      get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
        response.resume().on('end', resolve);
      }).on('error', reject);
    });
  const client = async () => {
    while (performance.now() < end) {
      await one();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  agent.destroy();
  return done / SECONDS;
}
