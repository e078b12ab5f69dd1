import type { PublicOption } from '#core/model/item.ts';
import type { Language } from '#core/model/text.ts';
import type { CheckStrings } from '#i18n/check.ts';
import { Icon } from '../../board/Icon.tsx';
import type { Mark } from './item-view.ts';

interface Props {
  kind: 'radio' | 'checkbox';
  name: string;
  legend: string;
  options: readonly PublicOption[];
  /** Absent: the form keeps the choice itself, before the code of the check is here. */
  chosen?: readonly string[];
  onChoose?: (id: string, on: boolean) => void;
  disabled?: boolean;
  marks?: Readonly<Record<string, Mark>>;
  language: Language;
  strings: CheckStrings;
}

/** A group of real radios or checkboxes in large labels, with 甲乙丙 before them. */
export function Options(props: Props) {
  const {
    kind,
    name,
    legend,
    options,
    chosen,
    onChoose,
    disabled = false,
    marks = {},
    language,
    strings,
  } = props;
  return (
    <fieldset className="options">
      <legend className="label">{legend}</legend>
      {options.map((option, index) => {
        const mark = marks[option.id];
        return (
          <label className={mark ? `option ${mark}` : 'option'} key={option.id}>
            <input
              type={kind}
              name={name}
              value={option.id}
              {...(chosen && { checked: chosen.includes(option.id) })}
              {...(onChoose && { onChange: (event) => onChoose(option.id, event.target.checked) })}
              disabled={disabled}
            />
            <span className="key" aria-hidden="true">
              {strings.keys[index]}
            </span>
            <span>{option.text[language]}</span>
            {mark && (
              <span className="mark">
                <Icon name={mark === 'right' ? 'check' : 'rotate-ccw'} />
                <span className="vh">{mark === 'right' ? strings.right : strings.again}</span>
              </span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
