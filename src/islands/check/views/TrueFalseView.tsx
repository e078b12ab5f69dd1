import type { CheckStrings } from '#i18n/check.ts';
import type { ItemViewProps } from './item-view.ts';
import { Options } from './Options.tsx';

/** The two judgements as options, so that they look and work like any other choice. */
export const judgements = (strings: CheckStrings) => [
  { id: 'true', text: { zh: strings.isTrue, en: strings.isTrue } },
  { id: 'false', text: { zh: strings.isFalse, en: strings.isFalse } },
];

/** True or not, and why. */
export function TrueFalseView(props: ItemViewProps<'TF'>) {
  const { item, response = {}, onRespond, disabled, marks, language, strings } = props;
  return (
    <>
      <Options
        kind="radio"
        name={`${item.id}-truth`}
        legend={strings.judge}
        options={judgements(strings)}
        chosen={response.truth === undefined ? [] : [String(response.truth)]}
        onChoose={(id) => onRespond({ ...response, truth: id === 'true' })}
        disabled={disabled}
        marks={marks}
        language={language}
        strings={strings}
      />
      <Options
        kind="radio"
        name={`${item.id}-reason`}
        legend={strings.because}
        options={item.reasons}
        chosen={response.reasonId ? [response.reasonId] : []}
        onChoose={(reasonId) => onRespond({ ...response, reasonId })}
        disabled={disabled}
        marks={marks}
        language={language}
        strings={strings}
      />
    </>
  );
}
