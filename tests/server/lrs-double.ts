/**
 * A small LRS as strict as the specification lets it be (xAPI 1.0.3, part three, 2.1.2 and 3.2–4.0): head, ids, shape and
 * doubles are looked at, a batch is taken as a whole or not at all, and a statement under an id that is there is either the
 * same or a conflict. It can be told to fail in the ways networks and LRSs do.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSameBody } from '#core/model/same-body.ts';
import type { Statement } from '#core/statement/statement.ts';
import { statementSchema } from '../core/statement/xapi.schema.ts';

/**
 * lost: kept, but the answer does not arrive · cut: not kept, no answer · silent: kept, and no answer for ever · a number: not
 * kept, this status · page: 200 with a page, as sign-in portals do.
 */
export type LrsFault = 'lost' | 'cut' | 'silent' | 'page' | number;

export interface LrsDouble {
  endpoint: string;
  auth: string;
  /** Statements by id, as they came first. */
  kept: Map<string, Statement>;
  /** How many statements each request had, in order. */
  sizes: number[];
  /** Asked for each request; undefined = no fault. */
  fault: (request: number, statements: readonly Statement[]) => LrsFault | undefined;
  /** A status for a statement that this LRS does not want. */
  dislikes: (statement: Statement) => number | undefined;
  stop(): Promise<void>;
}

export const LRS_AUTH = 'key:secret';

export async function startLrs(): Promise<LrsDouble> {
  const server = createServer((req, res) => void answer(double, req, res));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const double: LrsDouble = {
    endpoint: `http://127.0.0.1:${port}/xapi/`,
    auth: LRS_AUTH,
    kept: new Map(),
    sizes: [],
    fault: () => undefined,
    dislikes: () => undefined,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
  return double;
}

async function answer(double: LrsDouble, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  const reply = (status: number, body: unknown, type = 'application/json') => {
    res.writeHead(status, { 'content-type': type, 'x-experience-api-version': '1.0.3' });
    res.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const problem = headProblem(req);
  if (problem) return reply(...problem);
  const statements = JSON.parse(String(Buffer.concat(chunks))) as Statement[];
  double.sizes.push(statements.length);
  const fault = double.fault(double.sizes.length, statements);
  if (fault === 'cut') return void res.destroy();
  if (fault === 'page') return reply(200, '<!doctype html><title>Sign in</title>', 'text/html');
  if (typeof fault === 'number') return reply(fault, { message: 'fault' });
  const refused = batchProblem(double, statements);
  if (refused) return reply(...refused);
  for (const statement of statements)
    if (!double.kept.has(statement.id)) double.kept.set(statement.id, statement);
  if (fault === 'lost') return void res.destroy();
  if (fault === 'silent') return;
  reply(
    200,
    statements.map(({ id }) => id),
  );
}

type Problem = [status: number, body: { message: string }];
const no = (status: number, message: string): Problem => [status, { message }];

function headProblem({ method, url, headers }: IncomingMessage): Problem | undefined {
  if (url !== '/xapi/statements') return no(404, 'no such resource');
  if (method !== 'POST') return no(405, 'only POST here');
  if (!/^1\.0(\.|$)/.test(String(headers['x-experience-api-version'])))
    return no(400, 'version header (3.3)');
  if (headers.authorization !== `Basic ${Buffer.from(LRS_AUTH).toString('base64')}`) return no(401, 'key');
  return headers['content-type'] === 'application/json' ? undefined : no(400, 'content type (3.2)');
}

function batchProblem({ kept, dislikes }: LrsDouble, statements: readonly Statement[]): Problem | undefined {
  if (new Set(statements.map(({ id }) => id)).size < statements.length) return no(400, 'an id twice (2.1.2)');
  for (const statement of statements) {
    const disliked = dislikes(statement);
    if (disliked) return no(disliked, 'not wanted');
    const { error } = statementSchema.safeParse(statement);
    if (error) return no(400, error.message);
  }
  const isConflict = statements.some((one) => {
    const known = kept.get(one.id);
    return known && !isSameBody(compared(known), compared(one));
  });
  return isConflict ? no(409, 'another statement lies under this id') : undefined;
}

/** Part two, 2.3.1: what does not count when two statements are compared. */
const compared = ({ timestamp: _, verb, object, ...rest }: Statement) => ({
  ...rest,
  verb: verb.id,
  object: object.id,
});
