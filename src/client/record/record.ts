import type { Fact } from '#core/model/fact.ts';
import { forgetLastJot } from '../jots.ts';
import { forgetLastWords } from '../last-words.ts';
import { Blobs } from './blobs.ts';
import type { Change, SetAside } from './change.ts';
import { uuidv7 } from './ids.ts';
import { Keeper, type Written } from './keeper.ts';
import { clearMirror } from './mirror.ts';
import { forgetFormer, type OpenDatabase, openStorage, type TextStore } from './open-storage.ts';
import { askToPersist } from './persist.ts';
import { RecordNews } from './record-news.ts';
import type { Commit, FactDraft, RecordChange, RecordHealth } from './record-types.ts';
import { sortRows } from './sort-rows.ts';
import { type Access, type Row, STORES, type Stores } from './storage.ts';
import { parseStoredSnapshot, type StoredSnapshot } from './stored-snapshot.ts';
import { forgetSyncMark } from './sync-mark.ts';

export interface OpenRecordOptions {
  /** Whose record; `local` = nobody has signed in. */
  owner?: string;
  /** Epoch ms, UTC. */
  now: () => number;
  /** Another engine than IndexedDB, for tests. */
  open?: OpenDatabase;
  /** Another store than localStorage, for tests. */
  texts?: TextStore | undefined;
}

/**
 * Open the learner's record on this device. Always resolves: where nothing can be kept it lives in memory and `health()`
 * says why. No method of it throws.
 */
export async function openRecord(options: OpenRecordOptions): Promise<DeviceRecord> {
  const record = new DeviceRecord(options);
  await record.ready();
  return record;
}

function localTexts(): TextStore | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** Facts and snapshots of one learner on one device. Calls take effect in the order they were made. */
export class DeviceRecord {
  readonly #owner: string;
  readonly #now: () => number;
  readonly #texts: TextStore | undefined;
  readonly #keeper: Keeper;
  /** Pictures that facts name. */
  readonly blobs: Blobs;
  readonly #news: RecordNews;
  readonly #known = new Map<string, Fact>();
  #list: readonly Fact[] | undefined;
  #bad: SetAside[] = [];
  #health: RecordHealth = { state: 'kept', setAside: 0, former: false };
  #deviceId: string;
  #queue: Promise<unknown> = Promise.resolve();

