import { nextTryAt } from '#core/sync/backoff.ts';
import { type PictureAnswer, readFetchedPicture, readSentPicture } from '#core/sync/picture-answer.ts';
import {
  hearPicture,
  nextPicture,
  noted,
  type PictureChange,
  type PictureNotes,
  type PictureStep,
  pictureStep,
} from '#core/sync/picture-plan.ts';
import type { SyncDelay } from '#core/sync/sync-answer.ts';
import { MOST_BYTES } from '../record/blobs.ts';
import type { DeviceRecord } from '../record/record.ts';
import type { PictureApi } from './picture-api.ts';
import type { PictureRows } from './picture-rows.ts';

export interface PictureSyncPlan {
  record: DeviceRecord;
  rows: PictureRows;
  api: PictureApi;
  /** Does this page still send for this learner? Asked before anything is written. */
  isOn: () => boolean;
  now: () => number;
  random: () => number;
}

/** How a picture that is wanted on the screen fared. */
export type WantedPicture = 'here' | 'absent' | 'offline';

/** Follows the plan of `core/sync/picture-plan.ts`, one picture at a time. Nothing here throws. */
export class PictureSync {
  readonly #plan: PictureSyncPlan;
  #notes: PictureNotes;
  readonly #wanted = new Map<string, Promise<WantedPicture>>();
  #failures = 0;
  #held: { why: SyncDelay; until: number } | undefined;

  private constructor(plan: PictureSyncPlan, notes: PictureNotes) {
    this.#plan = plan;
    this.#notes = notes;
  }

  static async open(plan: PictureSyncPlan): Promise<PictureSync> {
    return new PictureSync(plan, await plan.rows.load());
  }

  get notes(): PictureNotes {
    return this.#notes;
  }

  /** Why and until when pictures wait, epoch ms: the server gave no proper answer to the last one. */
  get held(): { why: SyncDelay; until: number } | undefined {
    return this.#held;
  }

  /** Somebody has come back, or the network has. */
  lookAgain(): void {
    this.#failures = 0;
    this.#held = undefined;
  }

  /** Look after one picture. @returns undefined when there is nothing to do now. */
  async step(named: Iterable<string>): Promise<PictureAnswer | undefined> {
    const { record, now } = this.#plan;
    if (this.#held && now() < this.#held.until) return undefined;
    const id = nextPicture(this.#notes, named, now());
    if (id === undefined) return undefined;
    const isHere = (await record.blobs.get(id)) !== undefined;
    const answer = await this.#carryOut(pictureStep(this.#notes, id, isHere, now()));
    this.#hold(answer);
    return answer;
  }

  /** Fetch one that is shown now, whenever its turn would be. */
  want(id: string): Promise<WantedPicture> {
    // A sheet may show it in two places.
    const asked = this.#wanted.get(id) ?? this.#want(id).finally(() => this.#wanted.delete(id));
    this.#wanted.set(id, asked);
    return asked;
  }

  async #want(id: string): Promise<WantedPicture> {
    if (await this.#plan.record.blobs.get(id)) return 'here';
    const { status } = await this.#carryOut({ do: 'fetch', id });
    if (status === 'fetched') return 'here';
    return status === 'later' || status === 'ended' ? 'offline' : 'absent';
  }

  /** The server was set back: nothing noted of it holds. The rows are forgotten with all others. */
  startOver(): void {
    this.#notes = { marks: new Map() };
  }

  #hold(answer: PictureAnswer): void {
    this.#held = undefined;
    if (answer.status !== 'later') {
      this.#failures = 0;
      return;
    }
    const { now, random } = this.#plan;
    this.#failures += 1;
    const until = nextTryAt(this.#failures, now(), random(), answer.retryAfterMs);
    this.#held = { why: answer.why, until };
  }

  async #carryOut(step: PictureStep): Promise<PictureAnswer> {
    const answer = await this.#ask(step);
    if (!this.#plan.isOn()) return answer;
    const isKept = await this.#keep(step.id, answer);
    await this.#note(hearPicture(this.#notes, step, answer, this.#plan.now(), isKept));
    return answer;
  }

  async #ask({ do: does, id }: PictureStep): Promise<PictureAnswer> {
    const { api, record } = this.#plan;
    if (does === 'put-off') return { status: 'quota' };
    if (does === 'fetch') return readFetchedPicture(await api.fetch(id), MOST_BYTES);
    const picture = await record.blobs.get(id);
    // Swept or deleted at this very moment: the next look finds it absent.
    return picture ? readSentPicture(await api.send(id, picture)) : { status: 'absent' };
  }

  async #keep(id: string, answer: PictureAnswer): Promise<boolean> {
    if (answer.status !== 'fetched') return true;
    const bytes = new Uint8Array(answer.bytes);
    return (await this.#plan.record.blobs.keep([[id, { v: 1, type: answer.type, bytes }]])) === 'kept';
  }

  async #note(change: PictureChange): Promise<void> {
    this.#notes = noted(this.#notes, change);
    await this.#plan.rows.save(change);
  }
}
