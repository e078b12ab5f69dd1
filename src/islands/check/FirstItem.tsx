import type { PublicItem, PublicItemOf } from '#core/model/item.ts';
import { CONFIDENCES, type Confidence, type Response } from '#core/model/response.ts';
import type { Language } from '#core/model/text.ts';
import { fill } from '#core/text/fill.ts';
import type { CheckStrings } from '#i18n/check.ts';
import { CaseBox } from './CaseBox.tsx';
import { ConfidenceField } from './ConfidenceField.tsx';
import { choiceLegend } from './views/ChoiceView.tsx';
import { Options } from './views/Options.tsx';
import { judgements } from './views/TrueFalseView.tsx';

interface Props {
  item: PublicItem;
  count: number;
  language: Language;
  strings: CheckStrings;
}

/**
 * The first item as it stands in the page: a plain form that keeps what is chosen by itself, before any code is here. The
 * early script notes a press of the button; `readFirst` hands both over.
 */
export function FirstItem({ item, count, language, strings }: Props) {
  const shared = { language, strings };
  return (
    <form className="item check-first" data-first="" data-item={item.id}>
      <p className="label num">{fill(strings.position, { k: 1, n: count })}</p>
      <CaseBox item={item} {...shared} />
      <p className="stem">{item.stem[language]}</p>
      {item.type === 'TF' ? (
        <>
          <Options
            kind="radio"
            name="truth"
            legend={strings.judge}
            options={judgements(strings)}
            {...shared}
          />
          <Options kind="radio" name="reasonId" legend={strings.because} options={item.reasons} {...shared} />
        </>
      ) : (
        <Options
          kind={item.type === 'M' ? 'checkbox' : 'radio'}
          name={item.type === 'M' ? 'optionIds' : 'optionId'}
          legend={choiceLegend(item as PublicItemOf<'S' | 'M' | 'SCN'>, strings)}
          options={(item as PublicItemOf<'S' | 'M' | 'SCN'>).options}
          {...shared}
        />
      )}
      <ConfidenceField strings={strings} />
      <div className="check-actions">
        <p className="unready" />
        <button type="submit" className="btn realm">
          {strings.check}
        </button>
      </div>
    </form>
  );
}

/** What was chosen and wished for on the form in the page. */
export interface FirstGiven {
  itemId: string;
  response?: Response;
  confidence?: Confidence;
  /** The button was pressed. */
  wanted: boolean;
}

/** @returns what the form holds now. */
export function readFirst(form: HTMLFormElement, item: PublicItem): FirstGiven {
  const data = new FormData(form);
  const one = (name: string) => data.get(name)?.toString();
  const confidence = CONFIDENCES.find((level) => level === one('confidence'));
  const given = {
    itemId: item.id,
    wanted: form.hasAttribute('data-wanted'),
    ...(confidence && { confidence }),
  };
  if (item.type === 'TF') {
    const [truth, reasonId] = [one('truth'), one('reasonId')];
    if (truth === undefined && !reasonId) return given;
    return {
      ...given,
      response: { ...(truth && { truth: truth === 'true' }), ...(reasonId && { reasonId }) },
    };
  }
  if (item.type === 'M') {
    const optionIds = data.getAll('optionIds').map(String);
    return optionIds.length ? { ...given, response: { optionIds } } : given;
  }
  const optionId = one('optionId');
  return optionId ? { ...given, response: { optionId } } : given;
}
