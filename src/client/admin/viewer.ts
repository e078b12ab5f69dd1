import { readSignedIn, type SignedIn } from '#core/account/account.ts';
import { ask } from '../sync/sync-api.ts';

/** Who opens a page that is for some only. */
export type Viewer =
  | { status: 'known'; viewer: SignedIn }
  | { status: 'signed-out' }
  /** Nobody answers for the API at this address, or there is no network. */
  | { status: 'no-server' }
  | { status: 'busy' };

/** Ask the server who this device belongs to. Never throws. */
export async function askViewer(): Promise<Viewer> {
  const reply = await ask('GET', '/api/learner');
  if (!reply || reply.status === 404) return { status: 'no-server' };
  if (reply.status === 401 || reply.status === 410) return { status: 'signed-out' };
  const viewer = reply.status < 300 ? readSignedIn(reply.json) : undefined;
  return viewer ? { status: 'known', viewer } : { status: 'busy' };
}
