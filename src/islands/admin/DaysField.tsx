import { RETENTION_LIMITS } from '#core/admin/admin.ts';
import { fill } from '#core/text/fill.ts';
import { countOf } from './wording.ts';

interface Props {
  field: keyof typeof RETENTION_LIMITS;
  /** With `{least}` and `{most}`. */
  label: string;
  value: string;
  onType: (text: string) => void;
}

/** A number of days. Typed as text: a wheel over a number field changes it unseen. */
export function DaysField({ field, label, value, onType }: Props) {
  const [least, most] = RETENTION_LIMITS[field];
  return (
    <label className="label">
      {fill(label, { least, most: countOf(most) })}
      <input
        type="text"
        inputMode="numeric"
        name={field}
        value={value}
        autoComplete="off"
        onChange={(event) => onType(event.target.value.trim())}
      />
    </label>
  );
}
