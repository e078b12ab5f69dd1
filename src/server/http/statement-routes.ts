import type { FactPlace, OutboxStore } from '#server/port/outbox-store.ts';
import type { Sentence } from '#server/usecase/sentence.ts';
import { stateFact } from '#server/usecase/state-fact.ts';
import type { ApiRoutes } from './api.ts';
import { answered, malformed } from './api-body.ts';

export interface StatementRoutesPlan {
  outbox: Pick<OutboxStore, 'list'>;
  /** The public address, without a closing slash. */
  origin: string;
}

/** Facts looked at for one page. */
const LOOKED_AT = 500;

/** Everybody's statements, page by page, as an LRS gives them (xAPI 1.0.3, part two, 2.5): `{ statements, more }`. */
export function createStatementRoutes({
  outbox,
  origin,
}: StatementRoutesPlan): Pick<ApiRoutes, 'GET /api/admin/statements'> {
  return {
    'GET /api/admin/statements': async ({ query }) => {
      const read = readQuery(query);
      if (!read) return malformed(BAD_QUERY);
      const { facts, next } = await outbox.list(read.since, read.after, LOOKED_AT);
      const statements = facts.flatMap((fact) => stateFact(fact, origin) ?? []);
      const more = next ? moreAt(read.since, next) : '';
      return answered(200, { statements, more });
    },
  };
}

function moreAt(since: number, { learnerId, seq }: FactPlace): string {
  const asked = new URLSearchParams({
    ...(since > 0 && { since: new Date(since).toISOString() }),
    after: `${learnerId}.${seq}`,
  });
  return `/api/admin/statements?${asked}`;
}

const BAD_QUERY: Sentence = {
  zh: 'since要写成2026-11-26T08:00:00Z这样的时间，after只能照抄上一页的more。',
  en: 'since must be a time such as 2026-11-26T08:00:00Z, and after comes from the more of the page before.',
};

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** @returns undefined when the query says something else. */
function readQuery(query: string): { since: number; after: FactPlace | undefined } | undefined {
  const asked = new URLSearchParams(query);
  if ([...asked.keys()].some((key) => key !== 'since' && key !== 'after')) return undefined;
  const time = asked.get('since');
  const since = time === null ? 0 : TIME.test(time) ? Date.parse(time) : Number.NaN;
  const place = asked.get('after');
  const [, learnerId, seq] = /^([\w-]{1,128})\.(\d{1,15})$/.exec(place ?? '') ?? [];
  if (!(since >= 0) || (place !== null && !learnerId)) return undefined;
  return { since, after: learnerId === undefined ? undefined : { learnerId, seq: Number(seq) } };
}
