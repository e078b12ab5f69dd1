import { type ChangeEvent, useState } from 'react';
import { uuidv7 } from '#client/record/ids.ts';
import type { WorksheetStrings } from '#i18n/worksheet.ts';
import { Picture, type PictureSource } from './Picture.tsx';

interface Props {
  id: string;
  'aria-describedby': string;
  /** Id of the picture that is there. */
  value: string | undefined;
  /** What was written of what is in it. */
  alt: string;
  onChange: (value: string | undefined) => void;
  pictures: PictureSource;
  strings: WorksheetStrings;
}

/** A picture from the camera or the gallery, made small on the device; syncing sends what a version names, where it is on. */
export function PictureInput({ value, alt, onChange, pictures, strings, ...shared }: Props) {
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const field = event.currentTarget;
    const file = field.files?.[0];
    if (!file || isBusy) return;
    setBusy(true);
    setSaid(strings.pictureBusy);
    const { scalePicture } = await import('#client/scale-picture.ts');
    const picture = await scalePicture(file);
    field.value = '';
    setBusy(false);
    if (!picture) return setSaid(strings.pictureRefused);
    const id = uuidv7(Date.now());
    const state = await pictures.keep([[id, picture]]);
    onChange(id);
    setSaid(state === 'kept' ? strings.pictureKept : strings.pictureInMemory);
  }

  return (
    <div className="sheet-picture">
      {value && <Picture id={value} alt={alt} pictures={pictures} strings={strings} />}
      <label className="btn line file no-print">
        {value ? strings.pictureOther : strings.pictureChoose}
        <input {...shared} type="file" accept="image/*" onChange={choose} />
      </label>
      {value && (
        <button
          type="button"
          className="btn quiet no-print"
          onClick={() => {
            onChange(undefined);
            setSaid(strings.pictureRemoved);
          }}
        >
          {strings.pictureRemove}
        </button>
      )}
      <p className="micro no-print" role="status">
        {said}
      </p>
    </div>
  );
}
