/** Kinds of pictures that are kept. None of them can carry a script, as SVG can. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/**
 * What a file is by its first bytes, whatever anybody calls it.
 * @returns undefined for anything but JPEG, PNG and WebP.
 * @see MIME Sniffing, WHATWG, section 6.1.
 */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const has = (mark: readonly number[], from = 0) => mark.every((byte, at) => bytes[from + at] === byte);
  if (has(JPEG)) return 'image/jpeg';
  if (has(PNG)) return 'image/png';
  return has(RIFF) && has(WEBP, 8) ? 'image/webp' : undefined;
}