  constructor({ owner = 'local', now, open, texts = localTexts() }: OpenRecordOptions) {
    this.#owner = owner;
    this.#now = now;
    this.#texts = texts;
    this.#deviceId = uuidv7(now());
    this.#news = new RecordNews(`sanxiu.record.${owner}`, (change) => this.#hear(change));
    this.blobs = new Blobs((access, work) => this.#enqueue(() => this.#keeper.attempt(access, work)));
    this.#keeper = new Keeper({
      open: () => this.#openStorage(open),
      known: () => this.#known.values(),
      onReason: (reason) => this.#setHealth({ state: reason ? 'memory' : 'kept', reason }),
    });
  }

  /** Random, made at first use, not linked to a person. */
  get deviceId(): string {
    return this.#deviceId;
  }

  /** The same object until something changes. */
  health(): RecordHealth {
    return this.#health;
  }

  /** All facts, in no order. The same array until something changes. */
  facts(): readonly Fact[] {
    this.#list ??= [...this.#known.values()];
    return this.#list;
  }

  /** @returns how to stop listening. */
  subscribe(listener: (change: RecordChange) => void): () => void {
    return this.#news.subscribe(listener);
  }

  /** Everything asked for so far is done; the first time, the record has been read. */
  ready(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#keeper.attempt('read', (stores) => stores.get('meta', 'deviceId'));
      await this.#setAsideBad();
    });
  }

  append(drafts: readonly FactDraft[]): Promise<'kept' | 'memory'> {
    return this.#enqueue(async () => {
      const { kept } = await this.#write({ at: this.#now(), facts: drafts.map(this.#complete) });
      return kept ? 'kept' : 'memory';
    });
  }

  /** Facts and the snapshot after them, both or none. `stale`: another tab was faster; read again. */
  commit({ key, expectedSeq, snapshot, facts }: Commit): Promise<'kept' | 'stale' | 'memory'> {
    return this.#enqueue(async () => {
      const at = this.#now();
      const row: StoredSnapshot = { v: 1, ...snapshot, seq: expectedSeq + 1, savedAt: at };
      const change = { at, facts: facts.map(this.#complete), snapshots: [{ key, expectedSeq, row }] };
      const { kept, outcome } = await this.#write(change);
      if (outcome.status === 'stale') return 'stale';
      this.#tellSnapshot(key);
      if (kept && facts.length) void askToPersist(this.#texts);
      return kept ? 'kept' : 'memory';
    });
  }

  /** The last snapshot under a key. An unreadable one is set aside. */
  snapshot(key: string): Promise<StoredSnapshot | undefined> {
    return this.#enqueue(async () => {
      const unkept = this.#keeper.remembered(key, 'unkept');
      if (unkept) return unkept;
      const read = await this.#keeper.attempt('read', (stores) => stores.get('snapshots', key));
      if (!read) return this.#keeper.remembered(key, 'any');
      const row = parseStoredSnapshot(read.value);
      if (row) this.#keeper.saw(key, row);
      else if (read.value !== undefined) await this.#setAsideSnapshot(key, read.value, 'unreadable');
      return row;
    });
  }

  /** A snapshot no machine can go on from: into quarantine, out of the way. */
  refuse(key: string, row: StoredSnapshot): Promise<void> {
    return this.#enqueue(() => this.#setAsideSnapshot(key, row, 'refused'));
  }

  forget(key: string): Promise<void> {
    return this.#enqueue(async () => {
      await this.#write({ at: this.#now(), forget: [key] });
      this.#tellSnapshot(key);
    });
  }

  /** One change beyond the methods above, facts complete; a merge, for example. */
  write(change: Change): Promise<Written> {
    return this.#enqueue(async () => {
      const written = await this.#write(change);
      for (const { key } of change.newSnapshots ?? []) this.#tellSnapshot(key);
      return written;
    });
  }

  /** All snapshots as they lie, unchecked; those that are only in memory come last. */
  snapshots(): Promise<readonly Row[]> {
    return this.#enqueue(async () => {
      const read = await this.#keeper.attempt('read', (stores) => stores.entries('snapshots'));
      return [...(read?.value ?? []), ...this.#keeper.allUnkept(!read)];
    });
  }

  /**
   * Rows beside the record in `meta` that go when it goes: what syncing notes down. Leave `deviceId` and the other stores alone.
   * @returns undefined when the database does not answer.
   */
  aside<T>(access: Access, work: (stores: Stores) => Promise<T>): Promise<{ value: T } | undefined> {
    return this.#enqueue(() => this.#keeper.attempt(access, work));
  }

  /** @returns `memory` when only this page could be emptied, because what lies on the device is out of reach. */
  deleteAll(): Promise<'deleted' | 'memory'> {
    // First of all: what is still coming from the server must not bring the record back.
    forgetSyncMark();
    return this.#enqueue(async () => {
      const deviceId = uuidv7(this.#now());
      const done = await this.#keeper.attempt('write-through', async (stores) => {
        for (const store of STORES) await stores.clear(store);
        await stores.put('meta', 'deviceId', deviceId);
      });
      this.#deviceId = deviceId;
      if (done) forgetFormer(this.#owner, this.#texts);
      this.#forgetAll();
      clearMirror();
      forgetLastJot();
      forgetLastWords();
      this.#news.tell({ type: 'deleted', elsewhere: false }, 'everywhere');
      // Where the device was full there may be space again.
      if (done) await this.#keeper.write({ at: this.#now() });
      return done ? 'deleted' : 'memory';
    });
  }

  close(): void {
    this.#news.close();
    this.#keeper.drop();
  }

  async #openStorage(open: OpenDatabase | undefined) {
    const { storage, facts, deviceId, former } = await openStorage({
      owner: this.#owner,
      texts: this.#texts,
      newDeviceId: this.#deviceId,
      onLost: () => this.#keeper.drop(),
      ...(open && { open }),
    });
    this.#deviceId = deviceId;
    this.#take(facts);
    if (former !== this.#health.former) this.#setHealth({ former });
    return storage;
  }

  readonly #complete = (draft: FactDraft): Fact => {
    const at = draft.at ?? this.#now();
    return { ...draft, v: 1, at, id: draft.id ?? uuidv7(at), deviceId: this.#deviceId };
  };

  async #write(change: Change): Promise<Written> {
    const written = await this.#keeper.write(change);
    if (written.outcome.status === 'written' && written.outcome.added.length) {
      this.#learn(written.outcome.added, written.kept ? 'everywhere' : 'here');
    }
    return written;
  }

  #take(rows: readonly Row[]): void {
    const { facts, bad } = sortRows(rows);
    this.#bad.push(...bad);
    this.#learn(facts.filter((fact) => !this.#known.has(fact.id)));
  }

  #learn(facts: readonly Fact[], reach: 'here' | 'everywhere' = 'here'): void {
    if (!facts.length) return;
    for (const fact of facts) this.#known.set(fact.id, fact);
    this.#list = undefined;
    this.#news.tell({ type: 'facts' }, reach);
  }

  async #setAsideBad(): Promise<void> {
    const setAside = this.#bad.splice(0);
    if (!setAside.length) return;
    await this.#keeper.write({ at: this.#now(), setAside });
    this.#setHealth({ setAside: this.#health.setAside + setAside.length });
  }

  async #setAsideSnapshot(key: string, value: unknown, reason: SetAside['reason']): Promise<void> {
    this.#bad.push({ from: 'snapshots', key, value, reason });
    await this.#setAsideBad();
  }

  #reload(): Promise<void> {
    return this.#enqueue(async () => {
      const read = await this.#keeper.attempt('read', (stores) => stores.entries('facts'));
      if (read) this.#take(read.value);
      await this.#setAsideBad();
    });
  }

  /** Another tab did something: take it over before the listeners of this one are told. */
  #hear(change: RecordChange): void {
    if (change.type === 'facts') void this.#reload();
    else {
      if (change.type === 'deleted') this.#forgetAll();
      this.#news.tell(change);
    }
  }

  #forgetAll(): void {
    this.#known.clear();
    this.#list = undefined;
    this.blobs.forgetAll();
    this.#keeper.forgetAll();
  }

  #setHealth(part: Partial<RecordHealth>): void {
    this.#health = { ...this.#health, ...part };
    this.#news.tell({ type: 'health' });
  }

  #tellSnapshot(key: string): void {
    this.#news.tell({ type: 'snapshot', key, elsewhere: false }, 'everywhere');
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }
}
