import type { PublicItem } from '#core/model/item.ts';
import type { Language } from '#core/model/text.ts';
import type { CheckStrings } from '#i18n/check.ts';

interface Props {
  item: PublicItem;
  language: Language;
  strings: CheckStrings;
}

/** The story and the figures that an item shares with others of its case; can be folded away. */
export function CaseBox({ item, language, strings }: Props) {
  if (!item.case) return null;
  return (
    <details className="case" open>
      <summary className="label">{strings.caseTitle}</summary>
      <p>{item.case.stem[language]}</p>
      <dl>
        {item.case.figures?.map(({ label, text }) => (
          <div key={label.zh}>
            <dt>{label[language]}</dt>
            <dd className="num">{text[language]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
