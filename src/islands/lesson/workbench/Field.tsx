import { fill } from '#core/text/fill.ts';
import type { KeepStrings } from './Bench.tsx';

interface Props {
  /** Its id in the block. */
  field: string;
  label: string;
  /** An example, greyed in the field. */
  hint?: string;
  /** Lines to begin with. */
  rows?: number;
  /** Most characters. */
  most: number;
  value: string;
  onWrite: (text: string) => void;
  strings: KeepStrings;
}

/** Characters left are told from here on. */
const NEARLY_FULL = 20;

/** One field to write in; on paper what was written, whole. */
export function Field({ field, label, hint, rows = 2, most, value, onWrite, strings }: Props) {
  const left = most - value.length;
  return (
    <div className="field">
      <label>
        <span>{label}</span>
        <textarea
          data-field={field}
          rows={rows}
          maxLength={most}
          placeholder={hint ? fill(strings.hint, { text: hint }) : undefined}
          value={value}
          onChange={(event) => onWrite(event.target.value)}
        />
      </label>
      <p className="as-written">{value}</p>
      {left <= NEARLY_FULL && <p className="micro num">{fill(strings.left, { n: left })}</p>}
    </div>
  );
}
