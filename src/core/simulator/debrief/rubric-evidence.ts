import { isAtLeast } from '../reveal.ts';
import type { LogEntry, Run } from '../run.ts';
import type { ErrorCode, MoveTag, Option, Quality, Scenario, SimulatorId } from '../scenario.ts';
import { turnById } from './turns.ts';

/** What speaks for or against a level: an entry of the log, to be quoted. */
export interface Evidence {
  /** Of the log entry. */
  index: number;
  side: 'for' | 'against';
}

type Picker = <T>(run: Run, scenario: Scenario<T>) => Evidence[];

const QUESTIONS: readonly MoveTag[] = [
  'ask_open',
  'ask_detail',
  'ask_consequence',
  'ask_payoff',
  'ask_closed',
  'data_request',
];
const LISTENING: readonly MoveTag[] = ['paraphrase', 'reflect', 'summarise'];
const NEGATIVE: readonly MoveTag[] = ['argue', 'blame', 'deflect', 'take_side', 'pressure'];
const PITCHES: readonly MoveTag[] = ['pitch_feature', 'pitch_advantage', 'pitch_benefit', 'offer_price_cut'];
const UNLAWFUL: readonly ErrorCode[] = ['E3', 'E5', 'E9'];
const HONEST: readonly string[] = ['source_said', 'range_said', 'risk_said', 'own_interest'];
/** Quotes per side: more would bury the point. */
const MOST = 3;

const isAccepted = (quality: Quality | undefined) => quality === 'expert' || quality === 'ok';

/** Tags of a move; the second one counts when the move was accepted. */
function tagsOf({ move }: LogEntry): MoveTag[] {
  if (!move) return [];
  return move.also && isAccepted(move.quality) ? [move.tag, move.also] : [move.tag];
}

function pick(run: Run, side: Evidence['side'], counts: (entry: LogEntry) => boolean): Evidence[] {
  return run.log
    .filter(counts)
    .slice(0, MOST)
    .map(({ index }) => ({ index, side }));
}

const accepted = (tags: readonly MoveTag[]) => (entry: LogEntry) =>
  isAccepted(entry.move?.quality) && tagsOf(entry).some((tag) => tags.includes(tag));
const unaccepted = (tags: readonly MoveTag[]) => (entry: LogEntry) =>
  entry.move !== undefined && !isAccepted(entry.move.quality) && tags.includes(entry.move.tag);
const did = (type: LogEntry['act']['type']) => (entry: LogEntry) => entry.act.type === type;
const setsFlag = (flags: readonly string[]) => (entry: LogEntry) =>
  isAccepted(entry.move?.quality) && entry.flags.some((flag) => flags.includes(flag));
const opensNeed = ({ opened, lineOpened }: LogEntry) =>
  [...opened, ...(lineOpened ?? [])].some((reveal) => reveal.startsWith('need.'));
const records = (codes?: readonly ErrorCode[]) => (entry: LogEntry) =>
  entry.codes.some((code) => !codes || codes.includes(code));

/** Questions that touched a concern, and questions that only used up patience. */
const questions: Picker = (run) => [
  ...pick(run, 'for', (entry) => accepted(QUESTIONS)(entry) && entry.move?.concern !== undefined),
  ...pick(run, 'against', unaccepted(QUESTIONS)),
];

/** Moves of a sheet that hold what is counted there; those that were not accepted where the best reply holds it. */
function elements<T>(
  run: Run,
  scenario: Scenario<T>,
  stageId: string,
  wanted: readonly string[],
): Evidence[] {
  const there = (entry: LogEntry) => entry.stageId === stageId && entry.move !== undefined;
  const holds = (list: readonly string[] = []) => list.some((element) => wanted.includes(element));
  return [
    ...pick(
      run,
      'for',
      (entry) => there(entry) && isAccepted(entry.move?.quality) && holds(entry.move?.elements),
    ),
    ...pick(
      run,
      'against',
      (entry) =>
        there(entry) &&
        !isAccepted(entry.move?.quality) &&
        isPlaceFor(scenario, entry, ({ elements: own }) => holds(own)),
    ),
  ];
}

/** Does the best reply of the turn answered have something, as written or forked? */
function isPlaceFor<T>(
  scenario: Scenario<T>,
  { turnId }: LogEntry,
  has: (option: Pick<Option<T>, 'quality' | 'elements' | 'flags'>) => boolean,
): boolean {
  const turn = turnById(scenario, turnId);
  const versions = [...(turn?.options ?? []), ...Object.values(turn?.fork?.options ?? {})];
  return versions.some((option) => option.quality === 'expert' && has(option));
}

const pitch = (run: Run) => pick(run, 'for', did('pitch.deliver'));
const desk = (run: Run) => pick(run, 'for', did('desk.close'));

