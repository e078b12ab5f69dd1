/** What every store of pictures promises, whatever it is made of. */
import { expect } from 'vitest';
import type { Blob, BlobQuota, BlobStore } from '#server/port/blob-store.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { LearnerStore } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import { reflected } from './facts.ts';
import { pictureBytes, pictureId, saved } from './pictures.ts';
import { usingEach } from './using.ts';

export interface BlobsOpened {
  blobs: BlobStore;
  facts: FactStore;
  learners: LearnerStore;
  merges: MergeStore;
  close(): Promise<void>;
}

const ROOMY: BlobQuota = { bytes: 1_000_000, count: 100 };
const NOW = 1_795_000_111_000;
const blob = (seed = 0, size = 400): Blob => ({ type: 'image/jpeg', bytes: pictureBytes(seed, size) });
const [A, B, C] = [pictureId(1), pictureId(2), pictureId(3)] as [string, string, string];

/** @param open an empty one each time. */
export function blobContract(open: () => Promise<BlobsOpened>): void {
  let count = 0;
  const using = usingEach(open);
  const join = ({ learners }: BlobsOpened) => {
    count += 1;
    return learners.add({ id: `blob-learner-${count}`, nickname: '小红', createdAt: NOW });
  };
  /** What lies under an id, as bare numbers: a Buffer and an array of the same bytes are the same here. */
  const bytesOf = (found: Blob | 'unknown-learner' | undefined) =>
    typeof found === 'object' ? [...found.bytes] : found;

  using('a picture comes back byte by byte, with what it is', async (store) => {
    const session = await join(store);
    const whole = { type: 'image/png', bytes: pictureBytes(7, 200_000, 'png') } as const;
    expect(await store.blobs.put(session, A, whole, NOW, ROOMY)).toBe('stored');
    const found = await store.blobs.get(session, A);
    expect(found).toMatchObject({ type: 'image/png' });
    expect((found as Blob).bytes).toBeInstanceOf(Uint8Array);
    expect(Buffer.compare((found as Blob).bytes, whole.bytes)).toBe(0);
    expect(await store.blobs.get(session, B)).toBeUndefined();
  });

  using(
    'sent again, one after the other or at once, it is one; other bytes are refused, the first stand',
    async (store) => {
      const session = await join(store);
      const done = await Promise.all([1, 2, 3].map(() => store.blobs.put(session, A, blob(), NOW, ROOMY)));
      expect(done.toSorted()).toEqual(['known', 'known', 'stored']);
      expect(await store.blobs.put(session, A, blob(1), NOW, ROOMY)).toBe('conflict');
      expect(await store.blobs.put(session, A, blob(0, 399), NOW, ROOMY)).toBe('conflict');
      expect(bytesOf(await store.blobs.get(session, A))).toEqual([...blob().bytes]);
    },
  );

  using('an id is one learner’s own: another one’s same id is neither seen nor in the way', async (store) => {
    const [one, other] = [await join(store), await join(store)];
    await store.blobs.put(one, A, blob(1), NOW, ROOMY);
    expect(await store.blobs.get(other, A)).toBeUndefined();
    expect(await store.blobs.put(other, A, blob(2), NOW, ROOMY)).toBe('stored');
    expect(bytesOf(await store.blobs.get(one, A))).toEqual([...blob(1).bytes]);
  });

  using('who is gone or signed out everywhere can neither keep nor see one', async (store) => {
    const session = await join(store);
    await store.blobs.put(session, A, blob(), NOW, ROOMY);
    for (const wrong of [
      { ...session, generation: session.generation + 1 },
      { ...session, learnerId: 'nobody' },
    ]) {
      expect(await store.blobs.put(wrong, B, blob(), NOW, ROOMY)).toBe('unknown-learner');
      expect(await store.blobs.get(wrong, A)).toBe('unknown-learner');
    }
    expect(await store.blobs.get(session, B)).toBeUndefined();
  });

  using(
    'the quota is a learner’s own, in bytes and in number, and what is known is still known',
    async (store) => {
      const [session, other] = [await join(store), await join(store)];
      const quota = { bytes: 1_000, count: 3 };
      expect(await store.blobs.put(session, A, blob(1, 600), NOW, quota)).toBe('stored');
      expect(await store.blobs.put(session, B, blob(2, 401), NOW, quota)).toBe('full');
      expect(await store.blobs.put(session, B, blob(2, 400), NOW, quota)).toBe('stored');
      expect(await store.blobs.put(session, A, blob(1, 600), NOW, quota)).toBe('known');
      expect(await store.blobs.put(session, A, blob(3, 600), NOW, quota)).toBe('conflict');
      expect(await store.blobs.put(other, A, blob(1, 1_000), NOW, quota)).toBe('stored');
      const third = await join(store);
      for (let n = 0; n < 3; n += 1)
        expect(await store.blobs.put(third, pictureId(n), blob(n, 20), NOW, quota)).toBe('stored');
      expect(await store.blobs.put(third, pictureId(9), blob(9, 20), NOW, quota)).toBe('full');
    },
  );

  using('of many that come at once no more are taken than the quota allows', async (store) => {
    const session = await join(store);
    const quota = { bytes: 2_000, count: 100 };
    const done = await Promise.all(
      Array.from({ length: 12 }, (_, n) => store.blobs.put(session, pictureId(n), blob(n, 400), NOW, quota)),
    );
    expect(done.filter((one) => one === 'stored')).toHaveLength(5);
    expect(done.filter((one) => one === 'full')).toHaveLength(7);
  });

  using(
    'a deleted learner takes the pictures along, also one that comes in at that moment',
    async (store) => {
      const [session, other] = [await join(store), await join(store)];
      for (const whose of [session, other]) await store.blobs.put(whose, A, blob(), NOW, ROOMY);
      const [isDone, ...late] = await Promise.all([
        store.learners.remove(session, NOW),
        ...[2, 3, 4].map((n) => store.blobs.put(session, pictureId(n), blob(n), NOW, ROOMY)),
      ]);
      expect(isDone).toBe(true);
      for (const one of late) expect(['stored', 'unknown-learner']).toContain(one);
      expect(await store.blobs.get(session, A)).toBe('unknown-learner');
      expect(bytesOf(await store.blobs.get(other, A))).toEqual([...blob().bytes]);
      // Nothing of it is left to be swept either.
      expect(await store.blobs.sweep(NOW + 1)).toBe(1);
    },
  );

  using('two learners become one with the pictures of both, over the quota if need be', async (store) => {
    const [former, into] = [await join(store), await join(store)];
    const quota = { bytes: 800, count: 9 };
    for (const id of [A, B]) await store.blobs.put(former, id, blob(1), NOW, quota);
    await store.blobs.put(into, B, blob(2), NOW, quota);
    await store.blobs.put(into, C, blob(3), NOW, quota);
    expect(await store.merges.merge(former, into, NOW)).toBe('merged');
    expect(bytesOf(await store.blobs.get(into, A))).toEqual([...blob(1).bytes]);
    expect(bytesOf(await store.blobs.get(into, B))).toEqual([...blob(2).bytes]);
    expect(bytesOf(await store.blobs.get(into, C))).toEqual([...blob(3).bytes]);
    expect(await store.blobs.get(former, A)).toBe('unknown-learner');
    expect(await store.blobs.put(into, pictureId(4), blob(4), NOW, quota)).toBe('full');
  });

  using(
    'what no fact names is swept once it is old enough; what one names stays, of its own learner only',
    async (store) => {
      const [session, other] = [await join(store), await join(store)];
      await store.facts.append({
        session,
        receivedAt: NOW,
        facts: [saved('s1', A), reflected('r', `${B} "${B}"`)],
      });
      for (const id of [A, B]) await store.blobs.put(session, id, blob(), NOW, ROOMY);
      await store.blobs.put(session, C, blob(), NOW + 5, ROOMY);
      await store.blobs.put(other, A, blob(), NOW, ROOMY);
      expect(await store.blobs.sweep(NOW)).toBe(0);
      expect(await store.blobs.sweep(NOW + 5)).toBe(2);
      expect(bytesOf(await store.blobs.get(session, A))).toEqual([...blob().bytes]);
      expect(await store.blobs.get(session, B)).toBeUndefined();
      expect(await store.blobs.get(other, A)).toBeUndefined();
      expect(await store.blobs.sweep(NOW + 5)).toBe(0);
      // Its fact came later than it did: then it was named after all.
      await store.facts.append({ session, receivedAt: NOW, facts: [saved('s2', C)] });
      expect(await store.blobs.sweep(NOW + 9)).toBe(0);
      expect(bytesOf(await store.blobs.get(session, C))).toEqual([...blob().bytes]);
    },
  );

  using('sweeping gets through more than it looks at in one go', async (store) => {
    const session = await join(store);
    const quota = { bytes: 10_000_000, count: 1_000 };
    const named = Array.from({ length: 60 }, (_, n) => pictureId(n));
    await store.facts.append({ session, receivedAt: NOW, facts: [saved('s', ...named)] });
    for (let n = 0; n < 130; n += 1) await store.blobs.put(session, pictureId(n), blob(n, 20), NOW, quota);
    expect(await store.blobs.sweep(NOW + 1)).toBe(70);
    expect(await store.blobs.get(session, pictureId(0))).toBeDefined();
    expect(await store.blobs.get(session, pictureId(129))).toBeUndefined();
  });
}
