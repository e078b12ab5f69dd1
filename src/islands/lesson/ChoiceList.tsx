import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';

export interface ChoiceListStrings {
  /** 甲, 乙 … before the choices. */
  keys: readonly string[];
  right: string;
  again: string;
  keysHint: string;
}

interface Props {
  label: string;
  choices: readonly { id: string; text: string }[];
  onChoose: (id: string) => void;
  /** How a choice came out, once it was made. */
  marks?: Readonly<Record<string, 'right' | 'again'>>;
  strings: ChoiceListStrings;
}

/**
 * Choices that take effect at once. Buttons, not radios: in a group of radios an arrow key would already choose.
 */
export function ChoiceList({ label, choices, onChoose, marks = {}, strings }: Props) {
  return (
    <div>
      <p className="label">{label}</p>
      <ul className="options">
        {choices.map(({ id, text }, index) => {
          const mark = marks[id];
          return (
            <li key={id}>
              <button type="button" className={`option ${mark ?? ''}`} onClick={() => onChoose(id)}>
                <span className="key" aria-hidden="true">
                  {strings.keys[index]}
                </span>
                <span>{text}</span>
                {mark && (
                  <span className="mark">
                    <Icon name={mark === 'right' ? 'check' : 'rotate-ccw'} />
                    <span className="vh">{strings[mark]}</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      <p className="micro keys-hint">{fill(strings.keysHint, { n: choices.length })}</p>
    </div>
  );
}
