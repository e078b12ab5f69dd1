import { type RefObject, useId } from 'react';
import { evaluate } from '#core/finance/expression.ts';
import type { DeskRow } from '#core/simulator/scenario-task.ts';
import { fill } from '#core/text/fill.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';
import { Icon } from '../../../board/Icon.tsx';
import { Choices } from '../Choices.tsx';
import type { SourceTag } from './draft.ts';
import { figureOf } from './figures.ts';
import { KnownFigures } from './KnownFigures.tsx';
import { shown } from './number-words.ts';

const KEYS = ['+', '-', '×', '÷', '%', '(', ')'] as const;
const TAGS: readonly SourceTag[] = ['A', 'B', 'C'];

export interface RowProps {
  row: DeskRow<string>;
  typed: string;
  tag: SourceTag | undefined;
  /** What has not been asked for and this row needs; `''` when nobody can say where it is. */
  missing: string | undefined;
  /** The row being worked on: signs and figures stand under its field. */
  active: boolean;
  field: RefObject<HTMLInputElement | null>;
  texts: readonly string[];
  onActivate: () => void;
  onType: (typed: string) => void;
  onInsert: (sign: string) => void;
  onErase: () => void;
  onLeave: () => void;
  onTag: (tag: SourceTag) => void;
  strings: TaskStrings['desk'];
  disabled: boolean;
}

/** One line of the sheet: the sum, what it comes to, where it is from. */
export function Row(props: RowProps) {
  const { row, typed, tag, missing, active, field, texts, strings, disabled } = props;
  const base = useId();
  const unit = row.unit === 'months' || row.unit === 'percent' ? row.unit : undefined;
  const kind = row.kind === 'oneoff' ? 'once' : 'yearly';
  return (
    <li className="desk-row">
      <label htmlFor={`${base}f`}>{row.text}</label>
      {missing !== undefined && (
        <p className="desk-missing">
          <Icon name="circle-alert" />
          <span>{missing ? fill(strings.missing, { item: missing }) : strings.missingAny}</span>
        </p>
      )}
      <div className="desk-field">
        <input
          id={`${base}f`}
          ref={active ? field : undefined}
          className="num"
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          readOnly={disabled}
          aria-describedby={`${base}r`}
          onFocus={props.onActivate}
          onBlur={props.onLeave}
          onChange={(event) => props.onType(event.target.value)}
        />
        <span className="micro">{strings.units[unit ?? kind]}</span>
      </div>
      <p className="desk-result num" id={`${base}r`}>
        <Reading row={row} typed={typed} strings={strings} />
      </p>
      {active && !disabled && (
        <>
          <fieldset className="desk-keys" aria-label={strings.keys}>
            {KEYS.map((key) => (
              <button
                key={key}
                type="button"
                aria-label={strings.signs[key]}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => props.onInsert(key)}
              >
                {key === '-' ? '−' : key}
              </button>
            ))}
            <button
              type="button"
              aria-label={strings.erase}
              onPointerDown={(event) => event.preventDefault()}
              onClick={props.onErase}
            >
              <Icon name="undo-2" />
            </button>
          </fieldset>
          <details className="desk-hand">
            <summary>
              <Icon name="chevron-right" />
              {strings.known}
            </summary>
            <KnownFigures texts={texts} onInsert={props.onInsert} strings={strings} disabled={disabled} />
          </details>
        </>
      )}
      <Choices
        kind="radio"
        legend={strings.source}
        segment
        choices={TAGS.map((id) => ({ id, text: strings.sources[id] }))}
        chosen={tag ? [tag] : []}
        onChoose={(id) => props.onTag(id as SourceTag)}
        disabled={disabled}
      />
    </li>
  );
}

/** What the sum comes to in the unit of its row, or where it cannot be read. */
function Reading({ row, typed, strings }: Pick<RowProps, 'row' | 'typed' | 'strings'>) {
  const result = evaluate(typed);
  if ('problem' in result) {
    const k = result.problem === 'unreadable' ? result.at + 1 : 0;
    return result.problem === 'empty' && row.kind === 'running' ? (
      strings.cost
    ) : (
      <span className="problem">{fill(strings.problems[result.problem], { k })}</span>
    );
  }
  const figure = figureOf(row, typed) ?? 0;
  const words =
    row.unit === 'months' ? strings.months : row.unit === 'percent' ? strings.percent : strings.yuan;
  const digits = row.unit === 'months' || row.unit === 'percent' ? 1 : 0;
  return fill(strings.equals, { n: fill(words, { n: shown(figure, digits) }) });
}
