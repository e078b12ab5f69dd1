import type { Person } from '#core/admin/admin.ts';
import type { AuditLog } from '#server/port/audit-log.ts';
import type { Actor, PeopleStore } from '#server/port/people-store.ts';

/** Facts in one export at most, for it is put together in memory; a learner of this course makes some thousands. */
const FACTS_AT_MOST = 200_000;

export interface ExportPersonPlan {
  people: PeopleStore;
  audit: AuditLog;
}

/**
 * Everything the server has of one person but what is theirs alone, for handing it to them (PIPL, article 45): what they
 * wrote down for themselves goes only into the export they make on their own device.
 * @returns a function that gives JSON text; undefined when there is no such person. It writes down who asked. `isComplete` in
 *          it is false when there are more facts than the 200,000 oldest that it holds.
 */
export function createExportPerson({ people, audit }: ExportPersonPlan) {
  return async (learnerId: string, by: Actor): Promise<string | undefined> => {
    const person = await people.find(learnerId);
    if (!person) return undefined;
    await audit.add({ ...by, act: 'person.exported', subjectId: learnerId, detail: {} });
    const { bodies, isComplete } = await bodiesOf(people, learnerId);
    const head = { format: 'sanxiu-person@1', exportedAt: new Date(by.at).toISOString() };
    const withheld = { privateFactsWithheld: await people.privateFacts(learnerId) };
    const told = JSON.stringify({ ...head, person: shown(person), ...withheld, isComplete });
    // The bodies are JSON already.
    return `${told.slice(0, -1)},"facts":[${bodies.join(',')}]}`;
  };
}

async function bodiesOf(people: PeopleStore, learnerId: string) {
  const bodies: string[] = [];
  let since = 0;
  let more = true;
  while (more && bodies.length < FACTS_AT_MOST) {
    // One page at a time: others are served between two of them.
    const page = await people.facts(learnerId, since);
    bodies.push(...page.bodies);
    since = page.seq;
    more = page.more;
  }
  return { bodies, isComplete: !more };
}

const shown = ({ createdAt, lastSeenDay, facts: _, ...person }: Person) => ({
  ...person,
  createdAt: new Date(createdAt).toISOString(),
  lastSeen: new Date(lastSeenDay * 86_400_000).toISOString().slice(0, 10),
});
