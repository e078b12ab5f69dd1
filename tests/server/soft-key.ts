/** A device with passkeys, in software: makes and uses keys as a phone does (WebAuthn level 2, ES256, no attestation). */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const b64 = (data: Buffer) => data.toString('base64url');

/** CBOR of what is needed here: small and 16-bit lengths, negative numbers down to −256, maps in the order given. */
function cbor(value: unknown): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  const entries = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, one]) => [cbor(key), cbor(one)])]);
}

export interface SoftKey {
  credentialId: string;
  /** Answer to creation options. */
  made: object;
  /** Answer to request options. */
  use(options: { challenge: string }, counter?: number): Record<string, unknown>;
}

const PRESENT_AND_VERIFIED = 0x05;
const WITH_KEY = 0x40;

/**
 * @param options as the server sent them; `rp.id` and the challenge are used.
 * @param attestedId the id in what is signed, where it is to be another than the one beside it.
 */
export function makeSoftKey(
  options: { challenge: string; rp: { id: string } },
  origin: string,
  { flags = PRESENT_AND_VERIFIED, attestedId }: { flags?: number; attestedId?: Buffer } = {},
): SoftKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  const credentialId = b64(id);
  const cose = cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  );
  const authData = (bits: number, counter: number, more = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(options.rp.id), Buffer.from([bits]), count, more]);
  };
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const shell = { id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {} };
  const signedFor = attestedId ?? id;
  const length = Buffer.from([signedFor.length >> 8, signedFor.length & 255]);
  const attested = Buffer.concat([Buffer.alloc(16), length, signedFor, cose]);
  const attestation = new Map<string, unknown>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authData(flags | WITH_KEY, 0, attested)],
  ]);
  return {
    credentialId,
    made: {
      ...shell,
      response: {
        clientDataJSON: b64(clientData('webauthn.create', options.challenge)),
        attestationObject: b64(cbor(attestation)),
        transports: ['internal', 'hybrid'],
      },
    },
    use({ challenge }, counter = 0) {
      const data = authData(flags, counter);
      const client = clientData('webauthn.get', challenge);
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      return {
        ...shell,
        response: {
          clientDataJSON: b64(client),
          authenticatorData: b64(data),
          signature: b64(signature),
          userHandle: b64(Buffer.from('whoever')),
        },
      };
    },
  };
}
