import { randomUUID } from 'node:crypto';
import type { AdminLinkStore } from '#server/port/admin-link-store.ts';
import type { AuditLog } from '#server/port/audit-log.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Session } from '#server/port/learner-store.ts';
import type { OneTimeSecrets } from '#server/port/signed-texts.ts';
import { adminLinkBodySchema } from './account-body.schema.ts';
import type { Sentence } from './sentence.ts';
import { wrongShape } from './wrong-shape.ts';

const ADMIN_LINK_HOURS = 24;

export type RedeemLinkOutcome =
  | { status: 'malformed'; problem: Sentence }
  | { status: 'wrong' | 'unclaimed' | 'unknown-learner' | 'done' };

export interface AdminLinkPlan {
  links: AdminLinkStore;
  audit: Pick<AuditLog, 'add'>;
  secrets: OneTimeSecrets;
  clock: Clock;
}

/** A link, good once and for a day, by which whoever runs the server makes somebody an admin. */
export function createAdminLinks({ links, audit, secrets, clock }: AdminLinkPlan) {
  return {
    /** @param origin where the site is. @returns the address to open. */
    async make(origin: string): Promise<string> {
      const token = secrets.makeToken();
      const at = clock.now();
      await audit.add({ id: randomUUID(), at, actorId: 'system', act: 'admin-link.made', detail: {} });
      const expiresAt = at + ADMIN_LINK_HOURS * 3_600_000;
      await links.add({ hash: secrets.hash('admin-link', token), at, expiresAt });
      return `${origin}/sign-in/#admin=${token}`;
    },
    async redeem(session: Session, body: unknown): Promise<RedeemLinkOutcome> {
      const parsed = adminLinkBodySchema.safeParse(body);
      if (!parsed.success)
        return { status: 'malformed', problem: wrongShape(adminLinkBodySchema, body, 'body') };
      const hash = secrets.hash('admin-link', parsed.data.token);
      return {
        status: await links.redeem(session, { hash, at: clock.now(), entryId: randomUUID() }),
      };
    },
  };
}
