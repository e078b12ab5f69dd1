import type { DeviceRecord } from '../record/record.ts';
import { httpPictureApi } from './picture-api.ts';
import { pictureRows } from './picture-rows.ts';
import { PictureSync } from './picture-sync.ts';

/** Fetched once a fact names a picture. @param isOn does this page still send for this learner? */
export const openPictures = (
  record: DeviceRecord,
  learnerId: string,
  isOn: () => boolean,
): Promise<PictureSync> =>
  PictureSync.open({
    record,
    rows: pictureRows(record, learnerId),
    api: httpPictureApi(learnerId),
    isOn,
    now: Date.now,
    random: Math.random,
  });
