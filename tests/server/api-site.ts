/** A site with the API in front of a store, and a client that speaks as a browser on the same site does. */
import type { Role } from '#core/account/role.ts';
import type { Overview } from '#core/admin/admin.ts';
import type { Outline } from '#core/cohort/standing.ts';
import { createGuessNames } from '#server/auth/guess-names.ts';
import { createIdentity, type Identity } from '#server/auth/identity.ts';
import { passkeyCeremonies } from '#server/auth/passkey-ceremonies.ts';
import { createSignedTexts, oneTimeSecrets } from '#server/auth/signed-texts.ts';
import { createTransferCodes } from '#server/auth/transfer-codes.ts';
import { createApi } from '#server/http/api.ts';
import { createRoutes, type RoutesPlan } from '#server/http/api-routes.ts';
import { createWarnLog } from '#server/http/error-log.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { LearnerStore } from '#server/port/learner-store.ts';
import type { MistakeStore } from '#server/port/mistake-store.ts';
import type { OutboxStore } from '#server/port/outbox-store.ts';
import type { TransferCodeStore } from '#server/port/transfer-code-store.ts';
import type { ResetByFacilitator } from '#server/usecase/reset-by-facilitator.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { ask, serveFixture } from './fixture-site.ts';

/** Where the pages of these tests are, as browsers see them. */
export const ORIGIN = 'https://sanxiu.example';
export const NOW = Date.UTC(2026, 10, 26);

/** What there is to be done in the course of these tests. */
export const OUTLINE = {
  lessons: [
    { id: 'm1-a', objectives: [{ id: 'O1' }, { id: 'O2' }] },
    { id: 'm1-b', objectives: [{ id: 'O1' }] },
  ],
  scenarios: [{ id: 'd-a' }],
} satisfies Outline;

export interface ApiSitePlan {
  store?: {
    facts: FactStore;
    learners: LearnerStore;
    mistakes?: MistakeStore;
    outbox?: OutboxStore;
    transferCodes?: TransferCodeStore;
  } & Partial<
    Pick<
      RoutesPlan,
      | 'blobs'
      | 'guessCounts'
      | 'cohorts'
      | 'accounts'
      | 'merges'
      | 'adminLinks'
      | 'admin'
      | 'audit'
      | 'passwords'
    >
  >;
  forwarding?: Pick<OutboxStore, 'state'>;
  resetRecovery?: ResetByFacilitator;
  onSeen?: (learnerId: string) => void;
  /** What `Machine.disk` tells. */
  disk?: Overview['disk'];
  identity?: Identity;
  blobQuotaMb?: number;
  /** The public address; passkeys belong to it. */
  publicOrigin?: string | undefined;
}

export async function serveApi({ store = memoryStore(), ...more }: ApiSitePlan = {}) {
  const time = { at: NOW };
  const clock = { now: () => time.at };
  const identity = more.identity ?? createIdentity({ keys: [Buffer.alloc(32, 7)], secure: false });
  const warnings: string[] = [];
  const logWarning = createWarnLog(clock, (line) => warnings.push(line));
  const stores = { ...memoryStore(), ...store };
  const routes = createRoutes({
    ...stores,
    outline: OUTLINE,
    withheld: { 't-02': ['entries.mood', 'secret'] },
    machine: {
      release: 'test',
      engine: 'sqlite',
      databaseBytes: async () => 4_096,
      disk: async () => more.disk,
    },
    forwarding: more.forwarding,
    ...(more.resetRecovery && { resetRecovery: more.resetRecovery }),
    codes: createTransferCodes(Buffer.alloc(32, 7)),
    guessName: createGuessNames(Buffer.alloc(32, 7)),
    texts: createSignedTexts([Buffer.alloc(32, 7)]),
    secrets: oneTimeSecrets,
    ceremonies: passkeyCeremonies,
    publicOrigin: 'publicOrigin' in more ? more.publicOrigin : ORIGIN,
    identity,
    clock,
    logWarning,
    origin: 'https://course.example.com',
    blobQuotaMb: more.blobQuotaMb,
  });
  const site = await serveFixture({
    api: createApi({ routes, identity, learners: store.learners, clock, onSeen: more.onSeen }),
  });
  const { port } = site.serving;

  /** @param sent a text goes as it is, everything else as JSON. */
  async function call(
    method: string,
    path: string,
    { cookie = '', sent }: { cookie?: string; sent?: unknown } = {},
  ) {
    const headers: Record<string, string> = {
      'sec-fetch-site': 'same-origin',
      ...(cookie && { cookie }),
      ...(sent !== undefined && { 'content-type': 'application/json' }),
    };
    const body = sent === undefined ? [] : [typeof sent === 'string' ? sent : JSON.stringify(sent)];
    const reply = await ask(port, path, { method, headers, body });
    const isJson = reply.headers['content-type']?.startsWith('application/json');
    return { ...reply, json: isJson ? JSON.parse(reply.text) : undefined };
  }

  /** A new learner's cookie. */
  async function join(nickname = '小红', role: Role = 'learner'): Promise<string> {
    const reply = await call('POST', '/api/learner', { sent: { nickname } });
    if (role !== 'learner') await store.learners.setRole(reply.json.id, role);
    return String(reply.headers['set-cookie']).split(';')[0] ?? '';
  }
  /** @param type what the sender says it is. */
  const sendPicture = (cookie: string, id: string, bytes: Uint8Array, type = 'image/jpeg') =>
    ask(port, `/api/blobs/${id}`, {
      method: 'PUT',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': type, ...(cookie && { cookie }) },
      body: [bytes],
    });
  const { admin, audit, mistakes } = stores;
  return { ...site, call, sendPicture, join, time, warnings, identity, admin, audit, mistakes };
}
