import { useId } from 'react';
import { fill } from '#core/text/fill.ts';
import type { ItemViewProps } from './item-view.ts';

/** A sentence of one's own. */
export function ShortTextView(props: ItemViewProps<'TXT'>) {
  const { item, response, onRespond, disabled, strings } = props;
  const id = useId();
  const text = response?.text ?? '';
  return (
    <div>
      <label className="label" htmlFor={id}>
        {strings.yourText}
      </label>
      <textarea
        id={id}
        value={text}
        onChange={(event) => onRespond({ text: event.target.value })}
        readOnly={disabled}
        aria-describedby={`${id}-count`}
      />
      <p className="micro num" id={`${id}-count`}>
        {fill(strings.count, { k: [...text].length, n: item.maxLength })}
      </p>
    </div>
  );
}
