import { onSync, syncView, wantPicture } from './own-sync.ts';
import type { WantedPicture } from './picture-sync.ts';

/**
 * Fetch a picture that is on the screen and not on this device: now, when the network is back, when somebody comes back to the
 * page, and once this tab is the one that syncs. One that syncing has brought meanwhile is told as well.
 * @param tell called with how it fared each time; `here` is the last.
 * @returns how to stop.
 */
export function awaitPicture(id: string, tell: (how: WantedPicture) => void): () => void {
  let isOver = false;
  let isAsking = false;
  let hasAsked = false;

  async function ask() {
    const wanted = isOver || isAsking ? undefined : wantPicture(id);
    if (!wanted) return;
    isAsking = true;
    hasAsked = true;
    const how = await wanted;
    isAsking = false;
    if (isOver) return;
    tell(how);
    if (how === 'here') stop();
  }
  const come = () => void (document.visibilityState === 'hidden' || ask());
  const listen = () => {
    const hasCome = syncView()?.pictures?.marks.get(id)?.is === 'settled';
    if (hasCome || !hasAsked) void ask();
  };
  const stopListening = onSync(listen);
  addEventListener('online', come);
  document.addEventListener('visibilitychange', come);
  function stop() {
    isOver = true;
    stopListening();
    removeEventListener('online', come);
    document.removeEventListener('visibilitychange', come);
  }
  void ask();
  return stop;
}
