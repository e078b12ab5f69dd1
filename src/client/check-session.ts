import { type ActorRefFrom, createActor } from 'xstate';
import type { CheckContent } from '#core/model/lesson.ts';
import type { Response } from '#core/model/response.ts';
import type { Language } from '#core/model/text.ts';
import type { QuizEvent, QuizFact, QuizPlan } from '#core/quiz/quiz.events.ts';
import { quizMachine } from '#core/quiz/quiz.machine.ts';
import { type QuizSnapshot, storeQuiz } from '#core/quiz/stored-quiz.ts';
import { drawing, factCount, nextPlan } from './check-plan.ts';
import { writeMirror } from './record/mirror.ts';
import type { DeviceRecord } from './record/record.ts';
import type { FactDraft, RecordChange, RecordHealth } from './record/record-types.ts';
import { holdLease, type LeaseState, type TabLease } from './tab-lease.ts';

type Untimed<E> = E extends { at: number } ? Omit<E, 'at'> : never;
/** A request to the machine; the session adds the time. */
export type CheckRequest = Untimed<QuizEvent>;

export interface CheckOptions {
  check: CheckContent;
  language: Language;
  record: DeviceRecord | Promise<DeviceRecord>;
  /** Epoch ms, UTC. */
  now?: () => number;
  /** How to ask for the lease; tests pass their own. */
  lease?: (onChange: (state: LeaseState) => void) => TabLease;
}

/** What an island shows. A new object at every change, the same one in between. */
export interface CheckState {
  /** opening: the record is being read · failed: no attempt can be drawn from this lesson's items. */
  status: 'opening' | 'ready' | 'failed';
  /** For `quizView`; absent only while opening or when failed. */
  quiz?: QuizSnapshot;
  /** new: begun here · resumed: brought back from the record, open or finished. */
  origin: 'new' | 'resumed';
  /** Only the `live` tab takes requests; a `following` one shows what the other does. */
  lease: LeaseState;
  health?: RecordHealth;
  /** set-aside: a stored attempt could not be continued · overtaken: another tab was faster, this one shows its
   *  state · unreachable: code that was not needed before could not be fetched. */
  notice?: 'set-aside' | 'overtaken' | 'unreachable' | undefined;
}

/** Needed only where an attempt lies in the record. */
const restoring = () => import('#core/quiz/restore.ts');

export const checkKey = (lessonId: string) => `check:${lessonId}`;

/** Begin or resume the check of one lesson on this device. Returns at once, in status `opening`. */
export function openCheck(options: CheckOptions): CheckSession {
  return new CheckSession(options);
}

/** Between the quiz machine, the device record and the other tabs; knows no React. */
export class CheckSession {
  readonly #options: CheckOptions;
  readonly #now: () => number;
  readonly #key: string;
  readonly #lease: TabLease;
  readonly #listeners = new Set<() => void>();
  readonly #opened: Promise<void>;
  #record: DeviceRecord | undefined;
  #stopListening = () => {};
  #actor: ActorRefFrom<typeof quizMachine> | undefined;
  /** Of the snapshot last read or written; 0 = none lies in the record. */
  #seq = 0;
  /** Facts the attempt has given, those of the event in hand included. */
  #factCount = 0;
  #unsaved: FactDraft[] = [];
  #isDirty = false;
  #hasDrawn = false;
  #saving: Promise<void> | undefined;
  #state: CheckState;

