import { z } from 'zod';

/** Facts of one request: more go in further ones. */
export const FACTS_AT_MOST = 500;

/** The body of `POST /api/facts`. Each fact is looked at on its own, so that a bad one does not hold up the others. */
export const factsBodySchema = z.strictObject({ facts: z.array(z.unknown()).min(1).max(FACTS_AT_MOST) });
