import { z } from 'zod';
import { ASSIGNMENT_KINDS, INVITATION_DAYS_AT_MOST } from '#core/cohort/cohort.ts';
import { timeSchema } from '#core/model/response.schema.ts';
import { storableText } from './storable-text.schema.ts';

/** The body of `POST /api/cohorts` and of `POST /api/cohorts/:cohortId`; what a name may be is `readCohortName`'s question. */
export const cohortNameBodySchema = z.strictObject({ name: z.string().max(1_000) });

/** The body of `POST /api/cohorts/:cohortId/invitation`. */
export const invitationBodySchema = z.strictObject({
  days: z.int().min(0).max(INVITATION_DAYS_AT_MOST).describe('From now on; 0 closes it.'),
  isNew: z.boolean().describe('Another code; the former one opens nothing any more.'),
});

/** The body of `POST /api/cohorts/:cohortId/facilitators`. */
export const facilitatorBodySchema = z.strictObject({
  who: storableText(128).describe('Username or number, as typed.'),
});

/** The body of `POST /api/cohorts/:cohortId/assignments`. */
export const assignmentBodySchema = z.strictObject({
  kind: z.enum(ASSIGNMENT_KINDS),
  activityId: z.string().max(128),
  dueAt: timeSchema.optional().describe('Epoch ms; absent = whenever it suits.'),
});

/** The body of `POST /api/enrolments`; what a code may be is `readTransferCode`'s question. */
export const enrolmentBodySchema = z.strictObject({
  code: z.string().max(100),
  told: z.int().describe('Version of the sentence on what is shared that was shown.'),
});

/** The body of `POST /api/enrolments/:cohortId/shares` and of `…/shares/end`; ids of facts may hold a slash. */
export const shareBodySchema = z.strictObject({ factId: storableText(200) });
