interface Props {
  /** Unique on the page. */
  name: string;
  label: string;
  least?: number;
  most?: number;
  value: number | undefined;
  /** What the ends mean, for who cannot see the legend above. */
  low?: string;
  high?: string;
  onMark: (mark: number) => void;
}

/** Marks to tap, 1 to 5 by default: a row of radio buttons. */
export function MarkRow({ name, label, least = 1, most = 5, value, low = '', high = '', onMark }: Props) {
  const marks = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const spoken: Record<number, string> = { [least]: low, [most]: high };
  return (
    <fieldset className="marks">
      <legend>{label}</legend>
      <div className="seg num">
        {marks.map((mark) => (
          <label key={mark}>
            <input
              type="radio"
              name={name}
              checked={value === mark}
              aria-label={spoken[mark] ? `${mark}, ${spoken[mark]}` : undefined}
              onChange={() => onMark(mark)}
            />
            {mark}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
