/**
 * SHA-1 in plain code, for pages without `crypto.subtle` (plain http in a room's network). Good for making names into
 * numbers, not for keeping secrets.
 * @returns 20 bytes.
 * @see FIPS 180-4, section 6.1.
 */
export function sha1(bytes: Uint8Array): Uint8Array {
  const blocks = padded(bytes);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let offset = 0; offset < blocks.byteLength; offset += 64) addBlock(state, blocks, offset);
  const digest = new DataView(new ArrayBuffer(20));
  for (const [index, word] of state.entries()) digest.setUint32(index * 4, word);
  return new Uint8Array(digest.buffer);
}

/** The message, a one, zeros, and its length in bits, in whole blocks of 64 bytes. */
function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const all = new Uint8Array(length);
  all.set(bytes);
  all[bytes.length] = 0x80;
  const view = new DataView(all.buffer);
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(length - 4, bytes.length * 8);
  return view;
}

function addBlock(state: number[], blocks: DataView, offset: number): void {
  const words = Array.from({ length: 16 }, (_, index) => blocks.getUint32(offset + index * 4));
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let round = 0; round < 80; round += 1) {
    if (round >= 16) words.push(turned(mixed(words, round), 1));
    const [f, k] = step(round, b, c, d);
    const next = (turned(a, 5) + f + e + k + (words[round] ?? 0)) >>> 0;
    [e, d, c, b, a] = [d, c, turned(b, 30), a, next];
  }
  for (const [index, word] of [a, b, c, d, e].entries()) state[index] = ((state[index] ?? 0) + word) >>> 0;
}

const turned = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0;

const mixed = (words: readonly number[], round: number): number =>
  [3, 8, 14, 16].reduce((mix, back) => mix ^ (words[round - back] ?? 0), 0);

function step(round: number, b: number, c: number, d: number): [f: number, k: number] {
  if (round < 20) return [((b & c) | (~b & d)) >>> 0, 0x5a827999];
  if (round < 40) return [(b ^ c ^ d) >>> 0, 0x6ed9eba1];
  if (round < 60) return [((b & c) | (b & d) | (c & d)) >>> 0, 0x8f1bbcdc];
  return [(b ^ c ^ d) >>> 0, 0xca62c1d6];
}
