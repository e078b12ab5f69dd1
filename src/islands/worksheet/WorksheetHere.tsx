import { useEffect, useState } from 'react';
import { fetchJson } from '#client/fetch-json.ts';
import type { WorksheetStrings } from '#i18n/worksheet.ts';
import { WorksheetPage } from './WorksheetPage.tsx';
import type { WorksheetProps } from './worksheet-props.ts';

interface Props {
  /** Of the worksheet's file. */
  url: string;
  strings: Pick<WorksheetStrings, 'loading' | 'unreachable' | 'again'>;
}

/** A worksheet unfolded inside a lesson; it is fetched now, not with the lesson. */
export function WorksheetHere({ url, strings }: Props) {
  const [sheet, setSheet] = useState<WorksheetProps | 'unreachable'>();
  useEffect(() => {
    if (!sheet) fetchJson<WorksheetProps>(url).then(setSheet, () => setSheet('unreachable'));
  }, [sheet, url]);
  if (sheet === 'unreachable')
    return (
      <p className="notice" role="alert">
        {strings.unreachable}{' '}
        <button type="button" className="btn line" onClick={() => setSheet(undefined)}>
          {strings.again}
        </button>
      </p>
    );
  if (!sheet) return <p className="small">{strings.loading}</p>;
  return <WorksheetPage {...sheet} />;
}
