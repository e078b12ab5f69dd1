import type { Rules } from './compile-rules.ts';
import { figuresOf } from './figures.ts';
import type { Hit } from './free-text.ts';
import type { Sentence } from './sentence.ts';

const SHORTEST_WORD = 4;

/**
 * Does the sentence take up the customer's words: once from the last line, or twice from earlier lines of the phase?
 * An echo is two Han characters in a row, a figure, or an English word of at least four letters that begins one of his.
 */
export function hitOfOverlap(rules: Rules, { plain, lastLine, earlierLines }: Sentence): Hit | undefined {
  const [last] = echoes(rules, plain, lastLine);
  const words = last ? [last] : [...new Set(earlierLines.flatMap((line) => echoes(rules, plain, line)))];
  return last || words.length > 1 ? { list: 'overlap', pattern: '', words: words.join(' ') } : undefined;
}

function echoes(rules: Rules, text: string, line: string): string[] {
  if (line === '') return [];
  const figures = new Set(figuresOf(line));
  const words = line.match(/[a-z]+/gu) ?? [];
  return [
    ...pairsOfHan(text).filter((pair) => line.includes(pair) && !rules.noEcho.han.has(pair)),
    ...figuresOf(text).filter((figure) => figures.has(figure)),
    ...(text.match(/[a-z]+/gu) ?? []).filter(
      (word) =>
        word.length >= SHORTEST_WORD &&
        !rules.noEcho.english.has(word) &&
        words.some((one) => one.startsWith(word)),
    ),
  ];
}

function pairsOfHan(text: string): string[] {
  return (text.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) => {
    const han = Array.from(run);
    return han.slice(1).map((one, index) => `${han[index]}${one}`);
  });
}
