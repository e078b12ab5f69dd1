import { randomUUID } from 'node:crypto';
import { mistakePlace } from '#core/model/mistake.ts';
import type { AdminStores } from '#server/port/admin-stores.ts';
import type { AuditLog } from '#server/port/audit-log.ts';
import type { Clock } from '#server/port/clock.ts';
import type { FactCheckStore } from '#server/port/fact-check-store.ts';
import type { Machine } from '#server/port/machine.ts';
import type { KeptMistake, MistakeStore } from '#server/port/mistake-store.ts';
import type { OutboxStore } from '#server/port/outbox-store.ts';
import { quarantineBodySchema, retentionBodySchema } from '#server/usecase/admin-body.schema.ts';
import { createLookOver } from '#server/usecase/look-over.ts';
import type { ResetByFacilitator } from '#server/usecase/reset-by-facilitator.ts';
import { createSetRetention, readAskedDays } from '#server/usecase/set-retention.ts';
import { createPeopleRoutes, type PeopleRoutes } from './admin-people-routes.ts';
import { ADMIN_REFUSALS } from './admin-refusals.ts';
import type { ApiRoutes } from './api.ts';
import { answered, malformed } from './api-body.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { readAs } from './read-as.ts';

export interface AdminRoutesPlan {
  admin: AdminStores;
  audit: AuditLog;
  mistakes: MistakeStore;
  factChecks: Pick<FactCheckStore, 'totals'>;
  machine: Machine;
  clock: Clock;
  outbox: Pick<OutboxStore, 'sendAgain'>;
  /** Absent: nothing is forwarded to another system. */
  forwarding?: Pick<OutboxStore, 'state'> | undefined;
  resetRecovery: ResetByFacilitator;
}

type AdminRoutes = PeopleRoutes &
  Pick<
    ApiRoutes,
    | 'GET /api/retention'
    | 'GET /api/admin/overview'
    | 'GET /api/admin/audit'
    | 'GET /api/admin/quarantine'
    | 'POST /api/admin/quarantine/dismiss'
    | 'GET /api/admin/mistakes'
    | 'POST /api/admin/mistakes/:mistakeId/done'
    | 'GET /api/admin/retention'
    | 'POST /api/admin/retention'
    | 'POST /api/admin/statements/send-again'
  >;

const PAGE = 50;
/** Reports of one answer: of those dealt with, older ones are for `npm run inbox -- --all`. */
const REPORTS = 1_000;

/** What an admin sees and does. Each act is written down together with what it does, or neither happens. */
export function createAdminRoutes(plan: AdminRoutesPlan): AdminRoutes {
  const { admin, audit, mistakes, outbox, clock } = plan;
  const { people, quarantine, retention, duties } = admin;
  const lookOver = createLookOver({ ...plan, people, retention });
  const { view, set } = createSetRetention({ retention, duties, clock });
  const by = ({ id: actorId }: { id: string }) => ({ id: randomUUID(), at: clock.now(), actorId });
  return {
    ...createPeopleRoutes(plan),
    // For the privacy page: whoever reads it is told what is set here.
    'GET /api/retention': async () => {
      const { learnerDays, mistakeDays, auditDays } = await retention.read();
      return answered(200, { learnerDays, mistakeDays, auditDays });
    },
    'GET /api/admin/overview': async () => answered(200, await lookOver()),
    'GET /api/admin/audit': async ({ query }) => {
      const place = readCursor(new URLSearchParams(query).get('before'), [0, ''] as [number, string]);
      const found = await audit.list(PAGE + 1, place && { at: place[0], id: place[1] });
      const entries = found.slice(0, PAGE);
      const ids = entries.flatMap(({ actorId, subjectId }) => [actorId, subjectId ?? []].flat());
      const names = await people.names([...new Set(ids)]);
      const last = found.length > PAGE ? entries.at(-1) : undefined;
      return answered(200, { entries, names, ...(last && { next: writeCursor([last.at, last.id]) }) });
    },
    'GET /api/admin/quarantine': async ({ query }) => {
      const after = readCursor(new URLSearchParams(query).get('after'), PLACE);
      const [receivedAt, learnerId, factId, digest] = after ?? PLACE;
      const found = await quarantine.list(PAGE + 1, after && { receivedAt, learnerId, factId, digest });
      const items = found.slice(0, PAGE);
      const last = found.length > PAGE ? items.at(-1) : undefined;
      const next = last && writeCursor([last.receivedAt, last.learnerId, last.factId, last.digest]);
      return answered(200, { items, ...(next && { next }) });
    },
    'POST /api/admin/quarantine/dismiss': async (call, _session, viewer) => {
      const read = readAs(quarantineBodySchema, call);
      if ('answer' in read) return read.answer;
      const isDone = await quarantine.dismiss(read.value, by(viewer));
      return isDone ? answered(200, {}) : { refusal: ADMIN_REFUSALS.notAside };
    },
    'GET /api/admin/mistakes': async ({ query }) => {
      const all = new URLSearchParams(query).get('which') === 'all';
      const kept = await mistakes.list(all ? 'all' : 'open');
      return answered(200, { reports: kept.slice(0, REPORTS).map(reportOf) });
    },
    'POST /api/admin/mistakes/:mistakeId/done': async ({ params }, _session, viewer) => {
      const { mistakeId = '' } = params;
      const done = await mistakes.markDone(mistakeId, clock.now(), by(viewer));
      return done === 'unknown' ? { refusal: ADMIN_REFUSALS.noReport } : answered(200, {});
    },
    'POST /api/admin/statements/send-again': async (_call, _session, viewer) =>
      answered(200, { count: await outbox.sendAgain(by(viewer)) }),
    'GET /api/admin/retention': async ({ query }) => {
      const asked = readAskedDays(query);
      return asked.status === 'read' ? answered(200, await view(asked.days)) : malformed(asked.problem);
    },
    'POST /api/admin/retention': async (call, _session, viewer) => {
      const read = readAs(retentionBodySchema, call);
      if ('answer' in read) return read.answer;
      const { concerned, ...wanted } = read.value;
      const done = await set(wanted, concerned, by(viewer));
      return done === 'more' ? { refusal: ADMIN_REFUSALS.moreConcerned } : answered(200, await view());
    },
  };
}

const PLACE: [number, string, string, string] = [0, '', '', ''];

const reportOf = (kept: KeptMistake) => {
  const { id, language, revision, words, receivedAt, doneAt } = kept;
  return { id, where: mistakePlace(kept), language, revision, words, receivedAt, doneAt };
};
