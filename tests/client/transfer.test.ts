import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { StoredBlob } from '#client/record/blobs.ts';
import { readTransfer, toFileText, toPasteText, transferOf } from '#client/record/transfer.ts';

const fact = {
  id: '0190a6b0-0000-7000-8000-000000000001',
  v: 1,
  at: 1,
  deviceId: 'd',
  language: 'zh',
  type: 'reflection.saved',
  lessonId: 'm1-a',
  blockId: 'tomorrow',
  text: '明天先问，再讲砖。',
} as const;
const transfer = transferOf({ deviceId: 'd', facts: [fact], snapshots: {}, blobs: new Map() }, 1764000000000);

afterEach(() => vi.unstubAllGlobals());

test('what is copied on one phone is what is pasted on the other, Chinese and all', async () => {
  const text = await toPasteText(transfer);
  expect(text).toMatch(/^SX1\.[0-9a-z]+\.[0-9a-f]{8}\.[\w-]+$/);
  expect(await readTransfer(text)).toEqual({ status: 'read', transfer });
  expect(transfer.exportedAt).toBe('2025-11-24T16:00:00.000Z');
});

test('the file reads back the same', async () => {
  expect(await readTransfer(toFileText(transfer))).toEqual({ status: 'read', transfer });
});

test('the file holds the pictures; a text to paste would be too long with them', async () => {
  const picture: StoredBlob = { v: 1, type: 'image/png', bytes: new Uint8Array([137, 80, 78, 71]) };
  const content = { deviceId: 'd', facts: [fact], snapshots: {}, blobs: new Map([['p', picture]]) };
  const full = transferOf(content, 1764000000000);
  // base64 of the four bytes above, by hand: iVBORw==
  expect(full.blobs).toEqual({ p: { type: 'image/png', data: 'iVBORw==' } });
  expect(await readTransfer(toFileText(full))).toEqual({ status: 'read', transfer: full });
  expect(await readTransfer(await toPasteText(full))).toEqual({ status: 'read', transfer });
});

test('a note of the learner that looks like a packed text does not spoil the file', async () => {
  const noted = { ...transfer, facts: [{ ...fact, text: '口令是SX1.2.3' }] };
  expect(await readTransfer(`\uFEFF${toFileText(noted)}\n`)).toEqual({ status: 'read', transfer: noted });
});

test('a browser that cannot compress gives a longer text that every browser reads', async () => {
  vi.stubGlobal('CompressionStream', undefined);
  const text = await toPasteText(transfer);
  expect(text.startsWith('SX0.')).toBe(true);
  vi.unstubAllGlobals();
  expect(await readTransfer(text)).toEqual({ status: 'read', transfer });
});

test('line breaks and words that a chat adds do no harm', async () => {
  const text = await toPasteText(transfer);
  const wrapped = text.replace(/(.{40})/g, '$1\n  ');
  expect(await readTransfer(`我的学习记录：${wrapped}\n（来自微信）`)).toEqual({ status: 'read', transfer });
});

describe('a text that would merge half a record is refused with its reason', () => {
  const cases: [string, string, (whole: string) => string][] = [
    ['cut', 'cut anywhere after the mark', (whole) => whole.slice(0, -1)],
    ['cut', 'cut in the head', (whole) => whole.slice(0, 5)],
    ['damaged', 'one letter changed', (whole) => whole.slice(0, -1) + (whole.endsWith('A') ? 'B' : 'A')],
    ['too-new', 'made by a newer release', (whole) => whole.replace('SX1', 'SX2')],
    ['not-ours', 'another text', () => '明天先问，再讲砖。'],
    ['not-ours', 'nothing', () => ''],
    ['not-ours', 'other JSON', () => '{"format":"other"}'],
    ['not-ours', 'JSON that is no object', () => 'null'],
    ['too-new', 'a file of a newer release', () => toFileText({ ...transfer, v: 2 as 1 })],
    ['cut', 'a file cut in the middle', () => toFileText(transfer).slice(0, 80)],
    ['damaged', 'a file without facts', () => JSON.stringify({ format: 'sanxiu-record', v: 1 })],
  ];
  test.each(cases)('%s: %s', async (reason, _what, change) => {
    const text = change(await toPasteText(transfer));
    expect(await readTransfer(text)).toEqual({ status: 'refused', reason });
  });
});

test('no cut of a text is ever taken for a whole one', async () => {
  const text = await toPasteText(transfer);
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
      expect((await readTransfer(text.slice(0, length))).status).toBe('refused');
    }),
  );
});
