import { useState } from 'react';
import { fill } from '#core/text/fill.ts';
import type { WorkbenchStrings } from '#i18n/lesson-workbench.ts';
import { Icon } from '../../board/Icon.tsx';
import { Bench, KeepBar, type KeepStrings } from './Bench.tsx';
import { Field } from './Field.tsx';
import { useTexts } from './use-texts.ts';
import type { Workbench } from './workbench.ts';

type GridActivity = Workbench<'grid'>;
type GridStrings = KeepStrings & WorkbenchStrings['grid'];

/** Most characters of a cell. */
const MOST = 80;

const cellOf = (row: { id: string }, column: { id: string }) => `${row.id}.${column.id}`;

/** A table to fill, row by row: each row folds out, its cells are tapped or written. */
export function GridPractice({ activity, strings }: { activity: GridActivity; strings: GridStrings }) {
  const { rows, columns, title } = activity;
  const ids = rows.flatMap((row) => columns.map((column) => cellOf(row, column)));
  const { texts, write, onBlur, ...keeping } = useTexts(activity, ids);
  const filled = (cells: readonly string[]) => cells.filter((id) => texts[id]?.trim()).length;
  return (
    <Bench label={title} look="cells" written={keeping.written} onBlur={onBlur}>
      {rows.map((row, index) => {
        const cells = columns.map((column) => cellOf(row, column));
        return (
          <Row
            key={row.id}
            row={row}
            columns={columns}
            opened={index === 0}
            filled={filled(cells)}
            texts={texts}
            onWrite={write}
            strings={strings}
          />
        );
      })}
      <p className="micro num">{fill(strings.filled, { k: filled(ids), n: ids.length })}</p>
      <KeepBar {...keeping} strings={strings} />
    </Bench>
  );
}

interface RowProps {
  row: GridActivity['rows'][number];
  columns: GridActivity['columns'];
  /** At the start. */
  opened: boolean;
  filled: number;
  texts: Readonly<Record<string, string>>;
  onWrite: (id: string, text: string) => void;
  strings: GridStrings;
}

function Row({ row, columns, opened, filled, texts, onWrite, strings }: RowProps) {
  const [open, setOpen] = useState(opened);
  return (
    <details className="row-fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron-right" />
        <b>{row.text}</b>
        <span className="micro num">
          {filled === columns.length && <Icon name="check" />}
          {fill(strings.row, { k: filled, n: columns.length })}
        </span>
      </summary>
      {columns.map((column) => {
        const id = cellOf(row, column);
        const text = texts[id] ?? '';
        return (
          <fieldset key={column.id} className="cell-field" aria-label={`${row.text} ${column.text}`}>
            {column.options.length > 0 && (
              <Options
                label={column.text}
                options={column.options}
                chosen={text}
                onChoose={(option) => onWrite(id, option)}
              />
            )}
            <Field
              field={id}
              label={column.options.length > 0 ? strings.or : column.text}
              rows={1}
              most={MOST}
              value={text}
              onWrite={(written) => onWrite(id, written)}
              strings={strings}
            />
          </fieldset>
        );
      })}
      <details className="example-fold">
        <summary>
          <Icon name="chevron-right" />
          {strings.example}
        </summary>
        <p className="serif">{row.example}</p>
      </details>
    </details>
  );
}

interface OptionsProps {
  label: string;
  options: readonly string[];
  chosen: string;
  onChoose: (option: string) => void;
}

function Options({ label, options, chosen, onChoose }: OptionsProps) {
  return (
    <>
      <p>{label}</p>
      <ul className="chips no-print">
        {options.map((option) => (
          <li key={option}>
            <button type="button" aria-pressed={chosen === option} onClick={() => onChoose(option)}>
              {option}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
