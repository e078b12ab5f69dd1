import { useEffect, useState } from 'react';
import type { Blobs } from '#client/record/blobs.ts';
import type { WorksheetStrings } from '#i18n/worksheet.ts';

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
  const [url, setUrl] = useState<string | null>();
  useEffect(() => {
    let made: string | undefined;
    let gone = false;
    void pictures.get(id).then((picture) => {
      if (gone) return;
      made = picture && URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
      setUrl(made ?? null);
    });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, pictures]);
  if (url === undefined) return null;
  if (url === null) return <p className="small">{strings.pictureElsewhere}</p>;
  return <img src={url} alt={alt} />;
}
