import type { Fact } from '#core/model/fact.ts';
import { applyChange, type Change, type ChangeOutcome } from './change.ts';
import { memoryStorage } from './memory-storage.ts';
import { type MemoryReason, reasonOf } from './open-storage.ts';
import type { Access, RecordStorage, Row, Stores } from './storage.ts';
import type { StoredSnapshot } from './stored-snapshot.ts';

/** What was last seen under a key. `keptSeq` is what the database holds; below `row.seq` while it could not be written. */
interface Seen {
  row: StoredSnapshot;
  keptSeq: number;
}

/** How long to leave a blocked database alone, ms. */
const RETRY_MS = 30_000;

const isUnkept = ({ row, keptSeq }: Seen) => keptSeq < row.seq;

export interface Written {
  /** false: it is in memory only. */
  kept: boolean;
  outcome: ChangeOutcome;
}

export interface KeeperOptions {
  open: () => Promise<RecordStorage>;
  /** The facts read or written so far: what memory starts from when the database fails. */
  known: () => Iterable<Fact>;
  /** Told when writing goes to memory, and with `undefined` when it is kept again. */
  onReason: (reason: MemoryReason | undefined) => void;
}

/**
 * Writes to the database while that works, to memory while it does not, and brings what is in memory into the database as
 * soon as it works again. Calls must come one after the other; nothing here throws.
 */
export class Keeper {
  readonly #options: KeeperOptions;
  #storage: RecordStorage | undefined;
  #memory: RecordStorage | undefined;
  #reason: MemoryReason | undefined;
  #unkept = new Map<string, Fact>();
  #seen = new Map<string, Seen>();
  /** Keys whose attempt in memory lost against another tab's, until that one has been read: its `seq` may look like ours. */
  #overtaken = new Set<string>();
  /** When blocked: the write before which the next try is too early, epoch ms. */
  #blockedUntil = 0;

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** The connection is gone: open again before the next use. */
  drop(): void {
    this.#storage?.close();
    this.#storage = undefined;
  }

  /**
   * One transaction in the database.
   * @param isRetry also when it was blocked: may take as long as `openStorage` has patience.
   * @returns `undefined` when it does not answer.
   */
  async attempt<T>(
    access: Access,
    work: (stores: Stores) => Promise<T>,
    isRetry = false,
  ): Promise<{ value: T } | undefined> {
    if (this.#reason === 'too-new' || (this.#reason === 'blocked' && !isRetry)) return undefined;
    for (const isLast of [false, true]) {
      try {
        this.#storage ??= await this.#options.open();
        return { value: await this.#storage.transact(access, work) };
      } catch (error) {
        const reason = reasonOf(error);
        const isConnected = this.#storage !== undefined;
        if (reason !== 'full') this.drop();
        if (reason === 'full' || isLast || !isConnected) {
          this.#setReason(reason);
          return undefined;
        }
      }
    }
    return undefined;
  }

  async write(change: Change): Promise<Written> {
    if (this.#reason) await this.#catchUp(change.at);
    if (change.snapshots?.some(({ key }) => this.#overtaken.has(key)))
      return { kept: true, outcome: { status: 'stale' } };
    const access = change.facts?.length ? 'write-through' : 'write';
    const done = this.#reason
      ? undefined
      : await this.attempt(access, (stores) => applyChange(stores, change));
    if (!done) return { kept: false, outcome: await this.#remember(change) };
    if (done.value.status === 'written') {
      for (const { key, row } of change.snapshots ?? []) this.saw(key, row);
      for (const key of change.forget ?? []) this.#seen.delete(key);
    }
    return { kept: true, outcome: done.value };
  }

  /** A snapshot as it lies in the database. */
  saw(key: string, row: StoredSnapshot): void {
    this.#overtaken.delete(key);
    this.#seen.set(key, { row, keptSeq: row.seq });
  }

  /** The snapshot under a key as far as it is in memory: only if newer than the database's, or whatever was seen last. */
  remembered(key: string, which: 'unkept' | 'any'): StoredSnapshot | undefined {
    const seen = this.#seen.get(key);
    return seen && (which === 'any' || isUnkept(seen)) ? seen.row : undefined;
  }

  /** Snapshots in memory: those the database has not, or all. */
  allUnkept(all: boolean): Row[] {
    return [...this.#seen].filter(([, seen]) => all || isUnkept(seen)).map(([key, { row }]) => [key, row]);
  }

  /** Everything was deleted. */
  forgetAll(): void {
    this.#unkept.clear();
    this.#seen.clear();
    this.#overtaken.clear();
    this.#memory = undefined;
  }

  #setReason(reason: MemoryReason | undefined): void {
    if (reason === this.#reason) return;
    this.#reason = reason;
    if (!reason) this.#memory = undefined;
    this.#options.onReason(reason);
  }

  async #remember(change: Change): Promise<ChangeOutcome> {
    this.#memory ??= await this.#memoryOfNow();
    const outcome = await this.#memory.transact('write', (stores) => applyChange(stores, change));
    if (outcome.status === 'stale') return outcome;
    for (const fact of outcome.added) this.#unkept.set(fact.id, fact);
    for (const { key, row } of change.snapshots ?? [])
      this.#seen.set(key, { row, keptSeq: this.#seen.get(key)?.keptSeq ?? 0 });
    for (const { key, row } of change.newSnapshots ?? [])
      if (!this.#seen.has(key)) this.#seen.set(key, { row, keptSeq: 0 });
    for (const key of change.forget ?? []) this.#seen.delete(key);
    return outcome;
  }

  async #memoryOfNow(): Promise<RecordStorage> {
    const memory = memoryStorage();
    await memory.transact('write', async (stores) => {
      for (const fact of this.#options.known()) await stores.put('facts', fact.id, fact);
      for (const [key, { row }] of this.#seen) await stores.put('snapshots', key, row);
    });
    return memory;
  }

  /** Bring memory into the database. Where another tab went on meanwhile its snapshot stands; facts never clash. */
  async #catchUp(at: number): Promise<void> {
    if (this.#reason === 'blocked') {
      // A slow phone may have been taken for a blocked one; but no answer may wait for that again and again.
      const isFirst = this.#blockedUntil === 0;
      if (at < this.#blockedUntil) return;
      this.#blockedUntil = at + RETRY_MS;
      if (isFirst) return;
    }
    const unkept = [...this.#seen].filter(([, seen]) => isUnkept(seen));
    const facts = [...this.#unkept.values()];
    const snapshots = unkept.map(([key, { row, keptSeq }]) => ({ key, row, expectedSeq: keptSeq }));
    const work = async (stores: Stores) => {
      const outcome = await applyChange(stores, { at, facts, snapshots });
      if (outcome.status === 'stale') await applyChange(stores, { at, facts });
      return outcome;
    };
    const done = await this.attempt('write-through', work, true);
    if (!done) return;
    this.#unkept.clear();
    for (const [key, { row }] of unkept) {
      if (done.value.status === 'written') this.saw(key, row);
      else {
        this.#seen.delete(key);
        this.#overtaken.add(key);
      }
    }
    this.#setReason(undefined);
  }
}
