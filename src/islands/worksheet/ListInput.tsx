import { useRef, useState } from 'react';
import { fill } from '#core/text/fill.ts';
import type { SheetFinding } from '#core/worksheet/findings.ts';
import type { ListField, Row } from '#core/worksheet/worksheet.ts';
import type { WorksheetStrings } from '#i18n/worksheet.ts';
import { FieldInput } from './FieldInput.tsx';
import type { PictureSource } from './Picture.tsx';
import { type RowsEdit, useRowKeys } from './use-row-keys.ts';

interface Props {
  field: ListField<string>;
  rows: readonly Row[];
  /** @param edit made on the rows that stand when it is made; undefined: none is left. */
  onChange: (edit: RowsEdit) => void;
  /** Paths are `list.row.field`. */
  findings: readonly SheetFinding[];
  pictures: PictureSource;
  strings: WorksheetStrings;
}

/** Rows that can be added and taken away; the focus follows. */
export function ListInput({ field, rows, onChange, findings, pictures, strings }: Props) {
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const isFull = rows.length >= field.most;
  const own = useRowKeys(rows, onChange);

  const focusLast = () =>
    requestAnimationFrame(() => {
      const groups = list.current?.querySelectorAll<HTMLElement>('.sheet-row');
      groups?.[groups.length - 1]?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    });

  function add() {
    if (isFull) return setSaid(fill(strings.full, { n: field.most }));
    own.add();
    setSaid('');
    focusLast();
  }

  function remove(key: number, index: number) {
    own.remove(key);
    setSaid(fill(strings.removed, { n: index + 1 }));
    list.current?.querySelector<HTMLElement>('[data-add]')?.focus();
  }

  return (
    <fieldset className="sheet-list">
      <legend>
        {field.label}
        {field.required && <small className="need">{strings.required}</small>}
      </legend>
      <div ref={list}>
        {withKeys(rows, own.keys).map(({ row, key }, index) => (
          <fieldset className="sheet-row" key={key}>
            <legend className="micro num">{fill(strings.row, { n: index + 1 })}</legend>
            {field.fields.map((one) => (
              <FieldInput
                key={one.id}
                field={one}
                value={row[one.id]}
                onChange={(value) => own.edit(key, (now) => changed(now, one.id, value))}
                findings={findings.filter(({ path }) => path === `${field.id}.${index}.${one.id}`)}
                around={row}
                pictures={pictures}
                strings={strings}
              />
            ))}
            <button type="button" className="btn quiet no-print" onClick={() => remove(key, index)}>
              {fill(strings.remove, { n: index + 1 })}
            </button>
          </fieldset>
        ))}
        <button type="button" className="btn line no-print" data-add="" aria-disabled={isFull} onClick={add}>
          {fill(strings.add, { one: field.one })}
        </button>
        <p className="micro" role="status">
          {said}
        </p>
      </div>
    </fieldset>
  );
}

const withKeys = (rows: readonly Row[], keys: readonly number[]) =>
  rows.map((row, index) => ({ row, key: keys[index] as number }));

/** An empty value leaves no trace. */
export function changed<V>(
  fields: Readonly<Record<string, V>>,
  id: string,
  value: V | undefined,
): Readonly<Record<string, V>> {
  const { [id]: _, ...rest } = fields;
  return value === undefined ? rest : { ...rest, [id]: value };
}
