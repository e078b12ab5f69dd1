import type { BlobStore } from '#server/port/blob-store.ts';
import type { Clock } from '#server/port/clock.ts';
import type { LearnerStore } from '#server/port/learner-store.ts';
import { createSaveBlob, QUOTA_MB } from '#server/usecase/save-blob.ts';
import type { Sentence } from '#server/usecase/sentence.ts';
import { type ApiAnswer, type ApiRoutes, refuseUnknown } from './api.ts';
import { answered, malformed } from './api-body.ts';
import { REFUSALS } from './refusals.ts';

export interface BlobRoutesPlan {
  blobs: BlobStore;
  learners: Pick<LearnerStore, 'wasRemoved' | 'wasMerged'>;
  clock: Clock;
  quotaMb?: number | undefined;
}

type BlobRoutes = Pick<ApiRoutes, 'PUT /api/blobs/:blobId' | 'GET /api/blobs/:blobId'>;

const NOTHING = Buffer.alloc(0);
const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/** Pictures that facts name: sent once, never changed, seen by their owner only. */
export function createBlobRoutes({ blobs, learners, clock, quotaMb = QUOTA_MB }: BlobRoutesPlan): BlobRoutes {
  const saveBlob = createSaveBlob({ blobs, clock, quotaMb });
  return {
    'PUT /api/blobs/:blobId': async ({ params: { blobId = '' }, body = NOTHING }, session) => {
      const done = await saveBlob(session, blobId, body);
      switch (done) {
        case 'no-id':
          return malformed(NO_ID);
        case 'no-picture':
          return { refusal: REFUSALS.notPicture };
        case 'unknown-learner':
          return refuseUnknown(learners, session);
        case 'conflict':
          return { refusal: REFUSALS.blobConflict };
        case 'full':
          return quotaFull(quotaMb);
        default:
          return { status: done === 'stored' ? 201 : 200, json: '{}' };
      }
    },
    'GET /api/blobs/:blobId': async ({ params: { blobId = '' } }, session) => {
      const found = await blobs.get(session, blobId);
      if (found === 'unknown-learner') return refuseUnknown(learners, session);
      if (!found) return { refusal: REFUSALS.blobMissing };
      const { type, bytes } = found;
      return {
        status: 200,
        bytes,
        type,
        headers: [
          // Under an id there is only ever one picture. Another session in the same browser must ask for itself.
          'cache-control',
          'private, max-age=31536000, immutable',
          'vary',
          'cookie',
          // Opened by its address it is a file, never a page of this site.
          'content-disposition',
          `attachment; filename="${blobId}.${ENDINGS[type]}"`,
        ],
      };
    },
  };
}

/** JSON, unlike other refusals: the device must tell it from a full disk, which is over when there is room again. */
function quotaFull(quotaMb: number): ApiAnswer {
  const sentence: Sentence = {
    zh: `服务器上留给你放照片的地方满了（最多${quotaMb} MB），这一张没有收下。它还在这台设备里，导出的文件里也有；想送更多，请管理员把BLOB_QUOTA_MB调大。`,
    en: `Your pictures on the server are at their limit of ${quotaMb} MB, so this one was not kept. It is still on this device and in every file you export; to send more, ask the administrator to raise BLOB_QUOTA_MB.`,
  };
  return answered(507, { why: 'quota', ...sentence });
}

const NO_ID: Sentence = {
  zh: '照片的编号要写成小写的UUID。请刷新页面取得新版本后再试。',
  en: 'The id of a picture must be a UUID in small letters. Reload the page to get the present version and try again.',
};
