import { type ReactNode, useId, useState } from 'react';
import { fill } from '#core/text/fill.ts';
import type { SheetFinding } from '#core/worksheet/findings.ts';
import { sizeOf } from '#core/worksheet/size.ts';
import type { Fields, Scalar, ScalarField } from '#core/worksheet/worksheet.ts';
import type { WorksheetStrings } from '#i18n/worksheet.ts';
import type { PictureSource } from './Picture.tsx';
import { PictureInput } from './PictureInput.tsx';
import { sentenceOf } from './sentence-of.ts';

interface Props {
  field: ScalarField<string>;
  value: Scalar | undefined;
  onChange: (value: Scalar | undefined) => void;
  /** What was seen in this field. */
  findings: readonly SheetFinding[];
  /** The fields beside it. */
  around: Fields;
  pictures: PictureSource;
  strings: WorksheetStrings;
}

/** Characters left are told from here on. */
const NEARLY_FULL = 20;

/** One field of any kind but a list, with its label, its hint and what was seen in it. */
export function FieldInput(props: Props) {
  const { field, findings, strings } = props;
  const id = useId();
  const seen = findings.filter(({ level }) => level !== 'missing');
  const isGroup = field.kind === 'many' || field.kind === 'mark' || field.kind === 'marks';
  const head = (
    <>
      {field.label}
      {field.required && <small className="need">{strings.required}</small>}
    </>
  );
  const notes = (
    <div id={`${id}n`} className="sheet-notes">
      {field.hint && <p className="micro">{field.hint}</p>}
      {seen.map((finding) => (
        <p
          key={`${finding.level} ${finding.text}`}
          className={`small ${finding.level === 'warning' ? 'warning' : 'error'}`}
        >
          {sentenceOf(finding, strings)}
        </p>
      ))}
    </div>
  );
  if (isGroup)
    return (
      <fieldset
        className={`sheet-field kind-${field.kind}${field.private ? ' no-print' : ''}`}
        aria-describedby={`${id}n`}
      >
        <legend>{head}</legend>
        {notes}
        <Group {...props} name={id} />
      </fieldset>
    );
  if (field.kind === 'flag')
    return (
      <div className={`sheet-field kind-flag${field.private ? ' no-print' : ''}`}>
        <label className="tick">
          <input
            type="checkbox"
            checked={props.value === true}
            onChange={(event) => props.onChange(event.target.checked)}
            aria-describedby={`${id}n`}
          />
          <span>{head}</span>
        </label>
        {notes}
      </div>
    );
  return (
    <div className={`sheet-field kind-${field.kind}${field.private ? ' no-print' : ''}`}>
      <label htmlFor={id}>{head}</label>
      {notes}
      <Single {...props} id={id} />
    </div>
  );
}

function Single({
  field,
  value,
  onChange,
  around,
  pictures,
  strings,
  id,
}: Props & { id: string }): ReactNode {
  const shared = { id, 'aria-describedby': `${id}n` };
  switch (field.kind) {
    case 'text': {
      const text = typeof value === 'string' ? value : '';
      const left = field.most - sizeOf(text);
      return (
        <>
          <textarea
            {...shared}
            rows={field.long ? 3 : 1}
            value={text}
            onChange={(event) => onChange(event.target.value || undefined)}
          />
          {left >= 0 && left <= Math.min(NEARLY_FULL, field.most / 5) && (
            <p className="micro num">{fill(strings.chars, { n: left })}</p>
          )}
        </>
      );
    }
    case 'number':
      return <NumberInput {...shared} value={value} onChange={onChange} />;
    case 'date':
      return (
        <input
          {...shared}
          type="date"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      );
    case 'picture':
      return (
        <PictureInput
          {...shared}
          value={typeof value === 'string' ? value : undefined}
          alt={String(around[field.alt] ?? '')}
          onChange={onChange}
          pictures={pictures}
          strings={strings}
        />
      );
    case 'choice':
      return (
        <select
          {...shared}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          <option value="">{strings.choose}</option>
          {field.options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.text}
            </option>
          ))}
        </select>
      );
  }
  return null;
}

interface NumberProps extends Pick<Props, 'value' | 'onChange'> {
  id: string;
  'aria-describedby': string;
}

/** A figure is kept as a number; what is none yet is kept as it was typed. */
function NumberInput({ value, onChange, ...shared }: NumberProps) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? (typeof value === 'number' || typeof value === 'string' ? String(value) : '');
  return (
    <input
      {...shared}
      inputMode="decimal"
      autoComplete="off"
      className="num"
      value={text}
      aria-invalid={typeof value === 'string'}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(readNumber(event.target.value) ?? (event.target.value.trim() || undefined));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

/** 400,000 · 40万 · ４０．５ */
function readNumber(text: string): number | undefined {
  const bare = text.normalize('NFKC').replace(/[,，\s]/g, '');
  const [, figure, wan] = bare.match(/^(-?\d+(?:\.\d+)?)(万)?$/) ?? [];
  return figure === undefined ? undefined : Number((Number(figure) * (wan ? 10_000 : 1)).toPrecision(15));
}

function Group({ field, value, onChange, name }: Props & { name: string }): ReactNode {
  if (field.kind === 'many') {
    const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
    return (
      <div className="ticks">
        {field.options.map(({ id, text }) => (
          <label className="tick" key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    );
  }
  if (field.kind === 'mark')
    return (
      <>
        <Marks
          name={name}
          marks={Array.from({ length: field.to - field.from + 1 }, (_, index) => String(field.from + index))}
          chosen={typeof value === 'number' ? value - field.from : undefined}
          onChoose={(index) => onChange(field.from + index)}
        />
        {field.ends && (
          <p className="micro ends">
            <span>{field.ends.low}</span>
            <span>{field.ends.high}</span>
          </p>
        )}
      </>
    );
  if (field.kind !== 'marks') return null;
  const given =
    typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, number>>) : {};
  return field.rows.map(({ id, text }) => (
    <fieldset key={id} className="mark-row">
      <legend className="small">{text}</legend>
      <Marks
        name={`${name}${id}`}
        marks={field.marks}
        chosen={given[id]}
        onChoose={(index) => onChange({ ...given, [id]: index })}
      />
    </fieldset>
  ));
}

interface MarksProps {
  name: string;
  marks: readonly string[];
  chosen: number | undefined;
  onChoose: (index: number) => void;
}

function Marks({ name, marks, chosen, onChoose }: MarksProps) {
  return (
    <div className="seg">
      {marks.map((mark, index) => (
        <label key={mark}>
          <input type="radio" name={name} checked={chosen === index} onChange={() => onChoose(index)} />
          <span className="num">{mark}</span>
        </label>
      ))}
    </div>
  );
}
