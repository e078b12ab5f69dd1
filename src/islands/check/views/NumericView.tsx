import { useId } from 'react';
import { fill } from '#core/text/fill.ts';
import type { ItemViewProps } from './item-view.ts';

/** A number in a field, its unit beside it, and under it what was understood. */
export function NumericView(props: ItemViewProps<'NUM'>) {
  const { item, response, onRespond, understood, disabled, marks, language, strings } = props;
  const id = useId();
  const typed = response?.typed ?? '';
  const unit = item.unit[language];
  const isClose = language === 'zh' || /^[^\p{Letter}]/u.test(unit);
  const figure = understood?.toLocaleString('en', { maximumFractionDigits: 6 });
  const said =
    understood === undefined
      ? fill(strings.unready['not-a-number'], { unit })
      : fill(strings.readAs, { n: `${figure}${isClose ? '' : ' '}${unit}` });
  return (
    <div className="numeric">
      <label className="label" htmlFor={id}>
        {strings.yourNumber}
      </label>
      <p className={`field ${marks.typed ?? ''}`}>
        <input
          id={id}
          className="num"
          inputMode="decimal"
          autoComplete="off"
          enterKeyHint="done"
          value={typed}
          onChange={(event) => onRespond({ typed: event.target.value })}
          readOnly={disabled}
          aria-describedby={`${id}-unit ${id}-read`}
        />
        <span id={`${id}-unit`}>{unit}</span>
      </p>
      <p className="micro num" id={`${id}-read`} role="status">
        {typed.trim() && said}
      </p>
    </div>
  );
}
