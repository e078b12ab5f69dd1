import { expect, test } from 'vitest';
import { spokenFull, spokenShort } from '#core/simulator/figures/spoken-chinese.ts';

/** What is said must be heard as the same amount: a reader written for this test alone takes it back to digits. */

const WORTH: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

function heard(text: string): number {
  let total = 0;
  let group = 0;
  let digit = -1;
  let last = 1;
  for (const sign of text) {
    const found = '零一二三四五六七八九'.indexOf(sign === '两' ? '二' : sign);
    if (found > 0) digit = found;
    else if (found === 0) last = 1;
    else if (WORTH[sign]) {
      group += (digit < 0 ? 1 : digit) * WORTH[sign];
      last = WORTH[sign];
      digit = -1;
    } else {
      const scale = sign === '万' ? 1e4 : 1e8;
      total = (total + group + Math.max(0, digit)) * scale;
      group = 0;
      digit = -1;
      last = scale;
    }
  }
  // A last digit without unit is so many of the next smaller one: 两万七.
  return total + group + (digit < 0 ? 0 : digit * (last >= 100 ? last / 10 : 1));
}

test('every amount from 1 to 120,000, in full', () => {
  for (let value = 1; value <= 120_000; value += 1)
    if (heard(spokenFull(value)) !== value) expect(`${value} ${spokenFull(value)}`).toBe('heard as said');
});

test('amounts to the hundred and thousand, as short as people say them', () => {
  for (let value = 1000; value <= 990_000; value += 100)
    if (heard(spokenShort(value)) !== value) expect(`${value} ${spokenShort(value)}`).toBe('heard as said');
});
