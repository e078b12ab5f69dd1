import type { Interaction } from '../model/interaction.schema.ts';
import type { Language, Text } from '../model/text.ts';

const WEEK: Text = { zh: '哪一周', en: 'Week' };

/**
 * Names for the ids in a block's kept text, for `keptLines`. Worked out at build: a record then needs no lesson file.
 * @returns {} for a block that keeps plain words or nothing.
 */
export function keptLabels(block: Interaction, language: Language): Record<string, string> {
  const say = (text: Text) => text[language];
  const names = (list: readonly { id: string; text: Text }[]) =>
    list.map(({ id, text }): [string, string] => [id, say(text)]);
  switch (block.kind) {
    case 'composer':
      return Object.fromEntries(block.fields.map(({ id, label }) => [id, say(label)]));
    case 'rating':
      return Object.fromEntries([
        ...block.axes.flatMap(({ markers }) => names(markers)),
        ['pick', say(block.pick)],
      ]);
    case 'grid':
      return Object.fromEntries(
        block.rows.flatMap((row) =>
          block.columns.map((column) => [
            `${row.id}.${column.id}`,
            `${say(row.text)}${language === 'zh' ? '·' : ' · '}${say(column.text)}`,
          ]),
        ),
      );
    case 'checkin':
      return Object.fromEntries([['week', WEEK[language]], ...names(block.questions)]);
    default:
      return {};
  }
}
