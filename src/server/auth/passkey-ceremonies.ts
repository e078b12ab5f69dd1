import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { PasskeyCeremonies } from '#server/port/passkey-ceremonies.ts';

// Not at the start, as better-auth: most who come are signed in.
const load = () => import('@simplewebauthn/server');

const NAME = '三修 Sanxiu';
const textOf = (challenge: string): string => Buffer.from(challenge, 'base64url').toString();

/**
 * WebAuthn by @simplewebauthn/server. Keys can be found without a name (so nobody types one), and the device asks for
 * finger, face or PIN: a passkey stands for both things somebody would need. No attestation: which maker's device it is
 * does not matter here.
 */
export const passkeyCeremonies: PasskeyCeremonies = {
  async creationOptions({ place, learner, known, challenge }) {
    const { generateRegistrationOptions } = await load();
    return generateRegistrationOptions({
      rpName: NAME,
      rpID: place.host,
      userID: new TextEncoder().encode(learner.id),
      userName: learner.nickname,
      userDisplayName: learner.nickname,
      challenge: new TextEncoder().encode(challenge),
      attestationType: 'none',
      excludeCredentials: known.map((id) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  },
  async verifyCreation({ place, response, isOurs }) {
    const { verifyRegistrationResponse } = await load();
    const done = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: (challenge) => isOurs(textOf(challenge)),
      expectedOrigin: place.origin,
      expectedRPID: place.host,
    }).catch(() => undefined); // it throws on whatever is wrong with what came
    if (!done?.verified) return undefined;
    const { id, publicKey, counter, transports = [] } = done.registrationInfo.credential;
    // The library compares neither: a key kept under an id that its device does not name could never be used.
    if (id !== (response as RegistrationResponseJSON).id) return undefined;
    return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
  },
  async requestOptions({ place, challenge }) {
    const { generateAuthenticationOptions } = await load();
    return generateAuthenticationOptions({
      rpID: place.host,
      challenge: new TextEncoder().encode(challenge),
      userVerification: 'required',
    });
  },
  async verifyRequest({ place, response, passkey, challenge }) {
    const { verifyAuthenticationResponse } = await load();
    const { credentialId: id, publicKey, counter } = passkey;
    const done = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: (given) => textOf(given) === challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
    }).catch(() => undefined);
    return done?.verified ? done.authenticationInfo.newCounter : undefined;
  },
};
