import type { Text } from '../../model/text.ts';

/**
 * The number a learner means. Full-width signs count as plain ones, commas and blanks set off thousands, 万 is ten
 * thousand, and the item's unit may follow in either language: `5`, `5年`, `５`, `10,100`, `1.5万`, `4,646 yuan`, `¥80`.
 * @returns the number in the item's unit, or undefined for anything else: another unit, two numbers, a comma that sets
 *          off no three digits. Such a text is handed back to the learner and never scored.
 */
export function readNumber(typed: string, unit: Text): number | undefined {
  const match = /^[¥=≈约]?([-+]?)(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d*)?(万?)(.*)$/.exec(plain(typed));
  if (!match) return undefined;
  const [, sign, whole = '', part = '', tenThousands, rest = ''] = match;
  if (![plain(unit.zh), plain(unit.en), ''].includes(rest)) return undefined;
  const value = Number(`${sign}${whole.replaceAll(',', '')}${part}`);
  return tenThousands ? value * 10_000 : value;
}

/** Without blanks, in lower case, full-width signs as plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').replace('−', '-').replace('。', '.').toLowerCase();
}
