import type { Fact } from '#core/model/fact.ts';
import { nextTryAt } from '#core/sync/backoff.ts';
import { namedPictures } from '#core/sync/named-pictures.ts';
import type { PictureAnswer } from '#core/sync/picture-answer.ts';
import type { PictureNotes } from '#core/sync/picture-plan.ts';
import {
  type FactRefusal,
  isOdd,
  readPage,
  readSaved,
  type SyncAnswer,
  type SyncDelay,
  type SyncEnd,
} from '#core/sync/sync-answer.ts';
import {
  beginSync,
  FAREWELL_LIMITS,
  giveUp,
  type Heard,
  hear,
  nextBatch,
  nextStep,
  type SyncState,
  type SyncStep,
} from '#core/sync/sync-plan.ts';
import type { DeviceRecord } from '../record/record.ts';
import type { PictureSync, WantedPicture } from './picture-sync.ts';
import type { SyncApi } from './sync-api.ts';
import type { SyncNotes, SyncRows } from './sync-rows.ts';

/** What `/me` shows. The object is replaced when anything in it changes. */
export interface SyncView {
  nickname: string;
  isWorking: boolean;
  /** Epoch ms by this device's clock. */
  syncedAt?: number | undefined;
  /** Facts that are not on the server yet. */
  waiting: number;
  /** Why it waits or has ended; absent while all is well. */
  problem?: SyncDelay | SyncEnd | undefined;
  refused: readonly FactRefusal[];
  /** Pictures that facts name, as far as they were looked at; absent before that, and for whoever has none. */
  pictures?: PictureNotes | undefined;
  /** Pictures that are not both here and on the server; refused ones are not among them. */
  picturesWaiting: number;
}

export interface DeviceSyncPlan {
  record: DeviceRecord;
  rows: SyncRows;
  api: SyncApi;
  /** Opens the sending of pictures; called once there is one. */
  pictures: () => Promise<PictureSync>;
  /** Does this page still send for this learner? Asked before anything is written. */
  isOn: () => boolean;
  now: () => number;
  random: () => number;
  /** Calls `run` once, later. @returns how to call it off. */
  later: (run: () => void, ms: number) => () => void;
}

/** Facts of one moment go together, ms. */
const GATHER_MS = 800;

/** Follows the plan of `core/sync` for one record and one learner. Nothing here throws, and nothing in the page waits for it. */
export class DeviceSync {
  readonly #plan: DeviceSyncPlan;
  readonly #listeners = new Set<() => void>();
  #notes: SyncNotes = { nickname: '', cursor: 0 };
  #state: SyncState = beginSync();
  #settled = new Set<string>();
  #refused = new Map<string, FactRefusal>();
  #problem: SyncDelay | SyncEnd | undefined;
  #view: SyncView | undefined;
  #failures = 0;
  #isNoting = true;
  #pictures: PictureSync | undefined;
  #doubt: typeof import('#core/sync/doubt.ts') | undefined;
  #isWorking = false;
  #isAsked = false;
  #callOff = () => {};
  readonly #loaded: Promise<void>;

  constructor(plan: DeviceSyncPlan) {
    this.#plan = plan;
    this.#loaded = this.#load();
  }

