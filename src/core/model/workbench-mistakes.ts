import { type BlockMistake, missing, mistake, reserved, strangers, twice } from './block-mistake.ts';
import { calcMistakes, sharesMistakes } from './figure-mistakes.ts';
import type { Interaction, InteractionOf } from './interaction.schema.ts';
import type { Text } from './text.ts';

/** What in a workbench block points nowhere or cannot be reached: names, sums, ranges. [] for other kinds. */
export function workbenchMistakes(block: Interaction): BlockMistake[] {
  switch (block.kind) {
    case 'composer':
      return [...twice(['fields'], block.fields), ...composerMistakes(block)];
    case 'rating':
      return ratingMistakes(block);
    case 'believable':
      return [...twice(['lines'], block.lines), ...oneSided(block)];
    case 'shares':
      return [...twice(['parts'], block.parts), ...sharesMistakes(block)];
    case 'calc':
      return calcMistakes(block);
    case 'grid':
      return [...twice(['rows'], block.rows), ...twice(['columns'], block.columns)];
    case 'scale':
      return [
        ...twice(['cards'], block.cards),
        ...twice(['personas'], block.personas),
        ...scaleMistakes(block),
      ];
    case 'timer':
      return twice(['parts'], block.parts);
    case 'checkin':
      return [...twice(['questions'], block.questions), ...reserved(['questions'], block.questions, 'week')];
    default:
      return [];
  }
}

function composerMistakes({ fields, checks, whole }: InteractionOf<'composer'>): BlockMistake[] {
  const ids = fields.map(({ id }) => id);
  const lost = checks.flatMap(({ field }, index) =>
    ids.includes(field)
      ? []
      : [mistake(['checks', index, 'field'], `"${field}" is no field; write one of ${ids.join(', ')}`)],
  );
  const places = (['zh', 'en'] as const).flatMap((language) =>
    whole ? placeMistakes(whole, language, ids) : [],
  );
  return [...lost, ...places];
}

function placeMistakes(whole: Text, language: 'zh' | 'en', ids: readonly string[]): BlockMistake[] {
  const places = [...whole[language].matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');
  const wrong = places.filter((place) => !ids.includes(place));
  return [
    ...wrong.map((place) =>
      mistake(['whole', language], `{${place}} is no field; write {${ids.join('}, {')}}`),
    ),
    ...missing(['whole', language], places, ids, 'what is written there would be missing in the whole'),
  ];
}

function ratingMistakes({ axes }: InteractionOf<'rating'>): BlockMistake[] {
  const markers = axes.flatMap(({ markers: own }, axis) =>
    own.map(({ id }, marker) => ({ id, axis, marker })),
  );
  const again = markers.flatMap(({ id, axis, marker }, index) =>
    markers.findIndex((one) => one.id === id) < index || id === 'pick'
      ? [
          mistake(
            ['axes', axis, 'markers', marker, 'id'],
            id === 'pick'
              ? '"pick" is taken by the record; write another id'
              : `"${id}" stands twice in this rating; give each marker its own id, over all axes`,
          ),
        ]
      : [],
  );
  return [...twice(['axes'], axes), ...again];
}

function oneSided({ lines }: InteractionOf<'believable'>): BlockMistake[] {
  const works = lines.filter((line) => line.works).length;
  if (works > 0 && works < lines.length) return [];
  return [
    mistake(['lines'], 'are all of one kind; mix lines that help (works: true) with lines that do not'),
  ];
}

function scaleMistakes({ cards, personas }: InteractionOf<'scale'>): BlockMistake[] {
  const ids = cards.map(({ id }) => id);
  const sides = (['benefit', 'cost'] as const)
    .filter((side) => !cards.some((card) => card.side === side))
    .map((side) => mistake(['cards'], `have no ${side}; a scale needs something in both pans`));
  return [
    ...sides,
    ...personas.flatMap(({ weights }, index) => [
      ...strangers(['personas', index, 'weights'], Object.keys(weights), ids, 'card'),
      ...missing(
        ['personas', index, 'weights'],
        Object.keys(weights),
        ids,
        'write its weight, 0 if it weighs nothing',
      ),
    ]),
  ];
}
