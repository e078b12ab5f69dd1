import type { DeskRow } from '#core/simulator/scenario-task.ts';
import { fill } from '#core/text/fill.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';
import { CASES, type CaseName, type DeskDraft } from './draft.ts';
import { type Figures, outcomeOf } from './figures.ts';
import { paybackWords, returnWords, yuan } from './number-words.ts';

interface Props {
  proposals: readonly DeskRow<string>[][];
  figures: Figures;
  draft: DeskDraft;
  written: readonly CaseName[];
  strings: TaskStrings['desk'];
}

/** What the figures come to, case by case; of each proposal its own table. */
export function Results({ proposals, figures, draft, written, strings }: Props) {
  return (
    <>
      {proposals.map((rows, index) => {
        const title = fill(strings.proposal, { n: index + 1, row: rows[0]?.text ?? '' });
        const base = outcomeOf(rows, figures);
        return (
          <table key={rows[0]?.id} className="desk-table">
            <caption className={proposals.length > 1 ? 'small' : 'vh'}>
              {proposals.length > 1 ? title : strings.results}
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="vh">{strings.caseName}</span>
                </th>
                <th scope="col">{strings.net}</th>
                <th scope="col">{strings.payback}</th>
                <th scope="col">{strings.return}</th>
              </tr>
            </thead>
            <tbody>
              {CASES.filter((name) => name === 'base' || written.includes(name)).map((name) => {
                const outcome = outcomeOf(rows, figures, name === 'base' ? {} : draft.shares[name]);
                return (
                  <tr key={name}>
                    <th scope="row">{strings[name]}</th>
                    {outcome ? (
                      <>
                        <td>{yuan(outcome.netCny, strings)}</td>
                        <td>{paybackWords(outcome, strings)}</td>
                        <td>{returnWords(outcome, strings)}</td>
                      </>
                    ) : (
                      <td colSpan={3}>{strings.none}</td>
                    )}
                  </tr>
                );
              })}
            </tbody>
            {base && (
              <tfoot>
                <tr>
                  <th scope="row">{strings.outlay}</th>
                  <td colSpan={3}>{yuan(base.outlayCny, strings)}</td>
                </tr>
              </tfoot>
            )}
          </table>
        );
      })}
    </>
  );
}
