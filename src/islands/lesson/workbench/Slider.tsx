import { type ReactNode, useId } from 'react';

interface Props {
  label: string;
  value: number;
  least: number;
  most: number;
  step?: number;
  /** The value as it is shown and said. */
  shown: string;
  low?: string;
  high?: string;
  /** In place of the ends: what is wrong. */
  warning?: string | undefined;
  onMove: (value: number) => void;
  /** The hand begins anew: another slider was moved before. */
  onGrab?: () => void;
  /** In place of the value at the right. */
  children?: ReactNode;
}

/** A native slider with its name, its value and what its ends mean. */
export function Slider(props: Props) {
  const { label, value, least, most, step = 1, shown, low, high, warning, onMove, onGrab, children } = props;
  const id = useId();
  return (
    <div className="slider">
      <div className="slider-head">
        <label htmlFor={id}>{label}</label>
        {children ?? (
          <output className="num" htmlFor={id} aria-live="off">
            {shown}
          </output>
        )}
      </div>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={shown}
        onFocus={onGrab}
        onPointerDown={onGrab}
        onChange={(event) => onMove(event.target.valueAsNumber)}
      />
      {(low || high) && !warning && (
        <p className="ends micro num" aria-hidden="true">
          <span>{low}</span>
          <span>{high}</span>
        </p>
      )}
      <p className="warning micro" role="status">
        {warning}
      </p>
    </div>
  );
}
