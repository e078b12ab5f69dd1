import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A listening site. */
export interface Serving {
  port: number;
  /** Addresses listened on. Example: `['127.0.0.1', '::1']`. */
  addresses: readonly string[];
  /**
   * Stop accepting, let running requests finish, close.
   * @param graceMs after this the remaining connections are cut; default 4,500.
   */
  drain(graceMs?: number): Promise<void>;
}

/** Listening failed for a reason an operator can mend; the message says how. */
export class ListenError extends Error {
  override name = 'ListenError';
}

export interface ServePlan {
  /** Made once the port is known: the allowed hosts depend on it. */
  listener: (port: number) => RequestListener;
  host: string;
  /** 0 = any free one. */
  port: number;
  lan: boolean;
}

const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Longer than the idle time of usual proxies (60 s): they, not we, close first, so no request meets a closing end.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};

/**
 * Listen and answer.
 * @throws {ListenError} when the port is taken or not allowed.
 */
export async function serve(plan: ServePlan): Promise<Serving> {
  const [first, second] = placesOf(plan);
  const main = await listen(first.host, plan.port, first.instead);
  const { port } = main.address() as AddressInfo;
  const listener = plan.listener(port);
  main.on('request', listener);
  const twin = second === undefined ? undefined : await listenBeside(second, port, plan.port === 0, main);
  twin?.on('request', listener);
  const servers = twin ? [main, twin] : [main];
  return {
    port,
    addresses: servers.map((server) => (server.address() as AddressInfo).address),
    drain: (graceMs = 4_500) => drain(servers, graceMs),
  };
}

/** Listen on `::1` as well. A machine without IPv6 does without; a taken one would show another program's pages. */
function listenBeside(
  host: string,
  port: number,
  anyPort: boolean,
  main: Server,
): Promise<Server | undefined> {
  return listen(host, port).catch((error) => {
    if (!(error instanceof ListenError) || anyPort) return undefined;
    main.close();
    throw error;
  });
}

function placesOf({ host, lan }: ServePlan): [{ host: string; instead?: string }, string?] {
  if (lan) return [{ host: '::', instead: '0.0.0.0' }]; // :: takes IPv4 in as well
  return host === 'localhost' ? [{ host: '127.0.0.1' }, '::1'] : [{ host }];
}

function listen(host: string, port: number, instead?: string): Promise<Server> {
  const server = createServer(TIMEOUTS);
  return new Promise<Server>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve(server);
    });
  }).catch((error: NodeJS.ErrnoException) => {
    const absent = error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL';
    if (absent && instead) return listen(instead, port);
    throw explain(error, host, port);
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const other = port === 4321 ? 8080 : 4321;
  const remedy = `PORT=${other} npm start`;
  if (error.code === 'EADDRINUSE')
    return new ListenError(
      `端口${port}已被别的程序占用，换一个端口启动：${remedy}\nPort ${port} is in use (${host}). Start on another one: ${remedy}`,
    );
  if (error.code === 'EACCES')
    return new ListenError(
      `没有权限使用端口${port}，换一个端口启动：${remedy}\nPort ${port} needs more rights. Start on another one: ${remedy}`,
    );
  return error;
}

async function drain(servers: readonly Server[], graceMs: number): Promise<void> {
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
  // A connection whose last answer just went out turns idle only now; close() looked once, at the start.
  const sweep = setInterval(() => servers.forEach((server) => void server.closeIdleConnections()), 50);
  const cut = setTimeout(() => servers.forEach((server) => void server.closeAllConnections()), graceMs);
  await Promise.all(closed);
  clearInterval(sweep);
  clearTimeout(cut);
}
