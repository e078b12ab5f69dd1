import type { PublicItemOf } from '#core/model/item.ts';
import { fill } from '#core/text/fill.ts';
import type { CheckStrings } from '#i18n/check.ts';
import type { ItemViewProps } from './item-view.ts';
import { Options } from './Options.tsx';

/** What to do with a choice item, in words. */
export function choiceLegend(item: PublicItemOf<'S' | 'M' | 'SCN'>, strings: CheckStrings): string {
  if (item.type !== 'M') return strings.chooseOne;
  return item.choose ? fill(strings.chooseN, { n: item.choose }) : strings.chooseAll;
}

/** Single choice and scenario: one of three or four. */
export function SingleView(props: ItemViewProps<'S'> | ItemViewProps<'SCN'>) {
  const { item, response, onRespond, disabled, marks, language, strings } = props;
  return (
    <Options
      kind="radio"
      name={item.id}
      legend={choiceLegend(item, strings)}
      options={item.options}
      chosen={response ? [response.optionId] : []}
      onChoose={(optionId) => onRespond({ optionId })}
      disabled={disabled}
      marks={marks}
      language={language}
      strings={strings}
    />
  );
}

/** Multiple choice: some of several. */
export function MultipleView(props: ItemViewProps<'M'>) {
  const { item, response, onRespond, disabled, marks, language, strings } = props;
  const chosen = response?.optionIds ?? [];
  return (
    <Options
      kind="checkbox"
      name={item.id}
      legend={choiceLegend(item, strings)}
      options={item.options}
      chosen={chosen}
      onChoose={(id, on) =>
        onRespond({ optionIds: on ? [...chosen, id] : chosen.filter((one) => one !== id) })
      }
      disabled={disabled}
      marks={marks}
      language={language}
      strings={strings}
    />
  );
}
