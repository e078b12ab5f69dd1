import type { Blobs } from '#client/record/blobs.ts';
import type { WorksheetStrings } from '#i18n/worksheet.ts';
import { usePicture } from './use-picture.ts';

/** Where pictures are kept and found by id. */
export type PictureSource = Pick<Blobs, 'keep' | 'get'>;

interface Props {
  id: string;
  alt: string;
  pictures: PictureSource;
  strings: WorksheetStrings;
}

/** A kept picture; where it is not on this device, words instead. */
export function Picture({ id, alt, pictures, strings }: Props) {
  const state = usePicture(id, pictures);
  if (state === 'looking') return null;
  if (typeof state === 'object') return <img src={state.url} alt={alt} />;
  return <p className="small">{strings.pictureAway[state]}</p>;
}
