import fc from 'fast-check';

/** JSON values that a field might hold by mistake or by malice. */
const junk = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1,
    2,
    1.5,
    3,
    101,
    Number.MAX_SAFE_INTEGER + 1,
    8.64e15,
    8.64e15 + 1,
    '',
    'x',
    'zh',
    [],
    {},
    ['a'],
    [1],
  ),
  fc.constantFrom({ a: 'b' }, { a: 1 }, [''], { earned: 2, possible: 1 }, { earned: -1, possible: 1 }, [{}], {
    optionId: '',
  }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A JSON value as it is, or with one to three of its fields replaced, taken away or added, at any depth. */
export function mutated(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const change = fc.record({ place: fc.nat(30), kind: fc.constantFrom('put', 'drop', 'add'), value: junk });
  return fc.tuple(values, fc.array(change, { maxLength: 3 })).map(([value, changes]) => {
    let copy: unknown = structuredClone(value);
    for (const { place, kind, value: other } of changes) {
      const fields = fieldsOf(copy);
      const field = fields[place % Math.max(1, fields.length)];
      if (!field) {
        copy = other;
        continue;
      }
      const { holder, key } = field;
      if (kind === 'drop') Reflect.deleteProperty(holder, key);
      else if (kind === 'add') holder.extra = structuredClone(other);
      else holder[key] = structuredClone(other);
    }
    return JSON.parse(JSON.stringify(copy));
  });
}

interface Field {
  holder: Record<string, unknown>;
  key: string;
}

function fieldsOf(value: unknown): Field[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...fieldsOf(holder[key])]);
}
