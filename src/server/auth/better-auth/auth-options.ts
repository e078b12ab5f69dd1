import type { BetterAuthOptions } from 'better-auth';
import type { Database } from '#server/store/schema.ts';

export interface AuthPlan {
  /** The one handle of this process: a second one on the same SQLite file would lose or block writes. */
  db: Database;
  kind: 'sqlite' | 'postgres';
  /** At least 32 characters. */
  secret: string;
  /** Our public origin. */
  origin: string;
}

/** Accounts have no mail address; better-auth wants one, unlike any other. `.invalid` leads nowhere (RFC 2606). */
export const addressFor = (name: string): string => `${name}@accounts.invalid`;

/**
 * What all uses of better-auth share: its tables as migration 0010 makes them, no telemetry, no plugins. None of its routes
 * is served. It keeps no address, name or token of anybody that we do not ask it to.
 */
export const authOptions = ({ db, kind, secret, origin }: AuthPlan) =>
  ({
    database: { db, type: kind, transaction: true },
    baseURL: origin,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Tries are counted by our own limits, by account and by address.
    rateLimit: { enabled: false },
    user: {
      modelName: 'auth_user',
      additionalFields: {
        // The name to sign in by, as `readUsername` compares it, and as its owner writes it.
        username: { type: 'string', unique: true, required: false },
        displayUsername: { type: 'string', required: false },
      },
    },
    session: { modelName: 'auth_session' },
    verification: { modelName: 'auth_verification' },
    // Somebody else at the company may be given an address that was somebody's here: never the same by address alone.
    account: { modelName: 'auth_account', accountLinking: { enabled: false } },
  }) as const satisfies BetterAuthOptions;
