import type { RecordChange } from './record-types.ts';
import { openTabChannel, type TabChannel } from './tab-channel.ts';

/** Who wants to know of changes: listeners in this page, and the same record in other tabs. */
export class RecordNews {
  readonly #listeners = new Set<(change: RecordChange) => void>();
  readonly #channel: TabChannel;

  /** @param onElsewhere called with what another tab did; nobody else is told of it. */
  constructor(name: string, onElsewhere: (change: RecordChange) => void) {
    this.#channel = openTabChannel(name, (message) => {
      if (message === 'facts') onElsewhere({ type: 'facts' });
      else if (message === 'deleted') onElsewhere({ type: 'deleted', elsewhere: true });
      else onElsewhere({ type: 'snapshot', key: message, elsewhere: true });
    });
  }

  /** @returns how to stop listening. */
  subscribe(listener: (change: RecordChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @param reach `everywhere` = other tabs too: what they will find in the database. */
  tell(change: RecordChange, reach: 'here' | 'everywhere' = 'here'): void {
    if (reach === 'everywhere') this.#channel.send(change.type === 'snapshot' ? change.key : change.type);
    for (const listener of this.#listeners) listener(change);
  }

  close(): void {
    this.#channel.close();
    this.#listeners.clear();
  }
}
