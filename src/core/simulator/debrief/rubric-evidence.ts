import { isAccepted, PITCH_TAGS, QUESTION_TAGS } from '../moves.ts';
import type { LogEntry, Run } from '../run.ts';
import type { Option, Scenario } from '../scenario.ts';
import type { ErrorCode, MoveTag } from '../scenario-move.ts';
import { hasTag, type MoveEntry } from '../score/evidence.ts';
import { EXECUTION, HONEST, PRESCRIPTION } from './criterion-parts.ts';
import { turnById } from './turns.ts';

/** What speaks for or against a level: an entry of the log, to be quoted. */
export interface Evidence {
  /** Of the log entry. */
  index: number;
  side: 'for' | 'against';
}

type Test = <T>(entry: MoveEntry, scenario: Scenario<T>) => boolean;

export const LISTENING: readonly MoveTag[] = ['paraphrase', 'reflect', 'summarise'];
export const HURTING: readonly MoveTag[] = ['argue', 'blame', 'deflect', 'take_side', 'pressure'];
/** Quotes per side: more would bury the point. */
const MOST = 3;

const good = ({ move }: MoveEntry) => isAccepted(move.quality);
const used =
  (...tags: readonly MoveTag[]) =>
  (entry: MoveEntry) =>
    good(entry) && hasTag(entry, ...tags);
const misused =
  (...tags: readonly MoveTag[]) =>
  (entry: MoveEntry) =>
    !good(entry) && tags.includes(entry.move.tag);
const set =
  (...names: readonly string[]) =>
  ({ flags }: MoveEntry) =>
    names.some((name) => flags.includes(name));
const coded =
  (...wanted: readonly ErrorCode[]) =>
  ({ codes }: MoveEntry) =>
    wanted.length > 0 ? wanted.some((code) => codes.includes(code)) : codes.length > 0;
const within =
  (stage: string, test: Test): Test =>
  (entry, scenario) =>
    entry.stageId === stage && test(entry, scenario);

const opensNeed: Test = ({ opened, lineOpened = [] }) =>
  [...opened, ...lineOpened].some((reveal) => reveal.startsWith('need.'));

/** Praise, a price cut, or a product spoken of in the wrong way. */
export function isPitch({ move }: MoveEntry): boolean {
  const isPraise = PITCH_TAGS.includes(move.tag) || move.tag === 'offer_price_cut';
  return isPraise || (move.topic === 'product' && !isAccepted(move.quality));
}

/** It holds some of what is counted. */
const holds =
  (wanted: readonly string[]): Test =>
  (entry) =>
    good(entry) && entry.move.elements.some((element) => wanted.includes(element));

/** It held none of it, where the best reply, as written or forked, would have held some. */
const misses =
  (wanted: readonly string[]): Test =>
  (entry, scenario) => {
    const own = [...entry.move.elements, ...entry.flags];
    if (entry.move.quality === 'expert' || own.some((name) => wanted.includes(name))) return false;
    const turn = turnById(scenario, entry.turnId);
    const versions: Pick<Option<unknown>, 'quality' | 'elements' | 'flags'>[] = [
      ...(turn?.options ?? []),
      ...Object.values(turn?.fork?.options ?? {}),
    ];
    return versions.some(
      ({ quality, elements = [], flags = [] }) =>
        quality === 'expert' && [...elements, ...flags].some((name) => wanted.includes(name)),
    );
  };

/** By simulator and criterion: what is quoted for a level, what against it; the first test comes first. */
const TESTS: Readonly<Record<string, { for?: readonly Test[]; against?: readonly Test[] }>> = {
  'fab-pitch/need': {
    for: [within('need', opensNeed)],
    against: [within('need', (entry, scenario) => !good(entry) && !opensNeed(entry, scenario))],
  },
  'fab-pitch/benefit': { against: [within('reaction', misses(['so_what_answered']))] },
  'fab-pitch/evidence': { against: [within('reaction', misses(['so_what_answered']))] },
  'fab-pitch/lawful': { against: [coded('E3', 'E5', 'E9')] },
  'fab-pitch/close': {
    for: [within('reaction', used('propose_next'))],
    against: [set('close_vague', 'close_pressure')],
  },
  'sales-doctor/opening': { for: [used('greet_agenda', 'repair', 'acknowledge')] },
  'sales-doctor/nopitch': { against: [(entry) => entry.visit === 1 && isPitch(entry)] },
  'sales-doctor/questioning': {
    for: [(entry) => used(...QUESTION_TAGS)(entry) && entry.move.concern !== undefined],
    against: [misused(...QUESTION_TAGS)],
  },
  'sales-doctor/listening': { for: [used(...LISTENING)], against: [misused(...HURTING)] },
  'sales-doctor/observation': { for: [used('data_request', 'observe', 'wait')] },
  'sales-doctor/prescription': {
    for: [within('prescription', holds(PRESCRIPTION))],
    against: [within('prescription', misses(PRESCRIPTION))],
  },
  'sales-doctor/ethics': { for: [set('own_interest')], against: [coded()] },
  'roi-selling/problem': { for: [set('problem_said')] },
  'roi-selling/baseline': { for: [set('source_said')] },
  'roi-selling/range': { for: [set('range_said', 'sensitivity_said')] },
  'roi-selling/honest': { for: [set(...HONEST)], against: [coded('E5'), coded('E4', 'E11')] },
  'roi-selling/meeting': {
    for: [set('owner_calc', 'summary'), used('invite_calc')],
    against: [within('meeting', misses(['owner_calc', 'summary']))],
  },
  'roi-selling/exec': {
    for: [within('meeting', holds(EXECUTION))],
    against: [within('meeting', misses(EXECUTION))],
  },
  'roi-selling/decision': { for: [({ commit }) => commit !== undefined] },
};

/**
 * The moves that a level of one criterion rests on: at most three for it and three against. None where it rests on what was
 * not done, or on a task.
 * @param criterion id of the rubric of the scenario's simulator; any other gives nothing.
 */
export function evidenceFor<T>(scenario: Scenario<T>, { log }: Run, criterion: string): Evidence[] {
  const tests = TESTS[`${scenario.simulator}/${criterion}`] ?? {};
  const moves = log.filter((entry: LogEntry): entry is MoveEntry => entry.move !== undefined);
  const found = (side: Evidence['side']) =>
    (tests[side] ?? []).flatMap((test) => moves.filter((entry) => test(entry, scenario)));
  const speaking = new Set(found('for'));
  const told = (entries: Iterable<MoveEntry>, side: Evidence['side']) =>
    [...new Set(entries)].slice(0, MOST).map(({ index }) => ({ index, side }));
  return [
    ...told(speaking, 'for'),
    ...told(
      found('against').filter((entry) => !speaking.has(entry)),
      'against',
    ),
  ];
}
