import { randomUUID } from 'node:crypto';
import { readNickname } from '#core/text/nickname.ts';
import { deleteBodySchema, roleBodySchema } from '#server/usecase/admin-body.schema.ts';
import { createExportPerson } from '#server/usecase/export-person.ts';
import { ADMIN_REFUSALS } from './admin-refusals.ts';
import type { AdminRoutesPlan } from './admin-routes.ts';
import type { ApiAnswer, ApiRoutes } from './api.ts';
import { answered } from './api-body.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { readAs } from './read-as.ts';
import { REFUSALS } from './refusals.ts';

export type PeopleRoutes = Pick<
  ApiRoutes,
  | 'GET /api/admin/people'
  | 'POST /api/admin/people/:learnerId/role'
  | 'POST /api/admin/people/:learnerId/recovery-code'
  | 'GET /api/admin/people/:learnerId/export'
  | 'DELETE /api/admin/people/:learnerId'
>;

const PAGE = 50;

/** People: the list, roles, a way back, what is known of one, deletion. */
export function createPeopleRoutes(plan: AdminRoutesPlan): PeopleRoutes {
  const { audit, clock, resetRecovery } = plan;
  const { people } = plan.admin;
  const exportPerson = createExportPerson({ people, audit });
  const by = ({ id: actorId }: { id: string }) => ({ id: randomUUID(), at: clock.now(), actorId });
  return {
    'GET /api/admin/people': async ({ query }) => {
      const asked = new URLSearchParams(query);
      const after = readCursor(asked.get('after'), [0, ''] as [number, string]);
      const text = readNickname(asked.get('q') ?? '');
      // Longer than any name, so nobody's begins so; left out it would be everybody's.
      if (text.status === 'refused' && text.reason === 'too-long') return answered(200, { people: [] });
      const place = after && { after: { at: after[0], id: after[1] } };
      const found = await people.page({
        text: text.status === 'read' ? text.nickname : '',
        ...place,
        most: PAGE + 1,
      });
      const here = found.slice(0, PAGE);
      const last = found.length > PAGE ? here.at(-1) : undefined;
      return answered(200, { people: here, ...(last && { next: writeCursor([last.createdAt, last.id]) }) });
    },
    'POST /api/admin/people/:learnerId/role': async (call, _session, viewer) => {
      const read = readAs(roleBodySchema, call);
      if ('answer' in read) return read.answer;
      const { learnerId = '' } = call.params;
      const done = await people.setRole(learnerId, read.value.role, by(viewer));
      if (done === 'unknown') return { refusal: ADMIN_REFUSALS.noPerson };
      if (done === 'last-admin') return { refusal: ADMIN_REFUSALS.lastAdmin };
      return shown(learnerId);
    },
    'POST /api/admin/people/:learnerId/recovery-code': async ({ params }, _session, viewer) => {
      const { learnerId = '' } = params;
      const done = await resetRecovery(viewer, learnerId);
      if ('recoveryCode' in done) return answered(201, { recoveryCode: done.recoveryCode });
      return { refusal: RESET_REFUSALS[done.status] };
    },
    'GET /api/admin/people/:learnerId/export': async ({ params }, _session, viewer) => {
      const { learnerId = '' } = params;
      const json = await exportPerson(learnerId, by(viewer));
      if (json === undefined) return { refusal: ADMIN_REFUSALS.noPerson };
      const name = `attachment; filename="sanxiu-person-${learnerId}.json"`;
      return { status: 200, json, headers: ['content-disposition', name] };
    },
    'DELETE /api/admin/people/:learnerId': async (call, _session, viewer) => {
      const read = readAs(deleteBodySchema, call);
      if ('answer' in read) return read.answer;
      const { learnerId = '' } = call.params;
      if (learnerId === viewer.id) return { refusal: ADMIN_REFUSALS.ownself };
      const person = await people.find(learnerId);
      if (!person) return { refusal: ADMIN_REFUSALS.noPerson };
      const typed = readNickname(read.value.nickname);
      if (typed.status === 'refused' || typed.nickname !== person.nickname)
        return { refusal: ADMIN_REFUSALS.otherName };
      const done = await people.remove(learnerId, by(viewer));
      if (done === 'unknown') return { refusal: ADMIN_REFUSALS.noPerson };
      return done === 'last-admin' ? { refusal: ADMIN_REFUSALS.lastAdmin } : answered(200, {});
    },
  };

  async function shown(learnerId: string): Promise<ApiAnswer> {
    const person = await people.find(learnerId);
    return person ? answered(200, { person }) : { refusal: ADMIN_REFUSALS.noPerson };
  }
}

const RESET_REFUSALS = {
  unknown: ADMIN_REFUSALS.noPerson,
  unclaimed: ADMIN_REFUSALS.unclaimed,
  forbidden: REFUSALS.forbidden,
};
