import { z } from 'zod';
import { ROLES } from '#core/account/role.ts';
import { RETENTION_LIMITS } from '#core/admin/admin.ts';
import { storableText } from './storable-text.schema.ts';

export const roleBodySchema = z.strictObject({ role: z.enum(ROLES) });

/** Typed by the admin: the wrong row is not deleted by a slip. */
export const deleteBodySchema = z.strictObject({ nickname: z.string().max(500) });

const text = storableText(200);
export const quarantineBodySchema = z.strictObject({ learnerId: text, factId: text, digest: text });

const days = ([least, most]: readonly [number, number]) => z.int().min(least).max(most);

export const retentionBodySchema = z.strictObject({
  learnerDays: days(RETENTION_LIMITS.learnerDays).nullable(),
  auditDays: days(RETENTION_LIMITS.auditDays),
  mistakeDays: days(RETENTION_LIMITS.mistakeDays),
  /** How many learners the admin was told it would concern. */
  concerned: z.int().min(0),
});
