import { type BlockMistake, mistake, twice } from './block-mistake.ts';
import type { Interaction, InteractionOf } from './interaction.schema.ts';

/** What in a board or a talk points nowhere, cannot be reached or does not fit its drawing. [] for other kinds. */
export function boardMistakes(block: Interaction): BlockMistake[] {
  switch (block.kind) {
    case 'sort':
      return [...twice(['bins'], block.bins), ...twice(['cards'], block.cards), ...sortMistakes(block)];
    case 'swipe':
      return [...twice(['cards'], block.cards), ...swipeMistakes(block)];
    case 'reorder':
      return twice(['cards'], block.cards);
    case 'pairs':
      return twice(['pairs'], block.pairs);
    case 'flip':
      return [...twice(['cards'], block.cards), ...flipMistakes(block)];
    case 'choices':
      return [...twice(['scenes'], block.scenes), ...choicesMistakes(block)];
    case 'dialogue':
      return twice(['replies'], block.replies);
    case 'talk':
      return [...twice(['turns'], block.turns), ...talkMistakes(block)];
    default:
      return [];
  }
}

/** Room for the name of a ring: a Han character takes two places, any other sign one. */
const RING_PLACES = 14;
const places = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);

function sortMistakes({ id, look, bins, cards }: InteractionOf<'sort'>): BlockMistake[] {
  const ids = bins.map((bin) => bin.id);
  const lost = cards.flatMap(({ bin }, index) =>
    ids.includes(bin)
      ? []
      : [mistake(['cards', index, 'bin'], `"${bin}" is no bin of ${id}; write one of ${ids.join(', ')}`)],
  );
  const long = bins.flatMap(({ text }, index) =>
    (['zh', 'en'] as const)
      .filter((language) => look === 'circles' && places(text[language]) > RING_PLACES)
      .map((language) =>
        mistake(
          ['bins', index, 'text', language],
          'does not fit into its ring; write at most 7 Han characters or 14 Latin ones',
        ),
      ),
  );
  return [...lost, ...long];
}

function swipeMistakes({ left, right, cards }: InteractionOf<'swipe'>): BlockMistake[] {
  const sides = [left.id, right.id];
  const lost = cards.flatMap(({ side }, index) =>
    sides.includes(side)
      ? []
      : [mistake(['cards', index, 'side'], `"${side}" is no side; write ${sides.join(' or ')}`)],
  );
  const empty = sides
    .filter((side) => !cards.some((card) => card.side === side))
    .map((side) =>
      mistake(['cards'], `have none for "${side}"; a side that is never right gives itself away`),
    );
  return [...lost, ...empty];
}

function flipMistakes({ faces, cards }: InteractionOf<'flip'>): BlockMistake[] {
  return cards.flatMap((card, index) =>
    card.faces.length === faces.length
      ? []
      : [
          mistake(
            ['cards', index, 'faces'],
            `${card.id} has ${card.faces.length} faces; write ${faces.length}, one for each name`,
          ),
        ],
  );
}

function choicesMistakes({ scenes }: InteractionOf<'choices'>): BlockMistake[] {
  return scenes.flatMap(({ id, options }, index) => [
    ...twice(['scenes', index, 'options'], options),
    ...(options.some((option) => option.fits)
      ? []
      : [mistake(['scenes', index, 'options'], `no option of ${id} fits; mark one with fits: true`)]),
  ]);
}

function talkMistakes({ turns, close }: InteractionOf<'talk'>): BlockMistake[] {
  const replies = turns.flatMap((turn, index) => twice(['turns', index, 'replies'], turn.replies));
  const unsorted = close.flatMap(({ minTrust }, index) =>
    index > 0 && minTrust >= (close[index - 1]?.minTrust ?? 0)
      ? [
          mistake(
            ['close', index, 'minTrust'],
            'is never reached; write the ends from the highest trust down',
          ),
        ]
      : [],
  );
  const open =
    close.at(-1)?.minTrust === 0
      ? []
      : [mistake(['close', close.length - 1, 'minTrust'], 'must be 0, so that every talk has an end')];
  return [...replies, ...unsorted, ...open];
}
