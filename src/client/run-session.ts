import { type ActorRefFrom, createActor } from 'xstate';
import type { Act } from '#core/simulator/act.ts';
import { drawScenario, type PublishedWritten } from '#core/simulator/figures/draw-scenario.ts';
import { restoreRun } from '#core/simulator/restore-run.ts';
import type { Level } from '#core/simulator/scenario.ts';
import type { SimulatorEvent, SimulatorFact, SimulatorPlan } from '#core/simulator/simulator.events.ts';
import { simulatorMachine } from '#core/simulator/simulator.machine.ts';
import { type RunSnapshot, storeRun } from '#core/simulator/stored-run.ts';
import { Jots } from './jots.ts';
import { MachineSession, type SessionOptions, type SessionState } from './machine-session.ts';
import { randomSeed, uuidv7 } from './record/ids.ts';
import type { FactDraft } from './record/record-types.ts';
import type { StoredSnapshot } from './record/stored-snapshot.ts';

type Untimed<E> = E extends { at: number } ? Omit<E, 'at'> : never;
/** A request to the machine; the session adds the time. */
export type RunRequest = Untimed<SimulatorEvent>;

export interface RunOptions extends SessionOptions {
  /** As published, in the learner's language; every run draws its own figures. */
  scenario: PublishedWritten<string>;
}

/** How a run begins. */
export interface RunBeginning {
  level: Level;
  /** Absent = drawn. */
  seed?: string;
  /** Taken up again from a turn of another run: its id, and how many of its acts stand. */
  branchOf?: { attemptId: string; acts: number };
  acts?: readonly Act[];
  prep?: readonly string[];
}

/** What is kept beside a run that changes no score. */
export interface RunAside {
  /** The learner's own note on the pad. */
  note: string;
  /** Something half done, and the step it belongs to; dropped when the run has gone on. */
  draft?: { step: string; value: unknown };
}

export interface RunState extends SessionState {
  /** Absent while no run has begun. */
  run?: RunSnapshot | undefined;
  aside: RunAside;
}

const NO_ASIDE: RunAside = { note: '' };

export const runKey = (scenarioId: string) => `run:${scenarioId}`;

/** Open what there is of one scenario on this device. Returns at once, in status `opening`. */
export function openRun(options: RunOptions): RunSession {
  return new RunSession(options);
}

/** Between the simulator machine, the device record and the other tabs. At most one run of a scenario is open. */
export class RunSession extends MachineSession<RunState> {
  readonly #options: RunOptions;
  #actor: ActorRefFrom<typeof simulatorMachine> | undefined;
  readonly #jots = new Jots<RunAside>(() => this.save());

  constructor(options: RunOptions) {
    super(runKey(options.scenario.id), options, {
      status: 'opening',
      origin: 'new',
      lease: 'asking',
      aside: NO_ASIDE,
    });
    this.#options = options;
  }

