import type { AuthoredItem } from '../model/item.schema.ts';
import type { KeyedItem, Status } from '../model/item.ts';
import type { CaseStem } from '../model/item-parts.ts';
import { assertKey } from './answer-key.ts';
import { AnswerKeyError } from './answer-key-error.ts';
import { workOut } from './numeric/work-out.ts';

/** What the build adds to an item of a file. */
export interface Published {
  lessonId: string;
  status: Status;
  /** Cases of the same file. */
  cases: readonly CaseStem[];
  /** Content hash of what the learner gets. */
  revisionOf: (content: unknown) => string;
}

/**
 * An item as it is shipped: with lesson and revision, its case in full, its figures worked out, and without what only
 * authors need (sources, the pair it shares options with, the misconceptions its wrong options stand for).
 * @throws {AnswerKeyError} for an item that cannot be scored by its own key: the build must not ship it.
 */
export function publishItem(
  authored: AuthoredItem,
  { lessonId, status, cases, revisionOf }: Published,
): KeyedItem {
  const content = contentOf(authored, cases);
  return keyedItem(content, { lessonId, status, revision: revisionOf(content) });
}

/** What of an item a revision is the hash of, and what the archive keeps: all that a learner meets or is scored by. */
export function contentOf(authored: AuthoredItem, cases: readonly CaseStem[]): object {
  const {
    seeds: _seeds,
    facts: _facts,
    status: _status,
    sharesOptionsWith: _pair,
    case: caseId,
    ...own
  } = withoutMisconceptions(authored);
  const shared = cases.find(({ id }) => id === caseId);
  return shared ? { ...own, case: shared } : own;
}

/**
 * An item that can be scored, from what `contentOf` gave or the archive kept.
 * @throws {AnswerKeyError} as `publishItem`.
 */
export function keyedItem(
  content: object,
  head: { lessonId: string; status: Status; revision: string },
): KeyedItem {
  const keyed = { ...withFiguresWorkedOut(content as AuthoredItem), ...head } as unknown as KeyedItem;
  assertKey(keyed);
  return keyed;
}

/** Naming the misconception behind an option changes nothing for the learner, so it must not change the revision. */
function withoutMisconceptions(item: AuthoredItem): AuthoredItem {
  const plain = <T extends { misconception?: string | undefined }>(list: readonly T[]) =>
    list.map(({ misconception: _misconception, ...option }) => option);
  if (item.type === 'TF') return { ...item, reasons: plain(item.reasons) };
  if (item.type === 'SCN') return { ...item, options: plain(item.options) };
  return item.type === 'S' || item.type === 'M' ? { ...item, options: plain(item.options) } : item;
}

/** A numeric item's formulas become numbers, and its texts get them. */
function withFiguresWorkedOut(item: AuthoredItem): object {
  if (item.type !== 'NUM') return item;
  const { parameters: _lists, steps: _steps, decimals: _decimals, ...rest } = item;
  const twins = workOut(item, (path, message) => {
    throw new AnswerKeyError(item.id, path.join('.'), message, 'see docs/authoring.md, NUM');
  });
  return { ...rest, ...twins[0], ...(twins.length > 1 && { twins }) };
}
