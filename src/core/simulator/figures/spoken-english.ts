const ONES =
  'nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** An amount in words: 5 → five, 47000 → forty-seven thousand. @param value below 100, or thousands below 100,000. */
export function englishWords(value: number): string {
  if (value >= 1000) return `${englishWords(Math.round(value / 1000))} thousand`;
  if (value < 20) return ONES[value] ?? String(value);
  const one = value % 10;
  return `${TENS[Math.floor(value / 10)]}${one ? `-${ONES[one]}` : ''}`;
}
