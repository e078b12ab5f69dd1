import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Language, Text } from '#core/model/text.ts';
import type { MoveWordsFile } from '#core/simulator/scenario-file.ts';

/** `content/scenarios/moves.yaml` in one language, as a device gets it. */
export function movesOf(language: Language): MoveWordsFile {
  const file = new URL('../../../content/scenarios/moves.yaml', import.meta.url);
  const moves = Object.entries(parse(readFileSync(file, 'utf8')) as MoveWordsFile<Text>);
  return Object.fromEntries(
    moves.map(([tag, { label, as, hint, sentence }]) => [
      tag,
      { label: label[language], as: as[language], hint: hint[language], sentence: sentence[language] },
    ]),
  ) as MoveWordsFile;
}