const PICKERS: Readonly<Record<SimulatorId, Readonly<Record<string, Picker>>>> = {
  'fab-pitch': {
    need: (run) => [
      ...pick(run, 'for', (entry) => entry.stageId === 'need' && opensNeed(entry)),
      ...pick(run, 'against', (entry) => entry.stageId === 'need' && !isAccepted(entry.move?.quality)),
    ],
    benefit: (run) => [...pitch(run), ...pick(run, 'for', setsFlag(['so_what_answered']))],
    chain: pitch,
    evidence: pitch,
    brev: pitch,
    lawful: (run) => pick(run, 'against', records(UNLAWFUL)),
    close: (run) => [
      ...pick(run, 'for', (entry) => entry.stageId === 'reaction' && accepted(['propose_next'])(entry)),
      ...pick(run, 'against', setsAnyFlag(['close_vague', 'close_pressure'])),
    ],
  },
  'sales-doctor': {
    opening: (run) => pick(run, 'for', accepted(['greet_agenda', 'repair', 'acknowledge'])).slice(0, 1),
    nopitch: (run) => pick(run, 'against', (entry) => entry.visit === 1 && isPitch(entry)),
    questioning: questions,
    listening: (run) => [
      ...pick(run, 'for', accepted(LISTENING)),
      ...pick(run, 'against', unaccepted(NEGATIVE)),
    ],
    observation: (run) => [
      ...pick(run, 'for', did('walk.close')),
      ...pick(run, 'for', accepted(['data_request', 'observe', 'wait'])),
    ],
    diagnosis: (run) => pick(run, 'for', did('board.close')),
    prescription: (run, scenario) =>
      elements(run, scenario, 'prescription', ['action', 'owner', 'date', 'measure', 'option']),
    ethics: (run) => [...pick(run, 'against', records()), ...pick(run, 'for', setsFlag(['own_interest']))],
  },
  'roi-selling': {
    problem: (run) => [...desk(run), ...pick(run, 'for', setsFlag(['problem_said']))],
    baseline: (run) => [...desk(run), ...pick(run, 'for', setsFlag(['source_said']))],
    arith: desk,
    range: (run) => [...desk(run), ...pick(run, 'for', setsFlag(['range_said', 'sensitivity_said']))],
    honest: (run) => [
      ...pick(run, 'for', setsFlag(HONEST)),
      ...pick(run, 'against', records(['E5'])),
      ...pick(run, 'against', records(['E4', 'E11'])),
    ],
    meeting: (run, scenario) => [
      ...pick(
        run,
        'for',
        (entry) => setsFlag(['owner_calc', 'summary'])(entry) || accepted(['invite_calc'])(entry),
      ),
      ...pick(
        run,
        'against',
        (entry) =>
          entry.stageId === 'meeting' &&
          !isAccepted(entry.move?.quality) &&
          isPlaceFor(scenario, entry, ({ flags = [] }) =>
            flags.some((flag) => flag === 'owner_calc' || flag === 'summary'),
          ),
      ),
    ],
    exec: (run, scenario) =>
      elements(run, scenario, 'meeting', ['owner', 'metric', 'baseline', 'source', 'date', 'stop']),
    decision: (run) => pick(run, 'for', (entry) => entry.commit !== undefined),
  },
};

/** Flags of a move that was not accepted count too: a vague close is a flag of a weak option. */
function setsAnyFlag(flags: readonly string[]) {
  return (entry: LogEntry) => entry.flags.some((flag) => flags.includes(flag));
}

function isPitch({ move }: LogEntry): boolean {
  if (!move) return false;
  return PITCHES.includes(move.tag) || (move.topic === 'product' && !isAccepted(move.quality));
}

/**
 * What a level of one criterion rests on: at most three entries for it and three against, oldest first. Empty where the
 * level rests on what was not done.
 * @param criterion id of the rubric of the scenario's simulator; any other gives nothing.
 */
export function evidenceFor<T>(scenario: Scenario<T>, run: Run, criterion: string): Evidence[] {
  const picker = PICKERS[scenario.simulator][criterion];
  const found = picker?.(run, scenario) ?? [];
  const once = found.filter(({ index }, place) => found.findIndex((one) => one.index === index) === place);
  return (['for', 'against'] as const).flatMap((side) =>
    once.filter((one) => one.side === side).slice(0, MOST),
  );
}

/** Top needs of a pitch that were never confirmed, for the sentence beside a low level. */
export function unconfirmedTop<T>({ needs }: Scenario<T>, run: Run): string[] {
  return needs.filter(({ id, top }) => top && !isAtLeast(run.needs[id], 'confirmed')).map(({ id }) => id);
}
