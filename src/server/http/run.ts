import type { Clock } from '#server/port/clock.ts';
import type { Api } from './api.ts';
import { createErrorLog } from './error-log.ts';
import { createHostCheck } from './hosts.ts';
import { lanLines, roomAddresses } from './lan.ts';
import { createListener } from './listener.ts';
import type { Renderer } from './on-demand.ts';
import { type Serving, serve } from './serve.ts';
import type { Settings } from './settings.ts';
import { loadSite } from './site.ts';

export interface RunPlan {
  /** The folder scripts/build.mjs wrote. */
  dist: string;
  settings: Settings;
  render: Renderer;
  api?: Api;
  locals: () => object;
  clock: Clock;
  /** Gets one JSON line per failed request. */
  log: (line: string) => void;
}

/** Load the site and serve it as the settings say. @throws as `loadSite` and `serve`. */
export function startSite({ dist, settings, render, api, locals, clock, log }: RunPlan): Promise<Serving> {
  const { host, lan, origin, testHosts } = settings;
  const site = loadSite(dist, origin?.startsWith('https:') ?? false);
  const logError = createErrorLog(clock, log);
  return serve({
    host,
    lan,
    port: settings.port,
    listener: (port) => {
      const isOurHost = createHostCheck({ port, lan, testHosts, listensOn: host, ...(origin && { origin }) });
      return createListener({
        site,
        isOurHost,
        render,
        locals,
        logError,
        ...(api && { api }),
        ...(origin && { origin }),
      });
    },
  });
}

/** What the terminal shows once the site is served. */
export function readyLines(serving: Serving, { lan, origin, dataDir, databaseUrl }: Settings): string[] {
  const local = `${siteOrigin({}, serving.port)}/`;
  return [
    `三修 Sanxiu  ${local}${origin ? `  ${origin}/` : ''}`,
    `学习记录在学员自己的浏览器里，打开同步的人另送一份到这台服务器，存在：${databaseUrl ? 'PostgreSQL' : dataDir}`,
    `Learners' records are in their own browsers; who turns on syncing sends a copy to this server, kept in: ${databaseUrl ? 'PostgreSQL' : dataDir}`,
    ...(lan ? lanLines(roomAddresses(), serving.port) : []),
  ];
}

/** Where people open the site, for links that are printed. */
export const siteOrigin = ({ origin }: Pick<Settings, 'origin'>, port: number): string =>
  origin ?? `http://localhost${port === 80 ? '' : `:${port}`}`;

/** What the terminal shows of a new link for an admin. Whoever has it can become one, so it is printed and not logged. */
export const adminLinkLines = (link: string): string[] => [
  `管理员链接，24小时内有效，只能用一次：先在网页上设好登录方式，再打开它。  ${link}`,
  `A link that makes you an administrator, good once within 24 hours: ${link}`,
];

/**
 * End well on SIGTERM and SIGINT: finish what is running, then leave with code 0 within five seconds.
 * A second signal ends at once.
 * @param ended called with the exit code; `process.exit` outside tests.
 */
export function drainOnSignal(serving: Serving, ended: (code: number) => void = process.exit): void {
  let firstAtMs: number | undefined;
  const stop = () => {
    const nowMs = performance.now();
    // One Ctrl-C arrives two or three times: from the terminal, and from npm and setup.mjs that hand it on.
    if (firstAtMs !== undefined) return nowMs - firstAtMs > 500 ? ended(1) : undefined;
    firstAtMs = nowMs;
    serving.drain().then(() => ended(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