  /**
   * Begin a run. What was open before is dropped without a score.
   * @returns false where another tab is live, or the record is still being read.
   */
  start({ level, seed = randomSeed(), ...rest }: RunBeginning): boolean {
    if (this.state.status !== 'ready' || !this.isLive) return false;
    const at = this.now();
    const { language } = this.#options;
    const scenario = drawScenario(this.#options.scenario, seed);
    const plan: SimulatorPlan = { attemptId: uuidv7(at), scenario, language, level, seed, ...rest };
    this.#run({ input: plan }, NO_ASIDE);
    this.show({ origin: 'new', notice: undefined });
    this.#actor?.send({ type: 'run.start', at });
    this.#showRun();
    this.save();
    return true;
  }

  /** @returns false when nothing accepts the request: wrong moment, or another tab is live. */
  send(request: RunRequest): boolean {
    const actor = this.#actor;
    if (!actor || !this.isLive) return false;
    const before = actor.getSnapshot();
    actor.send({ ...request, at: this.now() } as SimulatorEvent);
    if (actor.getSnapshot() === before) return false;
    this.#showRun();
    this.save();
    return true;
  }

  /** What is half done at the step on screen, as `keepDraft` was last given it. */
  get draft(): unknown {
    const { draft } = this.state.aside;
    return draft && draft.step === stepOf(this.state.run) ? draft.value : undefined;
  }

  /** Keep something half done; JSON-safe. */
  keepDraft(value: unknown): void {
    this.#jot({ ...this.state.aside, draft: { step: stepOf(this.state.run), value } });
  }

  keepNote(note: string): void {
    this.#jot({ ...this.state.aside, note });
  }

  /** The page is about to go and waits for no record. */
  leave(): void {
    const { run, aside } = this.state;
    if (run && this.isLive) this.#jots.leave(run.context.plan.attemptId, aside);
  }

  override async saved(): Promise<void> {
    this.#jots.flush();
    await super.saved();
  }

  override close(): void {
    this.#jots.flush();
    super.close();
  }

  protected async restore(row: StoredSnapshot) {
    const restored = restoreRun(row);
    if (restored.status !== 'restored') return undefined;
    const held = asideOf((row.snapshot as { aside?: unknown }).aside);
    const last = this.#jots.take(restored.snapshot.context.plan.attemptId);
    const aside = last === undefined ? held : asideOf(last);
    this.#jots.handOver(held);
    return () => this.#run({ snapshot: this.#inLanguage(restored.snapshot) }, aside);
  }

  protected async begin(): Promise<void> {
    this.#actor?.stop();
    this.#actor = undefined;
    this.show({ run: undefined, aside: NO_ASIDE, origin: 'new', notice: undefined });
  }

  protected stored() {
    const { run, aside } = this.state;
    if (!run) return undefined;
    this.#jots.handOver(aside);
    const { machine, lessonId, snapshot } = storeRun(run, 0, this.now());
    return { machine, lessonId, snapshot: { ...snapshot, aside } };
  }

  protected override kept(): void {
    this.#jots.kept();
  }

  #jot(aside: RunAside): void {
    if (!this.isLive || !this.state.run) return;
    this.show({ aside });
    this.#jots.typed();
  }

  #run(from: { input: SimulatorPlan } | { snapshot: RunSnapshot }, aside: RunAside): void {
    const options = 'input' in from ? from : { snapshot: from.snapshot, input: undefined as never };
    this.#actor?.stop();
    const actor = createActor(simulatorMachine, options);
    actor.on('*', (fact) => this.#collectOnly(fact));
    actor.start();
    this.#actor = actor;
    this.show({ run: actor.getSnapshot(), aside });
  }

  #showRun(): void {
    const run = this.#actor?.getSnapshot();
    if (run && run !== this.state.run) this.show({ run });
  }

  /** A run gives one fact; the same after a crash is the same one. */
  #collectOnly(fact: SimulatorFact): void {
    const draft: FactDraft = { ...fact, id: `${fact.attemptId}/1`, language: this.options.language };
    this.collect(draft);
  }

  /** The same revision in the page's language; an older one keeps its own words. */
  #inLanguage(snapshot: RunSnapshot): RunSnapshot {
    const { scenario, language } = this.#options;
    const { plan } = snapshot.context;
    if (plan.scenario.revision !== scenario.revision || plan.language === language) return snapshot;
    const drawn = drawScenario(scenario, plan.seed);
    return { ...snapshot, context: { ...snapshot.context, plan: { ...plan, scenario: drawn, language } } };
  }
}

/** Names the step a draft belongs to: this run, this state, after so many acts. */
function stepOf(run: RunSnapshot | undefined): string {
  if (!run) return '';
  const { plan, acts } = run.context;
  return `${plan.attemptId}/${String(run.value)}/${acts.length}`;
}

/** Narrows what lies beside the machine's snapshot; anything else is no note and no draft. */
function asideOf(value: unknown): RunAside {
  const aside = value as Partial<RunAside> | null | undefined;
  if (typeof aside !== 'object' || !aside) return NO_ASIDE;
  const { note, draft } = aside;
  return {
    note: typeof note === 'string' ? note : '',
    ...(typeof draft === 'object' && typeof draft?.step === 'string' && { draft }),
  };
}
