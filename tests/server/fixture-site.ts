/** A small built site in a temporary folder, our server in front of it, and a client that sends exactly what it is told. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Api } from '#server/http/api.ts';
import type { Renderer } from '#server/http/on-demand.ts';
import { startSite } from '#server/http/run.ts';

const LONG = '<p>先听后说。</p>'.repeat(60);
export const PAGES = {
  home: `<!doctype html><html lang="zh-CN"><title>首页</title>${LONG}`,
  lesson: `<!doctype html><html lang="zh-CN"><title>课</title>${LONG}`,
  missingZh: `<!doctype html><html lang="zh-CN"><title>没有这一页</title>${LONG}`,
  missingEn: `<!doctype html><html lang="en"><title>There is no such page</title>${LONG}`,
  failedZh: '<!doctype html><html lang="zh-CN"><p>编号<code>REQUEST-ID</code>',
  failedEn: '<!doctype html><html lang="en"><p>Number <!--request-id-->',
};

/** Path below dist → content. */
export const FIXTURE: Record<string, string> = {
  'client/index.html': PAGES.home,
  'client/learn/m2-fab-pitch/index.html': PAGES.lesson,
  'client/en/index.html': PAGES.home.replace('zh-CN', 'en'),
  'client/404.html': PAGES.missingZh,
  'client/en/404/index.html': PAGES.missingEn,
  'client/500.html': PAGES.failedZh,
  'client/en/500/index.html': PAGES.failedEn,
  'client/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'client/名片.txt': '名片',
  'client/_astro/app.AAAA1111.js': `export const now = 1;${'//'.repeat(400)}`,
  'client/_content/m2-fab-pitch.a878.json': '{"revision":"a878"}',
  'previous/_astro/app.ZZZZ0000.js': 'export const before = 1;',
  'previous/_astro/app.AAAA1111.js': 'export const wrong = "the present build wins";',
  'headers.json': JSON.stringify({
    '*': 'policy-of-everything-else',
    '/': 'policy-of-home',
    '/learn/m2-fab-pitch/': 'policy-of-lesson',
    '/404.html': 'policy-of-404',
    '/en/500/': 'policy-of-500',
  }),
};

export interface Reply {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
  text: string;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as they are; without content-length when there is more than one. */
  body?: (string | Uint8Array)[];
}

const lengthOf = (part: string | Uint8Array) =>
  typeof part === 'string' ? Buffer.byteLength(part) : part.length;

/** One request over a connection of its own, target and headers untouched by URL parsing. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body = [] }: Asked = {}) {
  return new Promise<Reply>((resolve, reject) => {
    const length: Record<string, string> =
      body.length === 1 ? { 'content-length': String(lengthOf(body[0] ?? '')) } : {};
    const req = request(
      { host: '127.0.0.1', port, path, method, headers: { ...length, ...headers }, agent: false },
      (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk) => chunks.push(chunk));
        res.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({ status: res.statusCode ?? 0, headers: res.headers, body: bytes, text: bytes.toString() });
        });
        res.on('error', reject);
      },
    );
    req.on('error', reject);
    for (const part of body) req.write(part);
    req.end();
  });
}

/** Writes files below a new folder; `.br` and `.gz` beside those of client/ above 500 bytes. */
export function writeDist(files: Record<string, string>): string {
  const dist = mkdtempSync(join(tmpdir(), 'sanxiu-dist-'));
  for (const [name, content] of Object.entries(files)) {
    const path = join(dist, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    if (!name.startsWith('client/') || Buffer.byteLength(content) <= 500) continue;
    writeFileSync(`${path}.br`, brotliCompressSync(content));
    writeFileSync(`${path}.gz`, gzipSync(content));
  }
  return dist;
}

export interface SitePlan {
  files?: Record<string, string>;
  render?: Renderer;
  api?: Api;
  origin?: string;
  testHosts?: string[];
  host?: string;
}

const nothing: Renderer = (_req: IncomingMessage, _res: ServerResponse, next) => next();

/** Serve a fixture on a free port. `log` collects the lines of the error log. */
export async function serveFixture({ files = FIXTURE, render = nothing, ...more }: SitePlan = {}) {
  const dist = writeDist(files);
  const log: string[] = [];
  const { api, origin, testHosts = [], host = '127.0.0.1' } = more;
  const serving = await startSite({
    dist,
    settings: {
      port: 0,
      host,
      lan: false,
      testHosts,
      dataDir: dist,
      migrateOnly: false,
      ...(origin && { origin }),
    },
    render,
    ...(api && { api }),
    locals: () => ({ greeting: 'hello' }),
    clock: { now: () => Date.UTC(2026, 10, 23) },
    log: (line) => log.push(line),
  });
  return {
    serving,
    log,
    ask: (path: string, asked?: Asked) => ask(serving.port, path, asked),
    async stop() {
      await serving.drain(100);
      rmSync(dist, { recursive: true, force: true });
    },
  };
}
