/** Fills the given bytes with randomness; `crypto.getRandomValues` also exists on plain http, `randomUUID` does not. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

const secure: FillRandom = (bytes) => crypto.getRandomValues(bytes);

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * A UUID version 7: ids made on different devices never meet, and ids made later sort later (to the millisecond).
 * @param at epoch ms, UTC; fills the first 48 bits.
 * @returns e.g. `017f22e2-79b0-7cc3-98c4-dc0c0c07398f`.
 * @see RFC 9562, section 5.7 and appendix A.6.
 */
export function uuidv7(at: number, random: FillRandom = secure): string {
  const bytes = new Uint8Array(16);
  random(bytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(at / 0x1_0000));
  view.setUint16(4, at % 0x1_0000);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Sixteen hexadecimal digits: the seed of one attempt. */
export function randomSeed(random: FillRandom = secure): string {
  const bytes = new Uint8Array(8);
  random(bytes);
  return hex(bytes);
}

/** @returns when a UUIDv7 was made, epoch ms. */
export const timeOfUuidv7 = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
