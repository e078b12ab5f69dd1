import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeyedItem } from '#core/model/item.ts';
import { acceptsResponse, feedbackFor, scoreItem, validateItem } from '#core/quiz/item-types.ts';
import { vectors } from './vectors.ts';

const ids = (options: readonly { id: string }[]) => options.map((option) => option.id);

/** Responses a learner could give to the item, finished or not. */
function responseTo(item: KeyedItem): fc.Arbitrary<unknown> {
  switch (item.type) {
    case 'S':
    case 'SCN':
      return fc.record({ optionId: fc.constantFrom(...ids(item.options)) });
    case 'M':
      return fc.record({ optionIds: fc.array(fc.constantFrom(...ids(item.options)), { maxLength: 9 }) });
    case 'TF':
      return fc.record(
        { truth: fc.boolean(), reasonId: fc.constantFrom(...ids(item.reasons)) },
        { requiredKeys: [] },
      );
    case 'CAT':
      return fc.record({ bins: mapOf(ids(item.cards), ids(item.bins)) });
    case 'MAT':
      return fc.record({ pairs: mapOf(ids(item.left), ids(item.right)) });
    case 'ORD': {
      const free = ids(item.cards).filter((id) => id !== item.given);
      const given = item.given === undefined ? [] : [item.given];
      const orders = fc.oneof(
        fc.shuffledSubarray(free, { minLength: free.length }),
        fc.shuffledSubarray(free),
      );
      return fc.record({ order: orders.map((rest) => [...given, ...rest]) });
    }
    case 'NUM': {
      const { key, slips, unit } = item;
      const wanted = fc.constantFrom(key, ...slips.map(({ value }) => value), 0, 1e9);
      const near = fc.tuple(
        wanted,
        fc.constantFrom(-1, 0, 1),
        fc.constantFrom('', unit.zh, ` ${unit.en}`, '万', '?'),
      );
      return fc.record({ typed: near.map(([value, off, rest]) => `${Math.max(0, value + off)}${rest}`) });
    }
    case 'HOT': {
      const open = item.spots.filter((spot) => !spot.still);
      return fc.record({ optionIds: fc.array(fc.constantFrom(...ids(open)), { maxLength: 9 }) });
    }
    case 'TXT': {
      const words = ['失望', '返利', '应该', ' ', '嗯', 'rebate', 'but', '您', '？'];
      return fc.record({
        text: fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((list) => list.join('')),
      });
    }
  }
}

function mapOf(keys: readonly string[], values: readonly string[]) {
  const whole = fc.record(Object.fromEntries(keys.map((key) => [key, fc.constantFrom(...values)])));
  const part = fc.dictionary(fc.constantFrom(...keys), fc.constantFrom(...values));
  return fc.oneof(whole, part);
}

describe.each(vectors)('$name', ({ item }) => {
  test('I7 no response earns less than nothing or more than the item is worth', () => {
    fc.assert(
      fc.property(responseTo(item), (response) => {
        const scored = scoreItem(response, item);
        if (scored.status === 'unready') return;
        expect(scored.earned).toBeGreaterThanOrEqual(0);
        expect(scored.earned).toBeLessThanOrEqual(scored.possible);
      }),
    );
  });

  test('I7 what a learner can give is a draft, and is ready exactly when it can be scored', () => {
    fc.assert(
      fc.property(responseTo(item), (response) => {
        expect(acceptsResponse(response, item)).toBe(true);
        const scored = scoreItem(response, item);
        expect(validateItem(response, item)).toBe(scored.status === 'unready' ? scored.reason : undefined);
      }),
    );
  });

  test('I9 the extension stands in the feedback exactly when everything is right', () => {
    fc.assert(
      fc.property(responseTo(item), (response) => {
        const scored = scoreItem(response, item);
        const isFull = scored.status === 'scored' && scored.earned === scored.possible;
        expect(feedbackFor(response, item).some((line) => line.role === 'extension')).toBe(isFull);
      }),
    );
  });

  test('I7 any other value scores as never touched, so a forged fact earns nothing and breaks nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        if (acceptsResponse(value, item)) return;
        expect(scoreItem(value, item)).toEqual({ status: 'unready', reason: 'untouched' });
      }),
    );
  });
});

describe.each(vectors.filter(({ item }) => item.type === 'M' || item.type === 'HOT'))('$name', ({ item }) => {
  test('I7 order and repeats of choices do not matter', () => {
    fc.assert(
      fc.property(responseTo(item), fc.integer(), (response, salt) => {
        const { optionIds } = response as { optionIds: string[] };
        const turned = [...optionIds, ...optionIds.slice(0, Math.abs(salt) % 3)].reverse();
        expect(scoreItem({ optionIds: turned }, item)).toEqual(scoreItem({ optionIds }, item));
      }),
    );
  });
});

describe.each(vectors.filter(({ item }) => item.type === 'CAT' || item.type === 'MAT'))(
  '$name',
  ({ item }) => {
    test('I7 the order in which cards were placed does not matter', () => {
      fc.assert(
        fc.property(responseTo(item), (response) => {
          const [key, placed] = Object.entries(response as Record<string, Record<string, string>>)[0] ?? [
            '',
            {},
          ];
          const turned = Object.fromEntries(Object.entries(placed).reverse());
          expect(scoreItem({ [key]: turned }, item)).toEqual(scoreItem(response, item));
        }),
      );
    });
  },
);
