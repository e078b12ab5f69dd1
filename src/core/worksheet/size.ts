/** From here on characters are as wide as a Han one: CJK, kana, full-width forms, emoji. */
const WIDE = 0x2e80;

/** @returns how much of a field a text takes: a Han character 1, a Latin letter, figure or blank ½, rounded up. */
export const sizeOf = (text: string): number =>
  Math.ceil([...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < WIDE ? 0.5 : 1), 0));