  constructor(options: CheckOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#key = checkKey(options.check.lessonId);
    this.#state = { status: 'opening', origin: 'new', lease: 'asking' };
    const ask = options.lease ?? ((onChange) => holdLease(this.#key, onChange));
    this.#lease = ask((lease) => this.#onLease(lease));
    this.#opened = this.#open().catch(() => this.#show({ status: 'failed' }));
  }

  /** For `useSyncExternalStore`. */
  readonly getSnapshot = (): CheckState => this.#state;

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Hand a request to the machine. The first act also starts the attempt.
   * @returns false when nothing accepts it: wrong moment, unready response, or another tab is live.
   */
  send(request: CheckRequest): boolean {
    const actor = this.#actor;
    if (!actor || this.#lease.state !== 'live') return false;
    const at = this.#now();
    const isStart = request.type === 'quiz.start';
    if (!isStart && actor.getSnapshot().matches('ready')) actor.send({ type: 'quiz.start', at });
    const before = actor.getSnapshot();
    this.#factCount = factCount(before.context);
    actor.send({ ...request, at });
    const quiz = actor.getSnapshot();
    if (quiz !== this.#state.quiz) this.#show({ quiz });
    if (quiz === before) return false;
    // At the start nothing has been given yet: a look at the first item leaves no open attempt behind.
    if (!isStart) this.#save();
    if (quiz.context.outcome) this.#drawAhead();
    return true;
  }

  /**
   * Take over what was chosen on the static first item before the page came alive.
   * Dropped when that item is not on screen or has been touched already.
   */
  async adopt(itemId: string, response: Response): Promise<void> {
    await this.#opened;
    const context = this.#actor?.getSnapshot().context;
    const entry = context?.entries[context.cursor];
    if (entry?.item.id === itemId && !entry.response) this.send({ type: 'quiz.respond', itemId, response });
  }

  /** Begin another attempt with other items, once the last one is finished and kept. */
  async again(): Promise<void> {
    await this.saved();
    const before = this.#actor?.getSnapshot();
    if (!before?.matches('finished') || this.#lease.state !== 'live') return;
    await this.#begin(before.context.shown.map((item) => item.id)).catch(() =>
      this.#show({ notice: 'unreachable' }),
    );
  }

  /** Go on in this tab; the one that was live follows. */
  takeOver(): void {
    this.#lease.takeOver();
  }

  /** Resolves when everything accepted so far has been handed to the record. */
  async saved(): Promise<void> {
    await this.#opened;
    await this.#saving;
  }

  close(): void {
    this.#stopListening();
    this.#listeners.clear();
    this.#lease.release();
  }

  async #open(): Promise<void> {
    const record = await this.#options.record;
    this.#record = record;
    this.#stopListening = record.subscribe((change) => this.#onRecord(change));
    this.#show({ health: record.health() });
    await Promise.all([this.#lease.ready, this.#read()]);
    this.#show({ status: 'ready', lease: this.#lease.state });
  }

  /** Show what the record holds, or a new attempt where it holds none that can be continued. */
  async #read(notice?: CheckState['notice']): Promise<void> {
    const record = this.#record;
    const setAside = record?.health().setAside;
    const row = await record?.snapshot(this.#key);
    const restored = row && (await restoring()).restoreQuiz(row);
    this.#unsaved = [];
    this.#isDirty = false;
    if (restored?.status === 'restored') {
      this.#seq = restored.seq;
      this.#run({ snapshot: restored.snapshot });
      this.#show({ origin: 'resumed', ...(notice && { notice }) });
      this.#mirror();
      return;
    }
    if (row) await record?.refuse(this.#key, row);
    this.#seq = 0;
    await this.#begin();
    if (record?.health().setAside !== setAside) this.#show({ notice: 'set-aside' });
  }

  async #begin(shown?: readonly string[]): Promise<void> {
    const facts = this.#record?.facts() ?? [];
    this.#run({ input: await nextPlan(this.#options.check, facts, this.#now(), shown) });
    this.#show({ origin: 'new', notice: undefined });
  }

  #run(from: { input: QuizPlan } | { snapshot: QuizSnapshot }): void {
    const options = 'input' in from ? from : { snapshot: from.snapshot, input: undefined as never };
    this.#actor?.stop();
    const actor = createActor(quizMachine, options);
    actor.on('*', (fact) => this.#collect(fact));
    actor.start();
    this.#actor = actor;
    this.#show({ quiz: actor.getSnapshot() });
  }

  #collect(fact: QuizFact): void {
    this.#factCount += 1;
    const id = `${fact.attemptId}/${this.#factCount}`;
    this.#unsaved.push({ ...fact, id, language: this.#options.language });
  }

  #save(): void {
    this.#isDirty = true;
    this.#saving ??= this.#write().finally(() => {
      this.#saving = undefined;
    });
  }

  /** One transaction at a time; what is accepted meanwhile goes with the next. */
  async #write(): Promise<void> {
    const record = this.#record;
    while (record && this.#isDirty && this.#state.quiz) {
      this.#isDirty = false;
      const facts = this.#unsaved.splice(0);
      const { machine, lessonId, snapshot } = storeQuiz(this.#state.quiz, this.#seq, this.#now());
      const commit = {
        key: this.#key,
        expectedSeq: this.#seq,
        snapshot: { machine, lessonId, snapshot },
        facts,
      };
      const done = await record.commit(commit);
      if (done === 'stale') return this.#read('overtaken').catch(() => this.#show({ notice: 'unreachable' }));
      this.#seq += 1;
      if (done === 'kept') this.#mirror();
    }
  }

  /** The next attempt may begin without a network, if there is one now. */
  #drawAhead(): void {
    if (this.#hasDrawn || globalThis.navigator?.onLine === false) return;
    this.#hasDrawn = true;
    drawing().catch(() => {});
  }

  #mirror(): void {
    const isOver = this.#state.quiz?.status === 'done';
    writeMirror(this.#options.check.lessonId, isOver ? 'tried' : 'open');
  }

  #onLease(lease: LeaseState): void {
    const isTurn = lease === 'live' && this.#state.lease === 'following';
    this.#show({ lease });
    if (lease === 'following') void restoring().catch(() => {}); // soon needed, perhaps without a network
    if (isTurn) void this.#follow();
  }

  #onRecord(change: RecordChange): void {
    if (change.type === 'health' && this.#record) this.#show({ health: this.#record.health() });
    else if (change.type === 'snapshot' && change.elsewhere && change.key === this.#key) void this.#follow();
    else if (change.type === 'deleted') void this.#read();
  }

  /** Another tab wrote: show it, unless something of ours is on its way; then the record decides. */
  async #follow(): Promise<void> {
    await this.#opened;
    if (this.#saving) return;
    const row = await this.#record?.snapshot(this.#key);
    // Without a network the code that restores may be missing: what is on screen stays.
    if (row && row.seq !== this.#seq && !this.#saving) await this.#read().catch(() => {});
  }

  #show(part: Partial<CheckState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
