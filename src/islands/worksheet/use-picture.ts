import { useEffect, useState } from 'react';
import type { StoredBlob } from '#client/record/blobs.ts';
import { syncsTo } from '#client/record/sync-mark.ts';
import type { PictureSource } from './Picture.tsx';

/** coming: asked for on the server · absent: not there yet · offline: no answer · elsewhere: it lies on another device only. */
export type PictureState = 'looking' | 'coming' | 'absent' | 'offline' | 'elsewhere' | { url: string };

/** A kept picture by its id; where it is not on this device and syncing is on, it is fetched. */
export function usePicture(id: string, pictures: PictureSource): PictureState {
  const [state, setState] = useState<PictureState>('looking');
  useEffect(() => {
    let url: string | undefined;
    let isGone = false;
    let stop = () => {};

    function show(picture: StoredBlob) {
      url = URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
      setState({ url });
    }
    async function look() {
      const picture = await pictures.get(id);
      if (isGone) return;
      if (picture) return show(picture);
      if (!syncsTo()) return setState('elsewhere');
      setState('coming');
      await fetchIt().catch(() => setState('offline'));
    }
    async function fetchIt() {
      const { awaitPicture } = await import('#client/sync/await-picture.ts');
      if (isGone) return;
      stop = awaitPicture(id, async (how) => {
        const picture = how === 'here' ? await pictures.get(id) : undefined;
        if (isGone) return;
        if (picture) show(picture);
        else setState(how === 'here' ? 'absent' : how);
      });
    }
    void look();
    return () => {
      isGone = true;
      stop();
      if (url) URL.revokeObjectURL(url);
    };
  }, [id, pictures]);
  return state;
}
