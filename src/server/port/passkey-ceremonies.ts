import type { KeptPasskey } from './account-store.ts';

/** Where passkeys are made and used: they belong to a host, and only pages of these origins may ask for them. */
export interface PasskeyPlace {
  /** Example: `sanxiu.example`. */
  host: string;
  origin: string;
}

/**
 * What a browser and a device do together to make or use a passkey (WebAuthn). Options and responses are JSON as
 * `@simplewebauthn/browser` takes and gives them; a response is from outside and may be anything.
 */
export interface PasskeyCeremonies {
  /** Options for making one. @param known ids of credentials that are there already. */
  creationOptions(plan: {
    place: PasskeyPlace;
    learner: { id: string; nickname: string };
    known: readonly string[];
    challenge: string;
  }): Promise<object>;
  /** @param isOurs is this the challenge we gave? @returns undefined when it does not hold. */
  verifyCreation(plan: {
    place: PasskeyPlace;
    response: unknown;
    isOurs: (challenge: string) => boolean;
  }): Promise<Pick<KeptPasskey, 'credentialId' | 'publicKey' | 'counter' | 'transports'> | undefined>;
  /** Options for using one, whosever it is. */
  requestOptions(plan: { place: PasskeyPlace; challenge: string }): Promise<object>;
  /** @returns the new counter; undefined when it does not hold. */
  verifyRequest(plan: {
    place: PasskeyPlace;
    response: unknown;
    passkey: KeptPasskey;
    challenge: string;
  }): Promise<number | undefined>;
}
