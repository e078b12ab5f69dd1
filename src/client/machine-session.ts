import type { Language } from '#core/model/text.ts';
import type { DeviceRecord } from './record/record.ts';
import type { Commit, FactDraft, RecordChange, RecordHealth } from './record/record-types.ts';
import type { StoredSnapshot } from './record/stored-snapshot.ts';
import { holdLease, type LeaseState, type TabLease } from './tab-lease.ts';

export interface SessionOptions {
  language: Language;
  record: DeviceRecord | Promise<DeviceRecord>;
  /** Epoch ms, UTC. */
  now?: () => number;
  /** How to ask for the lease; tests pass their own. */
  lease?: (onChange: (state: LeaseState) => void) => TabLease;
}

/** What an island shows. A new object at every change, the same one in between. */
export interface SessionState {
  /** opening: the record is being read · failed: nothing can be begun with this content. */
  status: 'opening' | 'ready' | 'failed';
  /** new: begun here · resumed: brought back from the record, open or finished. */
  origin: 'new' | 'resumed';
  /** Only the `live` tab takes requests; a `following` one shows what the other does. */
  lease: LeaseState;
  health?: RecordHealth;
  /** set-aside: what was stored could not be continued · overtaken: another tab was faster, this one shows its state ·
   *  unreachable: code that was not needed before could not be fetched. */
  notice?: 'set-aside' | 'overtaken' | 'unreachable' | undefined;
}

/**
 * Between a machine, the device record and the other tabs of one attempt; knows no React and no machine. Every accepted
 * event is one transaction: facts and the snapshot after them, refused when another tab was faster.
 */
export abstract class MachineSession<State extends SessionState> {
  protected readonly options: SessionOptions;
  protected readonly now: () => number;
  protected record: DeviceRecord | undefined;
  protected state: State;
  /** The record has been read. */
  protected readonly opened: Promise<void>;
  readonly #key: string;
  readonly #lease: TabLease;
  readonly #listeners = new Set<() => void>();
  #stopListening = () => {};
  /** Of the snapshot last read or written; 0 = none lies in the record. */
  #seq = 0;
  #unsaved: FactDraft[] = [];
  #isDirty = false;
  #saving: Promise<void> | undefined;

  constructor(key: string, options: SessionOptions, state: State) {
    this.options = options;
    this.now = options.now ?? Date.now;
    this.#key = key;
    this.state = state;
    const ask = options.lease ?? ((onChange) => holdLease(key, onChange));
    this.#lease = ask((lease) => this.#onLease(lease));
    this.opened = this.#open().catch(() => this.show({ status: 'failed' }));
  }

  /** @returns how to go on from a stored row, at once; undefined when that cannot be done. */
  protected abstract restore(row: StoredSnapshot): Promise<(() => void) | undefined>;
  /** Nothing to go on from: what this session shows then. */
  protected abstract begin(): Promise<void>;
  /** What to keep now; undefined = nothing yet. */
  protected abstract stored(): Commit['snapshot'] | undefined;
  /** The record holds what is shown. */
  protected kept(): void {}
  /** Another tab is live: what following it will need, perhaps without a network. */
  protected prepareToFollow(): void {}

  /** For `useSyncExternalStore`. */
  readonly getSnapshot = (): State => this.state;

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Go on in this tab; the one that was live follows. */
  takeOver(): void {
    this.#lease.takeOver();
  }

  /** Resolves when everything accepted so far has been handed to the record. */
  async saved(): Promise<void> {
    await this.opened;
    await this.#saving;
  }

  close(): void {
    this.#stopListening();
    this.#listeners.clear();
    this.#lease.release();
  }

  protected get isLive(): boolean {
    return this.#lease.state === 'live';
  }

  /** A fact of the event in hand; written with the next `save`. */
  protected collect(fact: FactDraft): void {
    this.#unsaved.push(fact);
  }

  protected save(): void {
    this.#isDirty = true;
    this.#saving ??= this.#write().finally(() => {
      this.#saving = undefined;
    });
  }

  /** @param part of this session's own state, or of what all sessions show. */
  protected show(part: Partial<State> | Partial<SessionState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.#listeners) listener();
  }

  async #open(): Promise<void> {
    const record = await this.options.record;
    this.record = record;
    this.#stopListening = record.subscribe((change) => this.#onRecord(change));
    this.show({ health: record.health() });
    await Promise.all([this.#lease.ready, this.#read()]);
    this.show({ status: 'ready', lease: this.#lease.state });
  }

  /** Show what the record holds, or a beginning where it holds nothing that can be continued. */
  async #read(notice?: SessionState['notice']): Promise<void> {
    const record = this.record;
    const setAside = record?.health().setAside;
    const row = await record?.snapshot(this.#key);
    const goOn = row && (await this.restore(row));
    // From here to the first thing shown nothing waits: a request in between would be lost.
    this.#unsaved = [];
    this.#isDirty = false;
    this.#seq = goOn ? row.seq : 0;
    if (goOn) {
      goOn();
      this.show({ origin: 'resumed', ...(notice && { notice }) });
      this.kept();
      return;
    }
    if (row) await record?.refuse(this.#key, row);
    await this.begin();
    if (record?.health().setAside !== setAside) this.show({ notice: 'set-aside' });
  }

  /** One transaction at a time; what is accepted meanwhile goes with the next. */
  async #write(): Promise<void> {
    const record = this.record;
    while (record && this.#isDirty) {
      this.#isDirty = false;
      const snapshot = this.stored();
      if (!snapshot) return;
      const facts = this.#unsaved.splice(0);
      const done = await record.commit({ key: this.#key, expectedSeq: this.#seq, snapshot, facts });
      if (done === 'stale') return this.#read('overtaken').catch(() => this.show({ notice: 'unreachable' }));
      this.#seq += 1;
      if (done === 'kept') this.kept();
    }
  }

  #onLease(lease: LeaseState): void {
    const isTurn = lease === 'live' && this.state.lease === 'following';
    this.show({ lease });
    if (lease === 'following') this.prepareToFollow();
    if (isTurn) void this.#follow();
  }

  #onRecord(change: RecordChange): void {
    if (change.type === 'health' && this.record) this.show({ health: this.record.health() });
    else if (change.type === 'snapshot' && change.elsewhere && change.key === this.#key) void this.#follow();
    else if (change.type === 'deleted') void this.#read();
  }

  /** Another tab wrote: show it, unless something of ours is on its way; then the record decides. */
  async #follow(): Promise<void> {
    await this.opened;
    if (this.#saving) return;
    const row = await this.record?.snapshot(this.#key);
    // Without a network the code that restores may be missing: what is on screen stays.
    if (row && row.seq !== this.#seq && !this.#saving) await this.#read().catch(() => {});
  }
}
