import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { sendBytes, sendFile, sendText } from './answer.ts';
import type { Api } from './api.ts';
import { bodyKindOf } from './body-kind.ts';
import { addressOf } from './caller-address.ts';
import type { ErrorLog } from './error-log.ts';
import type { HostCheck } from './hosts.ts';
import { METHODS, type Renderer, readBody, refuseHead, replaceFailure } from './on-demand.ts';
import { REFUSALS, type Refusal, refusalText } from './refusals.ts';
import type { Site } from './site.ts';
import { readTarget } from './target.ts';

export interface ListenerPlan {
  site: Site;
  isOurHost: HostCheck;
  /** The public address, when one is set. */
  origin?: string;
  render: Renderer;
  /** Answers what lies below `/api/`, without the renderer. */
  api?: Api;
  /** A fresh object for each request: pages add to it. */
  locals: () => object;
  logError: ErrorLog;
}

interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
  path: string;
  query: string;
  /** Once it has been told to somebody: the log and the answer name the same one. */
  requestId?: string;
}

// Callers of these are programs: they get sentences, not pages.
const FOR_PROGRAMS = /^\/(api|healthz|\.well-known|_astro|_content)(\/|$)/;

/** Answer one site: files from memory, everything else through the renderer. Never throws, never rejects. */
export function createListener(plan: ListenerPlan): RequestListener {
  const { site, isOurHost } = plan;
  return (req, res) => {
    // The usual request, a page or an asset by its exact address, is answered by one map lookup.
    const file = site.files.get(req.url ?? '');
    if (file && (req.method === 'GET' || req.method === 'HEAD') && isOurHost(req.headers.host)) {
      sendFile(req, res, file);
      return;
    }
    answerSlowly(plan, req, res).catch((error) => fail(plan, { req, res, path: '/', query: '' }, error));
  };
}

async function answerSlowly(plan: ListenerPlan, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { site } = plan;
  if (!plan.isOurHost(req.headers.host))
    return refuse(plan, { req, res, path: '/', query: '' }, REFUSALS.foreignHost);
  const target = readTarget(req.url ?? '');
  if (target.status === 'malformed')
    return refuse(plan, { req, res, path: '/', query: '' }, REFUSALS.malformed);
  const { path, query } = target;
  const exchange = { req, res, path, query };
  const file = site.files.get(path);
  const slashed = site.redirects.get(path);
  if (!file && slashed === undefined) return answerOnDemand(plan, exchange);
  if (req.method !== 'GET' && req.method !== 'HEAD')
    return refuse(plan, exchange, REFUSALS.method, ['allow', 'GET, HEAD']);
  if (file) return sendFile(req, res, file);
  // From the table, not from the request, and never with a host: it cannot lead to another site.
  redirect(plan, exchange, encodeURI(slashed as string) + query);
}

async function answerOnDemand(plan: ListenerPlan, exchange: Exchange): Promise<void> {
  const { req, path } = exchange;
  // Astro's own endpoints (images by URL, islands, actions) stay closed: this site uses none of them.
  if (path.startsWith('/_')) return missing(plan, exchange);
  const kind = bodyKindOf(req.method, path);
  const refusal = refuseHead(req, plan.origin, kind);
  if (refusal)
    return refuse(plan, exchange, refusal, refusal === REFUSALS.method ? ['allow', METHODS.join(', ')] : []);
  let body: Buffer | undefined;
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    const read = await readBody(req, kind.most);
    if (read === 'gone') return;
    if (read === 'too-large') return refuse(plan, exchange, kind.tooLarge);
    body = read;
  }
  if (plan.api && path.startsWith('/api/')) return answerApi(plan, plan.api, exchange, body);
  if (body) Object.assign(req, { body }); // where the adapter looks for a body that was read already
  await runRenderer(plan, exchange);
}

async function answerApi(
  plan: ListenerPlan,
  api: Api,
  exchange: Exchange,
  body: Buffer | undefined,
): Promise<void> {
  const { req, res, path, query } = exchange;
  const requestId = randomUUID();
  exchange.requestId = requestId;
  const { cookie, host, 'sec-fetch-site': site, 'x-learner': learner } = req.headers;
  const fetchSite = [site].flat().at(-1);
  const meantFor = [learner].flat().at(-1);
  const call = { query, cookie, body, requestId, address: addressOf(req), host, fetchSite, meantFor };
  let answer: Awaited<ReturnType<Api>>;
  try {
    answer = await api(req.method ?? '', path, call);
  } catch (error) {
    return fail(plan, exchange, error);
  }
  if (answer === 'missing') return missing(plan, exchange);
  const { headers = [] } = answer;
  if ('refusal' in answer) return refuse(plan, exchange, answer.refusal, headers);
  const all = [...headers, ...plan.site.answerHeaders];
  if ('bytes' in answer) return sendBytes(req, res, { ...answer, headers: all });
  sendText(req, res, {
    status: answer.status,
    text: answer.json,
    type: 'application/json; charset=utf-8',
    headers: all,
  });
}

async function runRenderer(plan: ListenerPlan, exchange: Exchange): Promise<void> {
  const { req, res } = exchange;
  res.setHeader('cache-control', 'no-store'); // unless the route says otherwise
  const { answerHeaders } = plan.site;
  for (let i = 0; i < answerHeaders.length; i += 2)
    res.setHeader(answerHeaders[i] as string, answerHeaders[i + 1] as string);
  const release = replaceFailure(res, () => fail(plan, exchange));
  const next = (error?: unknown) => {
    release();
    if (error) fail(plan, exchange, error);
    else missing(plan, exchange);
  };
  try {
    await plan.render(req, res, next, plan.locals());
  } catch (error) {
    release();
    fail(plan, exchange, error);
  }
}

function missing({ site }: ListenerPlan, { req, res, path }: Exchange): void {
  if (FOR_PROGRAMS.test(path)) {
    const { status } = REFUSALS.missing;
    sendText(req, res, { status, text: refusalText(REFUSALS.missing), headers: site.answerHeaders });
  } else sendFile(req, res, site.errorPages.missing(path));
}

function redirect({ site }: ListenerPlan, { req, res }: Exchange, location: string): void {
  const headers = ['location', location, ...site.answerHeaders];
  sendText(req, res, { status: 301, text: '', headers });
}

function refuse(
  { site }: ListenerPlan,
  { req, res }: Exchange,
  refusal: Refusal,
  more: readonly string[] = [],
): void {
  // No `connection: close`: closing on an unread body resets the connection, and the sender never sees why.
  // Node drops the rest; the request timeout bounds it.
  const headers = [...more, ...site.answerHeaders];
  sendText(req, res, { status: refusal.status, text: refusalText(refusal), headers });
}

function fail(plan: ListenerPlan, exchange: Exchange, error?: unknown): void {
  const { req, res, path, requestId = randomUUID() } = exchange;
  plan.logError({ requestId, method: req.method ?? '', path, status: 500, error });
  if (res.headersSent) {
    // Half an answer is out: only a cut tells the client that the rest is missing.
    if (!res.writableEnded) res.destroy();
    return;
  }
  for (const name of res.getHeaderNames()) res.removeHeader(name);
  const { html, policy } = plan.site.errorPages.failure(path, requestId);
  const program = FOR_PROGRAMS.test(path);
  sendText(req, res, {
    status: 500,
    text: program ? `${refusalText(REFUSALS.failure)}${requestId}\n` : html,
    ...(!program && { type: 'text/html; charset=utf-8' }),
    headers: ['x-request-id', requestId, ...plan.site.security, 'content-security-policy', policy],
  });
}
