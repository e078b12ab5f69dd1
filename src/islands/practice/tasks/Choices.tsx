import { type ReactNode, useId } from 'react';
import { Icon } from '../../board/Icon.tsx';

export interface Choice {
  id: string;
  text: string;
}

interface Props {
  kind: 'radio' | 'checkbox';
  legend: ReactNode;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChoose: (id: string, on: boolean) => void;
  disabled?: boolean;
  /** No more can be ticked: the ones not ticked are shut. */
  full?: boolean;
  /** The heading above says the same; the legend is for those who do not see it. */
  quiet?: boolean;
  /** Parts of a segment instead of lines. */
  segment?: boolean;
}

/** A group of real radios or checkboxes in large labels. */
export function Choices(props: Props) {
  const { kind, legend, choices, chosen, onChoose, disabled, full, quiet, segment } = props;
  const name = useId();
  return (
    <fieldset className={segment ? 'task-seg' : 'options'}>
      <legend className={quiet ? 'vh' : 'task-legend'}>{legend}</legend>
      <div className={segment ? 'seg' : 'task-picks'}>
        {choices.map(({ id, text }) => {
          const on = chosen.includes(id);
          return (
            <label className={segment ? undefined : 'option pick'} key={id}>
              <input
                type={kind}
                name={name}
                value={id}
                checked={on}
                disabled={disabled || (full && !on)}
                onChange={(event) => onChoose(id, event.target.checked)}
              />
              {!segment && (
                <span className={`task-dot ${kind}`}>{kind === 'checkbox' && <Icon name="check" />}</span>
              )}
              <span>{text}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
