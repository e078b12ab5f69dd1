import { dayOf } from '#client/cohort/due-day.ts';
import { csvOf } from '#client/csv.ts';
import { saveFile } from '#client/save-file.ts';
import type { PartProps } from './CohortPage.tsx';
import { csvRows } from './csv-rows.ts';

/** The whole report as a table for spreadsheets. */
export function ExportTable({ cohort, report, ...props }: PartProps) {
  function save() {
    const text = csvOf(csvRows(report, props));
    // Signs that some systems refuse in the name of a file.
    const name = cohort.name.replace(/[\\/:*?"<>|]/g, '_');
    saveFile(text, `${name}-${dayOf(report.at)}.csv`, 'text/csv');
  }
  return (
    <button type="button" className="btn line" onClick={save}>
      {props.strings.csv}
    </button>
  );
}
