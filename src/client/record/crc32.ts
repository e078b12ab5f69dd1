/**
 * CRC-32 of bytes, as eight hexadecimal digits: tells a damaged text from a whole one, nothing more.
 * @see RFC 1952 (gzip), section 8; check value of "123456789" is `cbf43926`.
 */
export function crc32(bytes: Uint8Array): string {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (~sum >>> 0).toString(16).padStart(8, '0');
}
