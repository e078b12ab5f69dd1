import { type Kysely, PostgresAdapter } from 'kysely';

/**
 * Ways to sign in: better-auth's own tables, as its generator writes them for its options in `auth/better-auth-options.ts`
 * (held equal by tests/server/auth-tables.test.ts), and ours beside them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await makeAuthTables(db);
  await db.schema
    .createTable('passkey')
    // Ours and short; ids of credentials can have over a thousand characters.
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('credential_id', 'text', (column) => column.notNull().unique())
    // Base64url of the COSE key.
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('counter', 'bigint', (column) => column.notNull())
    // JSON array of texts, as the browser named them.
    .addColumn('transports', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addForeignKeyConstraint('passkey_user_fk', ['user_id'], 'auth_user', ['id'])
    .execute();
  await db.schema.createIndex('passkey_by_user').on('passkey').columns(['user_id']).execute();
  // Challenges are signed, not kept; what has answered one is kept until it is over, so that no answer counts twice.
  await db.schema
    .createTable('used_challenge')
    .addColumn('challenge', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('used_challenge_by_end').on('used_challenge').columns(['expires_at']).execute();
  await db.schema
    .createTable('recovery_code')
    // One at a time.
    .addColumn('user_id', 'text', (column) => column.primaryKey())
    // SHA-256: the code has 98 bits, nobody finds it by trying, and it outlives a change of the server's keys.
    .addColumn('code_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addForeignKeyConstraint('recovery_code_user_fk', ['user_id'], 'auth_user', ['id'])
    .execute();
  await db.schema
    .createTable('admin_link')
    // SHA-256 of the token.
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    // Who has used it; null = nobody yet.
    .addColumn('used_by', 'text')
    .execute();
  // Null = deleted. Else the learner into whom this one went, so that devices are told which of the two it was.
  await db.schema.alterTable('removed_learner').addColumn('merged_into', 'text').execute();
}

/** Times and flags are what better-auth writes: PostgreSQL has types for them, in SQLite they are ISO texts and 0 or 1. */
async function makeAuthTables(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const time = isPostgres ? ('timestamptz' as const) : ('date' as const);
  const flag = isPostgres ? ('boolean' as const) : ('integer' as const);
  await db.schema
    .createTable('auth_user')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('emailVerified', flag, (column) => column.notNull())
    .addColumn('image', 'text')
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addColumn('username', 'text', (column) => column.unique())
    .addColumn('displayUsername', 'text')
    .execute();
  await db.schema
    .createTable('auth_session')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('expiresAt', time, (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', (column) => column.notNull().references('auth_user.id').onDelete('cascade'))
    .execute();
  await db.schema
    .createTable('auth_account')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('accountId', 'text', (column) => column.notNull())
    .addColumn('providerId', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull().references('auth_user.id').onDelete('cascade'))
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', time)
    .addColumn('refreshTokenExpiresAt', time)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('auth_verification')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expiresAt', time, (column) => column.notNull())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .execute();
  for (const [table, column] of [
    ['auth_session', 'userId'],
    ['auth_account', 'userId'],
    ['auth_verification', 'identifier'],
  ] as const)
    await db.schema.createIndex(`${table}_${column}_idx`).on(table).column(column).execute();
  // Ours: one sign-in at the company is one account, also when it comes twice at once.
  await db.schema
    .createIndex('auth_account_by_key')
    .on('auth_account')
    .columns(['providerId', 'accountId'])
    .unique()
    .execute();
}
