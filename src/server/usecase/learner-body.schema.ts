import { z } from 'zod';

/** The body of `POST /api/transfer-code/redeem`; what a code may be is `readTransferCode`'s question. */
export const transferCodeBodySchema = z.strictObject({ code: z.string().max(100) });

/** The body of `POST /api/learner`; what a nickname may be is `readNickname`'s question. */
export const learnerBodySchema = z.strictObject({ nickname: z.string() });
