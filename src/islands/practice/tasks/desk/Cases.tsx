import type { DeskRow } from '#core/simulator/scenario-task.ts';
import { fill } from '#core/text/fill.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';
import type { CaseName, DeskDraft } from './draft.ts';
import { type Figures, isMoney } from './figures.ts';

const SHARES = { cautious: [100, 75, 50, 25, 0], bright: [100, 110, 125, 150] } as const;

interface Props {
  rows: readonly DeskRow<string>[];
  figures: Figures;
  shares: DeskDraft['shares'];
  written: readonly CaseName[];
  onShares: (shares: DeskDraft['shares']) => void;
  strings: TaskStrings['desk'];
  disabled: boolean;
}

/** How much of each gain is left on a bad day and on a good one; a case that differs from the base is written. */
export function Cases({ rows, figures, shares, written, onShares, strings, disabled }: Props) {
  const drivers = rows.filter(
    (row) => row.kind === 'driver' && isMoney(row) && figures[row.id] !== undefined,
  );
  const list = written.map((name) => strings[name]).join(strings.join);
  return (
    <section>
      <h2>{strings.cases}</h2>
      <p className="small">{strings.casesLead}</p>
      <ul className="desk-cases">
        {drivers.map((row) => (
          <li key={row.id}>
            <span>{row.text}</span>
            {(['cautious', 'bright'] as const).map((name) => (
              <label key={name}>
                <span className="micro" aria-hidden="true">
                  {strings[name]}
                </span>
                <span className="vh">{fill(strings.shareFor, { row: row.text, case: strings[name] })}</span>
                <select
                  className="num"
                  value={shares[name][row.id] ?? 100}
                  disabled={disabled}
                  onChange={(event) =>
                    onShares({ ...shares, [name]: { ...shares[name], [row.id]: Number(event.target.value) } })
                  }
                >
                  {SHARES[name].map((share) => (
                    <option key={share} value={share}>
                      {fill(strings.share, { n: share })}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </li>
        ))}
      </ul>
      <p className="small" role="status">
        {written.length > 0 ? fill(strings.written, { n: written.length, list }) : strings.noCase}
      </p>
    </section>
  );
}
