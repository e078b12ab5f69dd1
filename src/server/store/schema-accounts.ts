/** The tables of ways to sign in; what each column is for stands with migration 0010. */
export interface AccountSchema {
  auth_user: AuthUserRow;
  auth_session: AuthSessionRow;
  auth_account: AuthAccountRow;
  passkey: PasskeyRow;
  used_challenge: { challenge: string; expires_at: number };
  recovery_code: { user_id: string; code_hash: string; created_at: number };
  admin_link: { token_hash: string; expires_at: number; used_by: string | null };
}

/** What we read of a better-auth user; it alone writes the row. */
export interface AuthUserRow {
  id: string;
  username: string | null;
  displayUsername: string | null;
}

export interface AuthSessionRow {
  userId: string;
}

export interface AuthAccountRow {
  userId: string;
  providerId: string;
  password: string | null;
}

export interface PasskeyRow {
  id: string;
  user_id: string;
  credential_id: string;
  public_key: string;
  counter: number;
  transports: string;
  name: string;
  created_at: number;
}
