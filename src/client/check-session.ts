import { type ActorRefFrom, createActor } from 'xstate';
import type { CheckContent } from '#core/model/lesson.ts';
import type { Response } from '#core/model/response.ts';
import type { QuizEvent, QuizFact, QuizPlan } from '#core/quiz/quiz.events.ts';
import { quizMachine } from '#core/quiz/quiz.machine.ts';
import { type QuizSnapshot, storeQuiz } from '#core/quiz/stored-quiz.ts';
import { drawing, factCount, nextPlan } from './check-plan.ts';
import { MachineSession, type SessionOptions, type SessionState } from './machine-session.ts';
import { writeMirror } from './record/mirror.ts';
import type { StoredSnapshot } from './record/stored-snapshot.ts';

type Untimed<E> = E extends { at: number } ? Omit<E, 'at'> : never;
/** A request to the machine; the session adds the time. */
export type CheckRequest = Untimed<QuizEvent>;

export interface CheckOptions extends SessionOptions {
  check: CheckContent;
}

/** What an island shows; `failed`: no attempt can be drawn from this lesson's items. */
export interface CheckState extends SessionState {
  /** For `quizView`; absent only while opening or when failed. */
  quiz?: QuizSnapshot;
}

/** Needed only where an attempt lies in the record. */
const restoring = () => import('#core/quiz/restore.ts');

export const checkKey = (lessonId: string) => `check:${lessonId}`;

/** Begin or resume the check of one lesson on this device. Returns at once, in status `opening`. */
export function openCheck(options: CheckOptions): CheckSession {
  return new CheckSession(options);
}

/** Between the quiz machine, the device record and the other tabs. */
export class CheckSession extends MachineSession<CheckState> {
  readonly #check: CheckContent;
  #actor: ActorRefFrom<typeof quizMachine> | undefined;
  /** Facts the attempt has given, those of the event in hand included. */
  #factCount = 0;
  #hasDrawn = false;

  constructor(options: CheckOptions) {
    super(checkKey(options.check.lessonId), options, {
      status: 'opening',
      origin: 'new',
      lease: 'asking',
    });
    this.#check = options.check;
  }

  /**
   * Hand a request to the machine. The first act also starts the attempt.
   * @returns false when nothing accepts it: wrong moment, unready response, or another tab is live.
   */
  send(request: CheckRequest): boolean {
    const actor = this.#actor;
    if (!actor || !this.isLive) return false;
    const at = this.now();
    const isStart = request.type === 'quiz.start';
    if (!isStart && actor.getSnapshot().matches('ready')) actor.send({ type: 'quiz.start', at });
    const before = actor.getSnapshot();
    this.#factCount = factCount(before.context);
    actor.send({ ...request, at });
    const quiz = actor.getSnapshot();
    if (quiz !== this.state.quiz) this.show({ quiz });
    if (quiz === before) return false;
    // At the start nothing has been given yet: a look at the first item leaves no open attempt behind.
    if (!isStart) this.save();
    if (quiz.context.outcome) this.#drawAhead();
    return true;
  }

  /**
   * Take over what was chosen on the static first item before the page came alive.
   * Dropped when that item is not on screen or has been touched already.
   */
  async adopt(itemId: string, response: Response): Promise<void> {
    await this.opened;
    const context = this.#actor?.getSnapshot().context;
    const entry = context?.entries[context.cursor];
    if (entry?.item.id === itemId && !entry.response) this.send({ type: 'quiz.respond', itemId, response });
  }

  /** Begin another attempt with other items, once the last one is finished and kept. */
  async again(): Promise<void> {
    await this.saved();
    const before = this.#actor?.getSnapshot();
    if (!before?.matches('finished') || !this.isLive) return;
    await this.begin(before.context.shown.map((item) => item.id)).catch(() =>
      this.show({ notice: 'unreachable' }),
    );
  }

  protected async restore(row: StoredSnapshot) {
    const restored = (await restoring()).restoreQuiz(row);
    return restored.status === 'restored' ? () => this.#run({ snapshot: restored.snapshot }) : undefined;
  }

  protected async begin(shown?: readonly string[]): Promise<void> {
    const facts = this.record?.facts() ?? [];
    this.#run({ input: await nextPlan(this.#check, facts, this.now(), shown) });
    this.show({ origin: 'new', notice: undefined });
  }

  protected stored() {
    if (!this.state.quiz) return undefined;
    const { machine, lessonId, snapshot } = storeQuiz(this.state.quiz, 0, this.now());
    return { machine, lessonId, snapshot };
  }

  protected override kept(): void {
    const isOver = this.state.quiz?.status === 'done';
    writeMirror(this.#check.lessonId, isOver ? 'tried' : 'open');
  }

  protected override prepareToFollow(): void {
    void restoring().catch(() => {});
  }

  #run(from: { input: QuizPlan } | { snapshot: QuizSnapshot }): void {
    const options = 'input' in from ? from : { snapshot: from.snapshot, input: undefined as never };
    this.#actor?.stop();
    const actor = createActor(quizMachine, options);
    actor.on('*', (fact) => this.#collectNumbered(fact));
    actor.start();
    this.#actor = actor;
    this.show({ quiz: actor.getSnapshot() });
  }

  #collectNumbered(fact: QuizFact): void {
    this.#factCount += 1;
    const id = `${fact.attemptId}/${this.#factCount}`;
    this.collect({ ...fact, id, language: this.options.language });
  }

  /** The next attempt may begin without a network, if there is one now. */
  #drawAhead(): void {
    if (this.#hasDrawn || globalThis.navigator?.onLine === false) return;
    this.#hasDrawn = true;
    drawing().catch(() => {});
  }
}
