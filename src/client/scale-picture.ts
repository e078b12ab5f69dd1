import { MOST_BYTES, type StoredBlob } from './record/blobs.ts';

/** Longest side tried, pixels, and how far JPEG is pressed; the first that fits is taken. */
const TRIES: readonly (readonly [side: number, quality: number])[] = [
  [1600, 0.82],
  [1600, 0.65],
  [1200, 0.7],
  [900, 0.7],
  [640, 0.6],
  [400, 0.5],
];

/**
 * Make a picture small enough to be kept. It is drawn anew, so place and time the camera wrote into the file are gone.
 * @returns undefined for a file this browser cannot show.
 */
export async function scalePicture(file: Blob): Promise<StoredBlob | undefined> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
  try {
    for (const [side, quality] of TRIES) {
      const bytes = await draw(picture, side, quality);
      if (bytes && bytes.length <= MOST_BYTES) return { v: 1, type: 'image/jpeg', bytes };
    }
    return undefined;
  } finally {
    picture.close();
  }
}

async function draw(picture: ImageBitmap, side: number, quality: number) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const paper = canvas.getContext('2d');
  if (!paper) return undefined;
  // JPEG knows no transparency; what is see-through would come out black.
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}
