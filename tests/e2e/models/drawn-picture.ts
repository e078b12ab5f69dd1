import type { Page } from '@playwright/test';

/**
 * A JPEG of noisy points, drawn by the browser, as a file to choose: 3,000 × 2,000 of them are far more than 200 kB.
 * @param seed another one is another picture.
 */
export async function drawnPicture(page: Page, width = 3000, height = 2000, seed = 7) {
  const text = await page.evaluate(
    async ([wide, high, first]) => {
      const canvas = document.createElement('canvas');
      canvas.width = wide;
      canvas.height = high;
      const paper = canvas.getContext('2d');
      const data = paper?.createImageData(wide, high);
      if (!paper || !data) return '';
      let last = first;
      for (let at = 0; at < data.data.length; at += 1) {
        last = (last * 16_807) % 2_147_483_647;
        data.data[at] = at % 4 === 3 ? 255 : last % 256;
      }
      paper.putImageData(data, 0, 0);
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
      const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    },
    [width, height, seed] as const,
  );
  return { name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(text, 'latin1') };
}
