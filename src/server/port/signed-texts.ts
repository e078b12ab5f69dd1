/** Short texts that only this server can have made, for whoever brings them back before they are over. Nothing is kept. */
export interface SignedTexts {
  /**
   * @param purpose what it is good for; a text for one purpose is none for another.
   * @param parts   without dots. @param expiresAt epoch ms, UTC.
   */
  make(purpose: string, parts: readonly string[], expiresAt: number): string;
  /** @returns undefined when it is not ours, for something else, or over. @param at epoch ms, UTC. */
  read(purpose: string, text: string, at: number): SignedText | undefined;
}

export interface SignedText {
  parts: readonly string[];
  expiresAt: number;
}

/** Secrets that are shown once: what is kept is a hash from which nobody finds them. */
export interface OneTimeSecrets {
  /** @returns twenty signs of the transfer code's alphabet. */
  makeRecoveryCode(): string;
  /** @returns 256 bits in base64url, for an address. */
  makeToken(): string;
  hash(purpose: 'recovery-code' | 'admin-link', secret: string): string;
}
