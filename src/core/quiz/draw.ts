import type { ItemType, KeyedItem, ObjectiveId } from '../model/item.ts';
import type { CheckContent } from '../model/lesson.ts';
import { shuffle } from '../model/random.ts';
import { DrawError } from './draw-error.ts';
import type { QuizPlan } from './quiz.events.ts';

/** Types whose first item is quick to take up: an attempt that a page opens with starts with one of these. */
export const OPENING_TYPES: readonly ItemType[] = ['S', 'M', 'TF', 'SCN'];

/** Types that ask for more than recall (judgement, own words, a calculation); each check has one when its pool has one. */
const JUDGEMENT_TYPES: readonly ItemType[] = ['SCN', 'TXT', 'NUM'];

const OPENING_TRIES = 1000;

/** Items of the first round of a lesson check. */
export const SHOWN_IN_CHECK = 5;

export interface DrawRequest {
  /** The lesson's pool, of any status; live items are drawn, retired ones never. */
  items: readonly KeyedItem[];
  /** Ids of the lesson's objectives. */
  objectives: readonly ObjectiveId[];
  seed: string;
  /** How many are shown; as many as in a lesson check where nothing is said. */
  count?: number;
  /** Item ids of the previous attempt, kept out where the other rules allow. */
  avoid?: readonly string[];
  /** One of these types stands first. */
  openWith?: readonly ItemType[];
  /** Draw drafts too, for `npm run dev`. */
  drafts?: boolean;
}

export interface Draw {
  /** The first round, in order. */
  shown: KeyedItem[];
  /** The rest of the pool, in an order decided by the seed. */
  spare: KeyedItem[];
}

/**
 * Draw one check from a lesson's pool. Looks at every choice of `count` items (pools hold 8 to 10, so at most 252) in
 * an order decided by the seed, and takes the first that keeps the rules with the fewest items of the last attempt and
 * the fewest twins: the feedback on one parallel form gives the other away.
 * Rules: each objective at least once while `count` allows; an SCN, TXT or NUM item when the pool has one; an item of
 * `openWith` when asked for. Items of one case follow each other in the order of the file.
 * @throws {DrawError} when the pool is too small, an objective has no item, or no choice keeps the rules.
 * @see assessment.md §4 (lesson check) and §5 (no item repeated within two attempts; enemy list).
 */
export function drawCheck(request: DrawRequest): Draw {
  const { seed, count = SHOWN_IN_CHECK, avoid = [], openWith } = request;
  const usable = drawable(request);
  checkPool(usable, request, count);
  const pool = shuffle(usable, `${seed}/draw`);
  const rules = drawRules(pool, request, count);
  let best: KeyedItem[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const chosen of choices(pool, count)) {
    const cost = chosen.filter((item) => avoid.includes(item.id) || hasTwin(item, chosen)).length;
    if (cost >= least || !rules.every((rule) => rule(chosen))) continue;
    best = chosen;
    least = cost;
    if (cost === 0) break;
  }
  if (!best) throw unsatisfied(pool, request, count);
  const shown = casesTogether(shuffle(best, `${seed}/order`), request.items);
  const opener = openWith ? shown.findIndex((item) => openWith.includes(item.type)) : 0;
  shown.unshift(...shown.splice(opener, 1));
  return { shown, spare: pool.filter((item) => !shown.includes(item)) };
}

/**
 * The seed of everybody's first attempt at a lesson: the first of `<lessonRevision>/0`, `/1` … whose draw begins with
 * one of `OPENING_TYPES`, so that this item can stand in the page. `drawCheck` with this seed needs no `openWith`.
 * @throws {DrawError} as `drawCheck`; also when the pool has no item of such a type.
 */
export function openingSeed(
  items: readonly KeyedItem[],
  objectives: readonly ObjectiveId[],
  lessonRevision: string,
  options: Pick<DrawRequest, 'count' | 'drafts'> = {},
): string {
  const request = { ...options, items, objectives };
  for (let index = 0; index < OPENING_TRIES; index += 1) {
    const seed = `${lessonRevision}/${index}`;
    const first = drawCheck({ ...request, seed }).shown[0];
    if (first && OPENING_TYPES.includes(first.type)) return seed;
  }
  const wrong = `none of ${OPENING_TRIES} draws begins with ${OPENING_TYPES.join(', ')}`;
  throw new DrawError(lessonOf(items), wrong, 'publish an item of one of these types');
}

