import type { LeaseStateHolder, TabLease } from './tab-lease.ts';

/** The live tab renews its line this often, ms. */
const BEAT_MS = 1000;
/** A line not renewed for so long belongs to a tab that is gone or asleep, ms. */
const DEAD_MS = 5000;
/** Two tabs may write at once; after this wait the one whose line stands has won, ms. */
const SETTLE_MS = 100;

export interface TextEnvironment {
  /** localStorage; any call may throw. */
  texts?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  /** Hears `storage`, `pagehide` and `pageshow`. */
  events?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** Epoch ms. */
  now?: () => number;
  /** Different in every tab. */
  tabId?: string;
}

/** A lease kept as one line in localStorage, `<tab> <epoch ms>`, for pages on plain http. */
export function textLease(key: string, state: LeaseStateHolder, environment: TextEnvironment): TabLease {
  const lease = new TextLease(key, state, environment);
  lease.start();
  return lease;
}

class TextLease implements TabLease {
  readonly #key: string;
  readonly #state: LeaseStateHolder;
  readonly #texts: TextEnvironment['texts'];
  readonly #events: TextEnvironment['events'];
  readonly #now: () => number;
  readonly #tabId: string;
  readonly #listeners: Readonly<Record<string, (event: Event) => void>>;
  #beat: ReturnType<typeof setInterval> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(key: string, state: LeaseStateHolder, environment: TextEnvironment) {
    this.#key = key;
    this.#state = state;
    this.#texts = environment.texts;
    this.#events = environment.events;
    this.#now = environment.now ?? Date.now;
    this.#tabId = environment.tabId ?? Math.random().toString(36).slice(2);
    this.#listeners = {
      storage: (event) => (event as StorageEvent).key === key && this.#look(),
      pagehide: () => this.#leave(),
      pageshow: () => this.#look(),
    };
  }

  get state() {
    return this.#state.get();
  }

  get ready() {
    return this.#state.ready;
  }

  start(): void {
    for (const [type, listener] of Object.entries(this.#listeners))
      this.#events?.addEventListener(type, listener);
    this.#beat = setInterval(() => this.#look(), BEAT_MS);
    this.#look();
  }

  takeOver(): void {
    this.#safely(() => this.#claim());
  }

  release(): void {
    clearInterval(this.#beat);
    clearTimeout(this.#settling);
    for (const [type, listener] of Object.entries(this.#listeners))
      this.#events?.removeEventListener(type, listener);
    this.#leave();
  }

  #look(): void {
    this.#safely(() => {
      if (this.#settling !== undefined) return;
      const holder = this.#holder();
      if (holder !== undefined && holder !== this.#tabId) this.#state.set('following');
      else if (holder === this.#tabId && this.state === 'live') this.#write();
      else this.#claim();
    });
  }

  #claim(): void {
    this.#write();
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#settling = undefined;
      this.#safely(() => this.#state.set(this.#holder() === this.#tabId ? 'live' : 'following'));
    }, SETTLE_MS);
  }

  /** The tab whose line is fresh; a line from the future comes from a clock that was set back. */
  #holder(): string | undefined {
    const [tabId, at] = (this.#texts?.getItem(this.#key) ?? '').split(' ');
    return tabId && Math.abs(this.#now() - Number(at)) < DEAD_MS ? tabId : undefined;
  }

  #write(): void {
    if (!this.#texts) throw new DOMException('no localStorage to agree by', 'NotSupportedError');
    this.#texts.setItem(this.#key, `${this.#tabId} ${this.#now()}`);
  }

  #leave(): void {
    try {
      if (this.#holder() === this.#tabId) this.#texts?.removeItem(this.#key);
    } catch {
      // The line ends by itself.
    }
  }

  /** With nothing to agree by, every tab goes on, and `seq` keeps the record whole. */
  #safely(step: () => void): void {
    try {
      step();
    } catch {
      this.#state.set('live');
    }
  }
}