  view(): SyncView {
    const pictures = this.#pictures?.notes;
    this.#view ??= {
      nickname: this.#notes.nickname,
      isWorking: this.#isWorking,
      syncedAt: this.#notes.syncedAt,
      waiting: this.#plan.record.facts().filter(({ id }) => !this.#settled.has(id)).length,
      problem: this.#problem,
      refused: [...this.#refused.values()],
      pictures,
      picturesWaiting: [...this.#named()].filter((id) => isWaiting(pictures, id)).length,
    };
    return this.#view;
  }

  /** @returns how to stop listening. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something may have changed elsewhere, or the network is back: ask now, and send. Resolves when there is nothing left to do now. */
  async look(): Promise<void> {
    await this.#loaded;
    this.#state = { ...this.#state, isPulled: false };
    this.#failures = 0;
    this.#pictures?.lookAgain();
    if (this.#isWorking) this.#isAsked = true;
    else await this.#run();
  }

  /** The record has changed: send soon. */
  changed(): void {
    this.#tell();
    if (this.#isWorking || this.#failures > 0 || this.#hasEnded()) return;
    this.#callOff();
    this.#callOff = this.#plan.later(() => void this.#run(), GATHER_MS);
  }

  /** Fetch a picture that is on the screen now. */
  async want(id: string): Promise<WantedPicture> {
    await this.#loaded;
    if (this.#hasEnded()) return 'offline';
    const pictures = await this.#openPictures();
    const came = await pictures?.want(id);
    this.#tell();
    return came ?? 'offline';
  }

  /** The page may go at any moment: leave behind what is not sent yet. A repeat of what is under way does no harm. */
  async farewell(): Promise<void> {
    await this.#loaded;
    if (this.#hasEnded() || !this.#plan.isOn()) return;
    const step = nextBatch(this.#plan.record.facts(), this.#settled, FAREWELL_LIMITS);
    if (step.do !== 'send') return;
    const answer = readSaved(await this.#plan.api.send(step.facts, true), step.facts);
    if (answer.status === 'saved' && this.#plan.isOn()) await this.#keep(hear(this.#state, step, answer));
  }

  stop(): void {
    this.#callOff();
    this.#listeners.clear();
  }

  async #load(): Promise<void> {
    const { notes, settled, refused } = await this.#plan.rows.load();
    this.#notes = notes;
    this.#settled = settled;
    this.#refused = refused;
    this.#state = beginSync(notes);
    this.#tell();
  }

  async #run(): Promise<void> {
    await this.#loaded;
    if (this.#isWorking) return;
    this.#callOff();
    this.#isWorking = true;
    this.#tell();
    try {
      do {
        this.#isAsked = false;
        await this.#untilRest();
      } while (this.#isAsked && this.#plan.isOn());
    } finally {
      this.#isWorking = false;
      this.#tell();
    }
  }

  async #untilRest(): Promise<void> {
    while (this.#plan.isOn()) {
      const step = nextStep(this.#state, this.#plan.record.facts(), this.#settled);
      if (step.do === 'rest') {
        // Pictures go after the facts that name them; what was written meanwhile goes before the next one.
        const picture = await this.#lookAfterPicture();
        if (!this.#plan.isOn()) return;
        if (picture?.status === 'ended') return this.#end(picture.why);
        if (!picture || picture.status === 'later') return this.#rest();
        continue;
      }
      const answer = await this.#ask(step);
      if (!this.#plan.isOn()) return;
      if (answer && isOdd(answer) && (await this.#doubted(step, answer))) continue;
      if (answer?.status === 'ended') return this.#end(answer.why);
      if (answer?.status === 'later') return this.#wait(answer);
      if (answer?.status === 'page') await this.#takeOver(answer.facts);
      await this.#keep(this.#heard(step, answer));
    }
  }

  /** @returns undefined when there is nothing to be done with pictures now. */
  async #lookAfterPicture(): Promise<PictureAnswer | undefined> {
    const named = this.#named();
    const pictures = named.size > 0 ? await this.#openPictures() : undefined;
    const answer = await pictures?.step(named);
    this.#tell();
    return answer;
  }

  #named(): ReadonlySet<string> {
    return namedPictures(this.#plan.record.facts(), this.#settled, this.#refused);
  }

  /** @returns undefined where its code cannot be fetched now. */
  async #openPictures(): Promise<PictureSync | undefined> {
    this.#pictures ??= await this.#plan.pictures().catch(() => undefined);
    return this.#pictures;
  }

  async #ask(step: SyncStep): Promise<SyncAnswer | undefined> {
    if (step.do === 'pull') return readPage(await this.#plan.api.pull(step.since));
    if (step.do === 'send') return readSaved(await this.#plan.api.send(step.facts, false), step.facts);
    return undefined;
  }

  async #takeOver(facts: readonly Fact[]): Promise<void> {
    if (facts.length === 0) return;
    const { kept } = await this.#plan.record.write({ at: this.#plan.now(), facts });
    // What is in memory only must be asked for again at the next visit.
    this.#isNoting &&= kept;
  }

  /** Fetched where it is needed, which is hardly ever. @returns whether to go on as if it had not been said. */
  async #doubted(step: SyncStep, answer: SyncAnswer): Promise<boolean> {
    this.#doubt ??= await import('#core/sync/doubt.ts').catch(() => undefined);
    const all = { facts: this.#plan.record.facts(), settled: this.#settled, failures: this.#failures };
    const found = this.#doubt?.doubt(this.#state, step, answer, all);
    if (found) await this.#keep(found);
    return found?.goesOn === true;
  }

  #heard(step: SyncStep, answer: SyncAnswer | undefined): Heard {
    if (step.do === 'give-up') return giveUp(this.#state, step.fact);
    if (!answer) return { state: this.#state, settled: [], refused: [] };
    const heard = hear(this.#state, step, answer);
    return (answer.status === 'saved' && this.#doubt?.cleared(heard)) || heard;
  }

  async #keep({ state, settled, refused, startsOver }: Heard): Promise<void> {
    this.#state = state;
    if (startsOver) {
      this.#settled.clear();
      this.#refused.clear();
      this.#pictures?.startOver();
      await this.#plan.rows.forget();
    }
    const { cursor, gapAt } = state;
    const fresh = settled.filter((id) => !this.#settled.has(id));
    for (const id of fresh) this.#settled.add(id);
    for (const one of refused) this.#refused.set(one.id, one);
    this.#notes = { ...this.#notes, cursor, gapAt };
    this.#tell();
    if (this.#isNoting) await this.#plan.rows.save({ notes: this.#notes, settled: fresh, refused });
  }

  async #rest(): Promise<void> {
    this.#failures = 0;
    // Facts do not wait for pictures that cannot go just now.
    const held = this.#pictures?.held;
    this.#problem = held?.why;
    if (held) this.#callOff = this.#plan.later(() => void this.#run(), held.until - this.#plan.now());
    this.#notes = { ...this.#notes, syncedAt: this.#plan.now() };
    if (this.#isNoting) await this.#plan.rows.save({ notes: this.#notes });
  }

  #wait({ why, retryAfterMs }: Extract<SyncAnswer, { status: 'later' }>): void {
    this.#problem = why;
    this.#failures += 1;
    const { now, random, later } = this.#plan;
    const at = now();
    this.#callOff = later(() => void this.#run(), nextTryAt(this.#failures, at, random(), retryAfterMs) - at);
  }

  #end(why: SyncEnd): void {
    this.#problem = why;
  }

  #hasEnded(): boolean {
    return this.#problem !== undefined && !['offline', 'busy', 'full'].includes(this.#problem);
  }

  #tell(): void {
    this.#view = undefined;
    for (const listener of this.#listeners) listener();
  }
}

const isWaiting = (notes: PictureNotes | undefined, id: string): boolean => {
  const is = notes?.marks.get(id)?.is;
  return is === undefined || is === 'put-off';
};
