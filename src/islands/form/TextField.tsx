import { type Ref, useId } from 'react';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  name?: string;
  autoComplete?: string;
  /** `name`: no correction, no capitals · `code`: no correction, capitals · else as the browser likes. */
  kind?: 'name' | 'code';
  /** Words that explain it, under the field. */
  hint?: string;
  /** Id of such words where they stand elsewhere. */
  describedBy?: string;
  inputRef?: Ref<HTMLInputElement>;
}

const KINDS = {
  name: { autoCapitalize: 'none', spellCheck: false },
  code: { autoCapitalize: 'characters', spellCheck: false },
} as const;

/** One line of text with its label, and what explains it. */
export function TextField({
  label,
  value,
  onChange,
  kind,
  hint,
  describedBy,
  inputRef = null,
  ...rest
}: Props) {
  const id = useId();
  return (
    <>
      <label className="label">
        {label}
        <input
          ref={inputRef}
          type="text"
          autoComplete="off"
          {...(kind && KINDS[kind])}
          {...rest}
          value={value}
          aria-describedby={hint ? id : describedBy}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {hint && (
        <p className="small" id={id}>
          {hint}
        </p>
      )}
    </>
  );
}
