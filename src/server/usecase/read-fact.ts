import { parseFact } from '#core/model/fact.guard.ts';
import { factSchema } from '#core/model/fact.schema.ts';
import type { Fact } from '#core/model/fact.ts';
import type { Sentence } from './sentence.ts';
import { wrongShape } from './wrong-shape.ts';

/** Characters of an id; ours have 36 to about 60. An index takes no longer keys than some 2,700 bytes. */
const ID_LENGTH = 200;
/** Objects within objects in a worksheet's fields or a run's moves. */
const DEPTH = 32;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSTORABLE = /[\x00-\x1f\x7f]/;

export type FactReading =
  | { status: 'read'; fact: Fact }
  | { status: 'refused'; id?: string; problem: Sentence };

/**
 * A fact from a request: of a known shape, and such that both databases can keep it.
 * @param place where it stands in the body, e.g. `facts[3]`.
 */
export function readFact(value: unknown, place: string): FactReading {
  // The guard and the schema accept the same (tests/core/model/fact.test.ts); the schema is slower and can say why.
  const fact = parseFact(value);
  if (!fact) return { status: 'refused', ...idOf(value), problem: wrongShape(factSchema, value, place) };
  const bad = isStorableId(fact.id) ? (isStorableId(fact.deviceId) ? undefined : 'deviceId') : 'id';
  if (bad) return { status: 'refused', ...idOf(value), problem: badId(`${place}.${bad}`) };
  if (!isWithinDepth(fact, DEPTH)) return { status: 'refused', ...idOf(value), problem: tooDeep(place) };
  return { status: 'read', fact };
}

const isStorableId = (id: string): boolean =>
  id.length <= ID_LENGTH && id.isWellFormed() && !UNSTORABLE.test(id);

function isWithinDepth(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  for (const member of Object.values(value))
    if (typeof member === 'object' && !isWithinDepth(member, depth - 1)) return false;
  return true;
}

/** The id to name a refused fact by, where it has one that is fit to be repeated. */
function idOf(value: unknown): { id?: string } {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' && isStorableId(id) ? { id } : {};
}

const badId = (field: string): Sentence => ({
  zh: `${field}存不了：最多${ID_LENGTH}个字符，不能有控制字符和残缺的字符。请用设备生成的编号。`,
  en: `${field} cannot be kept: at most ${ID_LENGTH} characters, no control characters, no halves of characters. Send the id the device made.`,
});

const tooDeep = (place: string): Sentence => ({
  zh: `${place}里的内容一层套一层，超过${DEPTH}层，没有收下。请减少层数，再送一次。`,
  en: `${place} nests deeper than ${DEPTH} levels and was not accepted. Nest it less and send it again.`,
});
