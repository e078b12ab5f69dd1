import { wellFormed } from '../text/well-formed.ts';

/** SHA-1 of some bytes: 20 bytes. Handed in, because the core has no crypto of its own to choose. */
export type Sha1 = (bytes: Uint8Array) => Uint8Array;

/**
 * A UUID made of a name: the same name gives the same UUID, on every device and in every release.
 * @param namespace a UUID.
 * @param name      any text; NUL and halves of surrogate pairs count as U+FFFD.
 * @returns version 5, in lower case.
 * @see RFC 9562, section 5.5.
 */
export function uuidV5(namespace: string, name: string, sha1: Sha1): string {
  const bytes = sha1(Uint8Array.from([...fromHex(namespace.replaceAll('-', '')), ...utf8(name)])).slice(
    0,
    16,
  );
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const fromHex = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

/** The core has no TextEncoder. */
function utf8(text: string): number[] {
  const escaped = encodeURIComponent(wellFormed(text));
  return (escaped.match(/%..|./g) ?? []).map((one) =>
    one.length === 3 ? Number.parseInt(one.slice(1), 16) : one.charCodeAt(0),
  );
}
