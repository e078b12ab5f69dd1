import { useCallback, useState } from 'react';
import type { ReportedMistake } from '#core/admin/admin.ts';
import { fill } from '#core/text/fill.ts';
import type { PartProps } from './admin-props.ts';
import { Status } from './Status.tsx';
import { useLoaded } from './use-loaded.ts';
import { saidOf, timeOf } from './wording.ts';

/** Reported mistakes: where, what was written, and whether somebody has dealt with it. */
export function InboxPart(props: PartProps) {
  const { api, strings } = props;
  const t = strings.inbox;
  const [isAll, setAll] = useState(false);
  const [said, setSaid] = useState('');
  const ask = useCallback(() => api.mistakes(isAll ? 'all' : 'open'), [api, isAll]);
  const { loaded, load } = useLoaded(ask);

  async function markDone({ id }: ReportedMistake) {
    const told = await api.mistakeDone(id);
    setSaid(told.status === 'done' ? t.marked : saidOf(told, strings.notDone));
    await load();
  }

  const reports = loaded.status === 'done' ? loaded.value.reports : [];
  const empty = isAll ? t.noneAtAll : t.none;
  return (
    <>
      <p className="small">{t.lead}</p>
      <label className="tick">
        <input type="checkbox" checked={isAll} onChange={(event) => setAll(event.target.checked)} />
        <span>{t.showAll}</span>
      </label>
      <p className="small" role="status">
        {said || (loaded.status === 'done' && reports.length === 0 && empty)}
      </p>
      <Status loaded={loaded} load={load} strings={strings} />
      <ul className="entries">
        {reports.map((report) => (
          <Report key={report.id} report={report} onDone={() => markDone(report)} {...props} />
        ))}
      </ul>
    </>
  );
}

interface ReportProps extends PartProps {
  report: ReportedMistake;
  onDone: () => void;
}

function Report({ report, onDone, strings, language, lessons }: ReportProps) {
  const t = strings.inbox;
  const lesson = lessons[/\/learn\/([^/]+)\//.exec(report.where)?.[1] ?? ''];
  const { where, words, receivedAt, doneAt, revision } = report;
  return (
    <li>
      <span>
        {/* Ours by its form: the server takes paths of the site only. */}
        <a href={where.startsWith('/') && !where.startsWith('//') ? where : undefined}>{lesson ?? where}</a>
        <small>{fill(t.at, { time: timeOf(receivedAt, language), revision: revision ?? '–' })}</small>
      </span>
      <p className="own">{words}</p>
      {doneAt === undefined ? (
        <p className="fold-acts">
          <button type="button" className="btn line" onClick={onDone}>
            {t.done}
          </button>
        </p>
      ) : (
        <p className="small">{fill(t.doneAt, { time: timeOf(doneAt, language) })}</p>
      )}
    </li>
  );
}