/**
 * The plan of an attempt at a lesson's check after the first; the first is `openingPlan`.
 * @param check   what the lesson ships.
 * @param attempt `attemptId` made on the device; `avoid` the ids of the items shown in the attempt before.
 * @throws {DrawError} as `drawCheck`.
 */
export function planCheck(
  check: CheckContent,
  attempt: { attemptId: string; seed: string; avoid?: readonly string[]; drafts?: boolean },
): QuizPlan {
  const { attemptId, seed, avoid = [], drafts = false } = attempt;
  const { lessonId, lessonRevision, passPoints, items } = check;
  const objectives = check.objectives.map((objective) => objective.id);
  const draw = drawCheck({ items, objectives, seed, avoid, drafts });
  return { attemptId, lessonId, lessonRevision, seed, passPoints, ...draw };
}

/** Does an item stand beside the one it is a parallel form of? */
function hasTwin(item: KeyedItem, chosen: readonly KeyedItem[]): boolean {
  return item.parallelOf !== undefined && chosen.some((other) => other.id === item.parallelOf);
}

/** The same items; those of a case stand where its first one came, in the order of the file. */
function casesTogether(drawn: readonly KeyedItem[], file: readonly KeyedItem[]): KeyedItem[] {
  return [
    ...new Set(
      drawn.flatMap((item) =>
        item.case
          ? file.filter((other) => other.case?.id === item.case?.id && drawn.includes(other))
          : [item],
      ),
    ),
  ];
}

type DrawRule = (chosen: readonly KeyedItem[]) => boolean;

function drawRules(pool: readonly KeyedItem[], request: DrawRequest, count: number): DrawRule[] {
  const { objectives, openWith } = request;
  const wanted = Math.min(new Set(objectives).size, count);
  const covered: DrawRule = (chosen) => new Set(chosen.map((item) => item.objective)).size >= wanted;
  const judged: DrawRule = (chosen) => chosen.some((item) => JUDGEMENT_TYPES.includes(item.type));
  const opened: DrawRule = (chosen) => chosen.some((item) => openWith?.includes(item.type));
  return [covered, ...(pool.some((item) => judged([item])) ? [judged] : []), ...(openWith ? [opened] : [])];
}

function drawable({ items, drafts = false }: DrawRequest): KeyedItem[] {
  return items.filter((item) => item.status === 'live' || (drafts && item.status === 'draft'));
}

/** Every choice of `size` members, in the list's order. */
function* choices<T>(list: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= list.length - size; index += 1) {
    for (const rest of choices(list, size - 1, index + 1)) yield [list[index] as T, ...rest];
  }
}

function checkPool(pool: readonly KeyedItem[], { items, objectives }: DrawRequest, count: number): void {
  const lesson = lessonOf(items);
  if (pool.length < count) {
    throw new DrawError(
      lesson,
      `${pool.length} live items, ${count} needed`,
      'write or publish more in items.yaml',
    );
  }
  const bare = objectives.find((objective) => !pool.some((item) => item.objective === objective));
  if (bare !== undefined) {
    throw new DrawError(
      lesson,
      `objective ${bare} has no live item`,
      `write or publish two for ${bare}`,
      bare,
    );
  }
  const stray = pool.find((item) => !objectives.includes(item.objective));
  if (stray) {
    const known = objectives.join(', ');
    const wrong = `${stray.id} names objective ${stray.objective}, which the lesson does not have`;
    throw new DrawError(lesson, wrong, `write one of ${known}`, stray.objective);
  }
}

function unsatisfied(pool: readonly KeyedItem[], request: DrawRequest, count: number): DrawError {
  const { items, objectives, openWith } = request;
  const needs = [`covers ${objectives.join(', ')}`, 'has an SCN, TXT or NUM item'];
  if (openWith) needs.push(`opens with ${openWith.join(', ')}`);
  const remedy = 'write an item of such a type for another objective';
  return new DrawError(lessonOf(items), `no ${count} of ${pool.length} items ${needs.join(' and ')}`, remedy);
}

function lessonOf(items: readonly KeyedItem[]): string {
  return items[0]?.lessonId ?? 'a lesson without items';
}
